// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Lends. Of two terminals that ask for the same item at the same time exactly one gets it. */
@ConsumerType
public interface Checkouts {

    /**
     * Lends the item to the patron; renews it, where that is allowed, if the patron has it already.
     *
     * <p>A loan that costs something the patron did not agree to is refused with {@link Refusal#FEE_NOT_ACCEPTED} and the
     * charge.
     */
    Outcome<Loan> checkout(Context context, Checkout request) throws CirculationException;
}
