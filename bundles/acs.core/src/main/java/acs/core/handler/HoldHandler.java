// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AB;
import static acs.sip2.Field.AF;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BO;
import static acs.sip2.Field.BR;
import static acs.sip2.Field.BS;
import static acs.sip2.Field.BW;
import static acs.sip2.Field.BY;
import static acs.sip2.Fixed.AVAILABLE;
import static acs.sip2.Fixed.HOLD_MODE;
import static acs.sip2.MessageType.HOLD_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Hold;
import acs.api.circulation.HoldRequest;
import acs.api.circulation.HoldRequest.Scope;
import acs.api.circulation.Holds;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.sip2.HoldMode;
import acs.sip2.Message;
import acs.sip2.SipDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Puts a patron into a queue, takes them out, or changes what they wait for (15, answered with 16). */
final class HoldHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Outcome<Hold> outcome = Admission.PROVEN.admit(request, visit, patron -> hold(request, visit, patron));
        return outcome.fold(done -> held(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(HOLD_RESPONSE)
                .ok(false)
                .with(AVAILABLE, false)
                .with(AA, visit.echo(request.get(AA)))
                .with(AO, visit.institution().id());
        Notices.add(answer, visit, HOLD_RESPONSE, why);
        return answer.build();
    }

    private static Message held(Message request, Visit visit, Done<Hold> done) {
        Hold hold = done.value();
        Message.Builder answer = visit.answer(HOLD_RESPONSE)
                .ok(true)
                .with(AVAILABLE, hold.available())
                .with(AA, visit.echo(request.get(AA)));
        boolean gone = request.get(HOLD_MODE) == HoldMode.DELETE;
        if (!gone) {
            hold.expires().ifPresent(end -> answer.with(BW, visit.wording().stamp(end)));
            answer.withIfPresent(BR, hold.position() > 0 ? Integer.toString(hold.position()) : "");
            answer.withIfPresent(BS, hold.pickup());
        }
        answer.withIfPresent(AB, request.get(AB).isBlank() ? hold.item() : request.get(AB))
                .withIfPresent(AJ, hold.title())
                .with(AO, visit.institution().id());
        if (gone && done.notes().screen().isEmpty()) {
            answer.with(AF, visit.wording().text("hold.cancelled"));
        }
        Notices.add(answer, visit, done.notes());
        return answer.build();
    }

    private static Outcome<Hold> hold(Message request, Visit visit, Patron patron) throws CirculationException {
        HoldMode mode = request.get(HOLD_MODE);
        String item = Sent.id(request, AB);
        String title = Sent.id(request, AJ);
        if (mode == HoldMode.UNKNOWN) {
            return Outcome.refused(Refusal.REQUEST_INVALID);
        }
        if (item.isEmpty() && (title.isEmpty() || !request.get(AB).isBlank())) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        Optional<ZonedDateTime> end = Moments.in(request, BW, visit);
        if (mode != HoldMode.DELETE && !isGood(request, visit, end)) {
            return Outcome.refused(Refusal.DATE_INVALID);
        }
        HoldRequest wish = new HoldRequest(
                patron.id(), item, title, scope(request.get(BY)), Sent.text(request, BS), end, request.isYes(BO));
        return visit.ask(Holds.class, (library, context) -> switch (mode) {
            case ADD -> library.place(context, wish);
            case DELETE -> library.cancel(context, wish);
            case CHANGE -> library.change(context, wish);
            case UNKNOWN -> Outcome.refused(Refusal.REQUEST_INVALID);
        });
    }

    /** Whether an end, if one is asked for, is a date that is not past; today is not. */
    private static boolean isGood(Message request, Visit visit, Optional<ZonedDateTime> end) {
        return end.map(day -> !day.toLocalDate().isBefore(visit.now().toLocalDate()))
                .orElse(request.get(BW).isBlank()
                        || SipDate.parse(request.get(BW)).isBlank());
    }

    private static Scope scope(String type) {
        return switch (type.strip()) {
            case "", "2" -> Scope.ANY_COPY;
            case "3" -> Scope.THIS_COPY;
            case "4" -> Scope.ANY_COPY_AT_LIBRARY;
            default -> Scope.OTHER;
        };
    }
}
