// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.OptionalInt;

/** Whole numbers in attributes. */
final class Numbers {
    private static final int MAX_DIGITS = 9;

    private Numbers() {}

    /** The number, empty if it is none or out of bounds. */
    static OptionalInt parse(String text, int least, int most) {
        String digits = text.strip();
        if (digits.length() > MAX_DIGITS || !isDigits(digits)) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether it consists of the digits 0 to 9 and nothing else. */
    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
