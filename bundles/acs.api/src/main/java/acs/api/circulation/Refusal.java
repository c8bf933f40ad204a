// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * Why a request was refused. Each has a text for patrons in the message catalogues, whose arguments, if any, are named
 * here.
 */
public enum Refusal {
    PATRON_UNKNOWN,
    /** Argument: the date of expiry. */
    PATRON_EXPIRED,
    PATRON_RESTRICTED,
    PATRON_BLOCKED,
    /** Owes too much. Argument: the amount owed. */
    PATRON_OWES,
    PATRON_HAS_OVERDUES,
    CARD_LOST,
    PIN_WRONG,
    PIN_MISSING,
    TOO_MANY_LOANS,
    TOO_MANY_HOLDS,
    ITEM_UNKNOWN,
    ITEM_NOT_FOR_LOAN,
    ITEM_ON_LOAN_TO_ANOTHER,
    ITEM_ON_HOLD_FOR_ANOTHER,
    ITEM_RESERVED_FOR_ANOTHER,
    ITEM_RECALLED,
    ITEM_NOT_ON_LOAN,
    /** Argument: the patron's name. */
    ITEM_NOT_ON_LOAN_TO_PATRON,
    ITEM_LOST,
    ITEM_WITHDRAWN,
    ITEM_IN_TRANSIT,
    ITEM_NOT_AVAILABLE,
    /** Has loose parts that staff must check. */
    ITEM_NEEDS_DESK,
    ITEM_TYPE_BLOCKED,
    /** Several items answer to the description. */
    ITEM_AMBIGUOUS,
    RENEWAL_NOT_ALLOWED,
    RENEWAL_LIMIT,
    RENEWAL_OF_HELD_ITEM,
    /** The patron did not agree to a charge. Argument: the amount. */
    FEE_NOT_ACCEPTED,
    FEE_UNKNOWN,
    AMOUNT_INVALID,
    OVERPAYMENT,
    CURRENCY_WRONG,
    PAYMENT_TYPE_WRONG,
    HOLD_UNKNOWN,
    HOLD_EXISTS,
    HOLD_NOT_ALLOWED,
    PICKUP_UNKNOWN,
    DATE_INVALID,
    REQUEST_INVALID,
    /** There is nothing to take back, or it is too late. */
    CANCEL_NOT_POSSIBLE,
    NOT_PERMITTED,
    NOT_SUPPORTED,
    /** The library gives no answer for now. */
    UNAVAILABLE,
    OTHER
}
