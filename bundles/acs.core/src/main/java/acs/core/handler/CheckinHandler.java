// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AB;
import static acs.sip2.Field.AP;
import static acs.sip2.Field.BI;
import static acs.sip2.Field.CH;

import acs.api.circulation.Cancellations;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.sip2.Message;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Takes an item back, or takes a loan back that the terminal could not finish (09, answered with 10). */
final class CheckinHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        return checkin(request, visit)
                .fold(done -> CheckinAnswer.accepted(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        return CheckinAnswer.refused(request, visit, why);
    }

    private static Outcome<Return> checkin(Message request, Visit visit) throws CirculationException {
        Checkin back = back(request, Moments.returned(request, visit));
        if (back.item().isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        if (request.isYes(BI)) {
            return visit.offers(Cancellations.class)
                    ? visit.ask(Cancellations.class, (library, context) -> library.cancelCheckout(context, back))
                    : Outcome.refused(Refusal.CANCEL_NOT_POSSIBLE);
        }
        return Backlog.holds(request, visit)
                ? record(request, visit, back)
                : visit.ask(Checkins.class, (library, context) -> library.checkin(context, back));
    }

    private static Outcome<Return> record(Message request, Visit visit, Checkin back) throws CirculationException {
        return Backlog.record(request, visit, (library, at) -> {
            ZonedDateTime when = back.returned().orElse(at);
            return library.recordCheckin(visit.context(), back(request, Optional.of(when)), when);
        });
    }

    private static Checkin back(Message request, Optional<ZonedDateTime> when) {
        return new Checkin(Sent.id(request, AB), Sent.text(request, AP), when, Sent.text(request, CH));
    }
}
