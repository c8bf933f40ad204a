// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/** Where an item is in its life. Of several that apply an implementation reports the first one of this order. */
public enum ItemStatus {
    LOST,
    MISSING,
    CLAIMED_RETURNED,
    /** Waits on the hold shelf for the patron it is held for. */
    ON_HOLD_SHELF,
    /** Under way from one library to another. */
    IN_TRANSIT,
    /** On loan, and called back. */
    RECALLED,
    ON_LOAN,
    IN_PROCESS,
    ON_ORDER,
    RESHELVING,
    AVAILABLE,
    OTHER
}
