// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Records what terminals let happen while they could not ask (no block).
 *
 * <p>It has happened: nothing but an unknown patron or item is refused, and what contradicts the library's records is
 * recorded for staff to look at. The same transaction recorded twice is recorded once.
 */
@ConsumerType
public interface StoredTransactions {

    /**
     * The patron took the item.
     *
     * @param at when
     * @param due what the patron was told; empty = by the rules, from {@code at}
     */
    Outcome<Loan> recordCheckout(Context context, Checkout taken, ZonedDateTime at, Optional<ZonedDateTime> due)
            throws CirculationException;

    /** The item came back at {@code at}. */
    Outcome<Return> recordCheckin(Context context, Checkin back, ZonedDateTime at) throws CirculationException;

    /** The patron kept the item longer; as for {@link #recordCheckout}. */
    Outcome<Loan> recordRenewal(Context context, Renewal kept, ZonedDateTime at, Optional<ZonedDateTime> due)
            throws CirculationException;
}
