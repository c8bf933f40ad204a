// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Locale;
import java.util.Set;

/** The two ways in which Koha reads a text as yes or no. */
final class KohaBoolean {
    private static final Set<String> USUAL = Set.of("true", "false", "yes", "no", "y", "n");
    private static final Set<String> NO_TO_PEOPLE = Set.of("false", "no", "n", "off");

    private KohaBoolean() {}

    /** In a policy: yes if it contains {@code true}, {@code y} or {@code yes} in any case, or is a number but 0. */
    static boolean ofPolicy(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("true") || lower.contains("y")) {
            return true;
        }
        String digits = lower.strip();
        return Numbers.isDigits(digits) && !digits.matches("0+");
    }

    /** Whether a value of a policy is one that people would write on purpose. */
    static boolean isUsual(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() || USUAL.contains(word) || Numbers.isDigits(word);
    }

    /** Elsewhere: Koha takes anything but nothing and 0 as yes, so words like {@code false} are traps. */
    static boolean isTrap(String text) {
        return NO_TO_PEOPLE.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
