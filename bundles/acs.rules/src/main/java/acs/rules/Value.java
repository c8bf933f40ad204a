// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.math.BigDecimal;
import java.util.List;

/** Something in a template that has a value. */
@FunctionalInterface
interface Value {

    String of(Filling filling);

    /** What a loop goes through: what a list has in it, else the value itself, if it is not empty. */
    default List<String> items(Filling filling) {
        String text = of(filling);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    default boolean isTrue(Filling filling) {
        String text = of(filling);
        return !text.isEmpty() && !text.equals("0");
    }

    static String of(boolean truth) {
        return truth ? "1" : "";
    }

    /** As in Perl, what is no number counts as zero. */
    static BigDecimal number(String text) {
        try {
            return text.length() > 40 ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException notANumber) {
            return BigDecimal.ZERO;
        }
    }
}
