// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Lets patrons keep items longer. */
@ConsumerType
public interface Renewals {

    /** Renews one loan. A refusal is about a {@code renewal} only if the patron has the item. */
    Outcome<Loan> renew(Context context, Renewal request) throws CirculationException;

    /**
     * Renews every loan of the patron that can be renewed.
     *
     * @param feeAccepted whether the patron agreed to all charges; if not, loans whose renewal costs something stay as
     *     they are
     */
    Outcome<RenewedLoans> renewAll(Context context, String patron, boolean feeAccepted) throws CirculationException;
}
