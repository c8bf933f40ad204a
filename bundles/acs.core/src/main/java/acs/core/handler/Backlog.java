// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.api.circulation.StaffExceptions;
import acs.api.circulation.StoredTransactions;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.SipDate;
import acs.sip2.Tagged;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what a terminal let happen while it was off-line; what cannot be recorded is for an operator to look at. */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    /**
     * Records one transaction.
     *
     * @param <T> what there is to say of it
     */
    @FunctionalInterface
    interface Entry<T> {
        Outcome<T> record(StoredTransactions library, ZonedDateTime at) throws CirculationException;
    }

    private Backlog() {}

    /** Whether the request is about the past, and this terminal may say so; else it is like any other. */
    static boolean holds(Message request, Visit visit) {
        return request.get(Fixed.NO_BLOCK) && visit.mayStore();
    }

    static <T> Outcome<T> record(Message request, Visit visit, Entry<T> entry) throws CirculationException {
        ZonedDateTime at = Moments.stored(request, visit).orElse(null);
        Outcome<T> outcome;
        if (at == null) {
            tellStaff(request, visit);
            outcome = Outcome.refused(Refusal.DATE_INVALID);
        } else {
            outcome = visit.ask(StoredTransactions.class, (library, context) -> entry.record(library, at));
        }
        if (outcome instanceof Outcome.Refused<T> refused) {
            LOG.warn(
                    "Account {} uploaded a stored {} ({}) of {} that cannot be recorded: {}",
                    visit.account().id(),
                    request.type(),
                    new Tagged(Field.AB, request.get(Field.AB)),
                    day(request),
                    refused.reason());
        }
        return outcome;
    }

    /** Nobody knows when it happened, but it did. */
    private static void tellStaff(Message request, Visit visit) throws CirculationException {
        if (visit.offers(StaffExceptions.class)) {
            String patron = request.get(Field.AA);
            String what = "message " + request.type().code() + ", item " + request.get(Field.AB)
                    + (patron.isEmpty() ? "" : ", patron " + patron);
            visit.ask(StaffExceptions.class, (list, context) -> {
                list.note(context, "stored_without_date", what);
                return what;
            });
        }
    }

    /** What a terminal sends for a date may be anything, and is told to nobody unless it is one. */
    private static String day(Message request) {
        SipDate date = request.get(Fixed.TRANSACTION_DATE);
        return date.isValid() ? date.toString() : "an unknown day";
    }
}
