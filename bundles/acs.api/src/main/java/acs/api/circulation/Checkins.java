// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes back. */
@ConsumerType
public interface Checkins {

    /**
     * Takes the item back, whoever had it, and says where it goes next.
     *
     * <p>An item that is not on loan is refused with {@link Refusal#ITEM_NOT_ON_LOAN}, unless the account's setting
     * {@code checked_in_ok} is on.
     */
    Outcome<Return> checkin(Context context, Checkin request) throws CirculationException;
}
