// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AE;
import static acs.sip2.Field.AF;
import static acs.sip2.Field.AL;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BL;
import static acs.sip2.Fixed.CARD_RETAINED;
import static acs.sip2.Fixed.LANGUAGE;
import static acs.sip2.Fixed.PATRON_STATUS;
import static acs.sip2.MessageType.PATRON_STATUS_RESPONSE;

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

/** Blocks a card that was kept or left behind, and says what its patron may do after it (01, answered with 24). */
final class BlockPatronHandler implements Handler {
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
        Outcome<Patron> outcome =
                objection.isPresent() ? Outcome.refused(objection.get()) : block(request, visit, patron);
        return outcome.fold(done -> blocked(request, visit, done), why -> unchanged(request, visit, patron, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(PATRON_STATUS_RESPONSE)
                .with(PATRON_STATUS, PatronStatus.denied())
                .with(LANGUAGE, NO_LANGUAGE)
                .with(AE, "")
                .with(AA, visit.echo(request.get(AA)))
                .with(BL, "N");
        Notices.add(answer, visit, PATRON_STATUS_RESPONSE, why);
        return answer.with(AO, Sent.institution(request, visit)).build();
    }

    private static Outcome<Patron> block(Message request, Visit visit, Patron patron) throws CirculationException {
        String reason = Sent.text(request, AL);
        boolean retained = request.get(CARD_RETAINED);
        return visit.ask(Cards.class, (library, context) -> library.block(context, patron.id(), reason, retained));
    }

    private static Message blocked(Message request, Visit visit, Done<Patron> done) {
        Message.Builder answer = standing(request, visit, done.value());
        answer.with(AF, visit.wording().text("patron.blockedAtTerminal"));
        Notices.add(answer, visit, done.notes());
        return answer.with(AO, Sent.institution(request, visit)).build();
    }

    private static Message unchanged(Message request, Visit visit, Patron patron, Refused<?> why) {
        Message.Builder answer = standing(request, visit, patron);
        Notices.add(answer, visit, PATRON_STATUS_RESPONSE, why);
        return answer.with(AO, Sent.institution(request, visit)).build();
    }

    private static Message.Builder standing(Message request, Visit visit, Patron patron) {
        PatronParts parts = new PatronParts(visit, patron, Pin.NOT_SENT);
        Message.Builder answer = visit.answer(PATRON_STATUS_RESPONSE)
                .with(PATRON_STATUS, parts.status())
                .with(LANGUAGE, NO_LANGUAGE)
                .with(AE, parts.name())
                .with(AA, visit.echo(request.get(AA)))
                .with(BL, "Y");
        parts.addDebt(answer);
        return answer;
    }
}
