// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.core.handler.Admission.PROVEN;
import static acs.core.handler.Admission.WITHOUT_PIN;
import static acs.sip2.Field.AA;
import static acs.sip2.Field.AB;
import static acs.sip2.Field.AH;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BO;
import static acs.sip2.Field.CH;
import static acs.sip2.Fixed.DESENSITIZE;
import static acs.sip2.Fixed.MAGNETIC_MEDIA;
import static acs.sip2.Fixed.RENEWAL_OK;
import static acs.sip2.Fixed.THIRD_PARTY_ALLOWED;
import static acs.sip2.MessageType.RENEW_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Item;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.Renewals;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.Ternary;

/** Lets a patron keep an item longer (29, answered with 30). */
final class RenewHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        return renew(request, visit).fold(done -> renewed(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(RENEW_RESPONSE)
                .ok(false)
                .with(RENEWAL_OK, why.renewal())
                .with(MAGNETIC_MEDIA, Ternary.UNKNOWN)
                .with(DESENSITIZE, false)
                .with(AA, visit.echo(request.get(AA)))
                .with(AB, sentOr(request, AB, why.item().map(Item::id).orElse("")))
                .with(AJ, why.item().map(Item::title).orElse(request.get(AJ)))
                .with(AH, "");
        Charges.add(answer, visit, why.charge());
        answer.with(AO, visit.institution().id());
        Notices.add(answer, visit, RENEW_RESPONSE, why);
        return answer.build();
    }

    private static Message renewed(Message request, Visit visit, Done<Loan> done) {
        Loan loan = done.value();
        Message.Builder answer = visit.answer(RENEW_RESPONSE)
                .ok(true)
                .with(RENEWAL_OK, true)
                .with(MAGNETIC_MEDIA, Ternary.of(loan.item().magnetic()))
                .with(DESENSITIZE, false)
                .with(AA, visit.echo(request.get(AA)))
                .with(AB, sentOr(request, AB, loan.item().id()))
                .with(AJ, loan.item().title())
                .with(AH, visit.wording().stamp(loan.due()));
        LoanParts.addItem(answer, loan.item());
        Charges.add(answer, visit, loan.charge());
        answer.with(AO, visit.institution().id());
        Notices.add(answer, visit, done.notes());
        return answer.build();
    }

    private static Outcome<Loan> renew(Message request, Visit visit) throws CirculationException {
        boolean stored = Backlog.holds(request, visit);
        return (stored ? WITHOUT_PIN : PROVEN).admit(request, visit, patron -> {
            Renewal wish = new Renewal(
                    patron.id(),
                    Sent.id(request, AB),
                    Sent.id(request, AJ),
                    request.get(THIRD_PARTY_ALLOWED),
                    request.isYes(BO),
                    Sent.text(request, CH));
            if (wish.item().isEmpty()
                    && (wish.title().isEmpty() || !request.get(AB).isBlank())) {
                return Outcome.refused(Refusal.ITEM_UNKNOWN);
            }
            return stored
                    ? record(wish, request, visit)
                    : visit.ask(Renewals.class, (library, context) -> library.renew(context, wish));
        });
    }

    private static Outcome<Loan> record(Renewal kept, Message request, Visit visit) throws CirculationException {
        return Backlog.record(
                request,
                visit,
                (library, at) -> library.recordRenewal(visit.context(), kept, at, Moments.due(request, visit, at)));
    }

    private static String sentOr(Message request, Field field, String known) {
        return request.get(field).isBlank() ? known : request.get(field);
    }
}
