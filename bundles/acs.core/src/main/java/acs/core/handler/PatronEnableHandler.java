// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AD;
import static acs.sip2.Field.AE;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BL;
import static acs.sip2.Fixed.LANGUAGE;
import static acs.sip2.Fixed.PATRON_STATUS;
import static acs.sip2.MessageType.PATRON_ENABLE_RESPONSE;

import acs.api.circulation.Cards;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.sip2.Message;
import acs.sip2.PatronStatus;
import java.util.Optional;

/** Lifts what a terminal blocked, and says what the patron may do after it (25, answered with 26). */
final class PatronEnableHandler implements Handler {
    /** The request has none to send back. */
    private static final int NO_LANGUAGE = 0;

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Optional<Refusal> objection = StatusUpdates.objection(request, visit);
        if (objection.isPresent() && !StatusUpdates.maySeeStatus(visit)) {
            return refuse(request, visit, Outcome.refused(objection.get()));
        }
        Patron patron = visit.findPatron(Sent.id(request, AA)).orElse(null);
        if (patron == null) {
            return refuse(request, visit, Outcome.refused(Refusal.PATRON_UNKNOWN));
        }
        Pin pin = visit.pin(patron, request.get(AD));
        Outcome<Patron> outcome = objection.isPresent() ? Outcome.refused(objection.get()) : enable(visit, patron, pin);
        return outcome.fold(
                done -> enabled(request, visit, pin, done), why -> unchanged(request, visit, patron, pin, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(PATRON_ENABLE_RESPONSE)
                .with(PATRON_STATUS, PatronStatus.denied())
                .with(LANGUAGE, NO_LANGUAGE)
                .with(AA, visit.echo(request.get(AA)))
                .with(AE, "")
                .with(BL, "N");
        Notices.add(answer, visit, PATRON_ENABLE_RESPONSE, why);
        return answer.with(AO, visit.institution().id()).build();
    }

    /** No PIN is needed, but one that is not known to be right changes nothing. */
    private static Outcome<Patron> enable(Visit visit, Patron patron, Pin pin) throws CirculationException {
        return switch (pin) {
            case WRONG -> Outcome.refused(Refusal.PIN_WRONG);
            case UNAVAILABLE -> Outcome.refused(Refusal.UNAVAILABLE);
            case RIGHT, NOT_SENT -> visit.ask(Cards.class, (library, context) -> library.enable(context, patron.id()));
        };
    }

    private static Message enabled(Message request, Visit visit, Pin pin, Done<Patron> done) {
        Message.Builder answer = standing(request, visit, done.value(), pin);
        Notices.add(answer, visit, done.notes());
        return answer.with(AO, visit.institution().id()).build();
    }

    private static Message unchanged(Message request, Visit visit, Patron patron, Pin pin, Refused<?> why) {
        Message.Builder answer = standing(request, visit, patron, pin);
        Notices.add(answer, visit, PATRON_ENABLE_RESPONSE, why);
        return answer.with(AO, visit.institution().id()).build();
    }

    private static Message.Builder standing(Message request, Visit visit, Patron patron, Pin pin) {
        PatronParts parts = new PatronParts(visit, patron, pin);
        Message.Builder answer = visit.answer(PATRON_ENABLE_RESPONSE)
                .with(PATRON_STATUS, parts.status())
                .with(LANGUAGE, NO_LANGUAGE)
                .with(AA, visit.echo(request.get(AA)))
                .with(AE, parts.name());
        if (request.has(AD)) {
            parts.addPinVerdict(answer);
        }
        return answer.with(BL, "Y");
    }
}
