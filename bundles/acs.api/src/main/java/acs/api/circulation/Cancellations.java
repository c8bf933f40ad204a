// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes back what a terminal could not finish (cancel), as if it had not been: state, charges and statistics. */
@ConsumerType
public interface Cancellations {

    /**
     * Takes back the loan just made of the item. If the loan is older than the terminal's failed checkout, as after a
     * renewal, it stays. Done, without effect, if the item is not on loan.
     */
    Outcome<Return> cancelCheckout(Context context, Checkin request) throws CirculationException;

    /**
     * Takes back the return just made of the item: the loan is there again for the patron, due when it was, whatever is
     * held against the patron. Done, without effect, if the patron has the item.
     */
    Outcome<Loan> cancelCheckin(Context context, Checkout request) throws CirculationException;
}
