// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Holds items and titles for patrons. */
@ConsumerType
public interface Holds {

    /** Puts the patron at the end of the queue; refused with {@link Refusal#HOLD_EXISTS} if they are in it already. */
    Outcome<Hold> place(Context context, HoldRequest request) throws CirculationException;

    /** Takes the patron out of the queue; an item that waits for them is free again. */
    Outcome<Hold> cancel(Context context, HoldRequest request) throws CirculationException;

    /** Changes pickup library and end of an existing hold; what the request leaves empty stays. */
    Outcome<Hold> change(Context context, HoldRequest request) throws CirculationException;
}
