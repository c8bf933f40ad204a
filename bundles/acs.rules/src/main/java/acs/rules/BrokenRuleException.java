// SPDX-License-Identifier: Apache-2.0
package acs.rules;

/** A rule that cannot be understood; the message says what was expected, and at which character. */
public final class BrokenRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param at the place in the text, counted from 0 */
    BrokenRuleException(int at, String problem) {
        super("character " + (at + 1) + ": " + problem);
    }
}
