// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * Something that is held against a patron.
 *
 * @param reason the kind
 * @param detail what staff wrote about it; may be empty
 */
public record Block(Reason reason, String detail) {

    /** The kinds; those up to {@link #TOO_MANY_BILLED} have a flag of their own in the patron status, positions 4 to 13. */
    public enum Reason {
        CARD_LOST,
        TOO_MANY_LOANS,
        TOO_MANY_OVERDUES,
        TOO_MANY_RENEWALS,
        TOO_MANY_CLAIMED_RETURNED,
        TOO_MANY_LOST,
        EXCESSIVE_FINES,
        EXCESSIVE_FEES,
        RECALL_OVERDUE,
        TOO_MANY_BILLED,
        EXPIRED,
        /** Restricted by staff. */
        RESTRICTED,
        /** Blocked by a terminal that kept the card or found it left behind. */
        BLOCKED_AT_TERMINAL,
        /** Has overdue items where the library lends nothing more then. */
        OVERDUES
    }

    public static Block of(Reason reason) {
        return new Block(reason, "");
    }
}
