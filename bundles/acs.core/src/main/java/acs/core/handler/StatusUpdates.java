// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Rights;
import acs.api.circulation.Cards;
import acs.api.circulation.Refusal;
import acs.sip2.Message;
import java.util.Optional;

/**
 * What blocking and enabling a card (01, 25) have in common: neither asks the patron, so both need leave, and a terminal
 * without it is told how things stand instead of being obeyed.
 */
final class StatusUpdates {
    private StatusUpdates() {}

    /** Why the terminal may not change anything, if so. */
    static Optional<Refusal> objection(Message request, Visit visit) {
        if (!visit.offers(Cards.class)) {
            return Optional.of(Refusal.NOT_SUPPORTED);
        }
        boolean permitted = visit.institution().policy().statusUpdate()
                && visit.account().rights().permits(request.type().code());
        return permitted ? Optional.empty() : Optional.of(Refusal.NOT_PERMITTED);
    }

    /** Whether the terminal could ask how things stand anyway. */
    static boolean maySeeStatus(Visit visit) {
        Rights rights = visit.account().rights();
        return rights.permits("23") || rights.permits("63");
    }
}
