// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.core.handler.Admission.NOT_DISPROVEN;
import static acs.core.handler.Admission.PROVEN;
import static acs.core.handler.Admission.WITHOUT_PIN;
import static acs.sip2.Field.AA;
import static acs.sip2.Field.AB;
import static acs.sip2.Field.AH;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BI;
import static acs.sip2.Field.BO;
import static acs.sip2.Field.CH;
import static acs.sip2.Fixed.DESENSITIZE;
import static acs.sip2.Fixed.MAGNETIC_MEDIA;
import static acs.sip2.Fixed.RENEWAL_OK;
import static acs.sip2.Fixed.SC_RENEWAL_POLICY;
import static acs.sip2.MessageType.CHECKOUT_RESPONSE;

import acs.api.circulation.Cancellations;
import acs.api.circulation.Checkout;
import acs.api.circulation.Checkouts;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.sip2.Message;
import acs.sip2.Ternary;

/** Lends an item, renews it, or takes a return back that the terminal could not finish (11, answered with 12). */
final class CheckoutHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        return checkout(request, visit).fold(done -> lent(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(CHECKOUT_RESPONSE)
                .ok(false)
                .with(RENEWAL_OK, why.renewal() && mayRenew(request, visit))
                .with(MAGNETIC_MEDIA, Ternary.UNKNOWN)
                .with(DESENSITIZE, false)
                .with(AO, visit.institution().id())
                .with(AA, visit.echo(request.get(AA)))
                .with(AB, request.get(AB))
                .with(AJ, LoanParts.title(why))
                .with(AH, "");
        Notices.add(answer, visit, CHECKOUT_RESPONSE, why);
        LoanParts.addValidPatron(answer, visit, why);
        why.item().ifPresent(item -> ExtraFields.add(answer, visit, item));
        Charges.add(answer, visit, why.charge());
        return answer.build();
    }

    private static Message lent(Message request, Visit visit, Done<Loan> done) {
        Loan loan = done.value();
        Message.Builder answer = visit.answer(CHECKOUT_RESPONSE)
                .ok(true)
                .with(RENEWAL_OK, loan.renewed())
                .with(MAGNETIC_MEDIA, Ternary.of(loan.item().magnetic()))
                .with(DESENSITIZE, LoanParts.leaves(visit, loan))
                .with(AO, visit.institution().id())
                .with(AA, visit.echo(request.get(AA)))
                .with(AB, request.get(AB))
                .with(AJ, loan.item().title())
                .with(AH, LoanParts.due(visit, loan.due()));
        Notices.add(answer, visit, done.notes());
        LoanParts.addItem(answer, loan.item());
        ExtraFields.add(answer, visit, loan.item());
        Charges.add(answer, visit, loan.charge());
        return answer.build();
    }

    private static Outcome<Loan> checkout(Message request, Visit visit) throws CirculationException {
        boolean cancel = request.isYes(BI);
        boolean stored = !cancel && Backlog.holds(request, visit);
        Admission admission = cancel ? NOT_DISPROVEN : stored ? WITHOUT_PIN : PROVEN;
        return admission.admit(request, visit, patron -> {
            Checkout wish = wish(request, visit, patron);
            if (wish.item().isEmpty()) {
                return Outcome.refused(Refusal.ITEM_UNKNOWN);
            }
            if (cancel) {
                return cancel(wish, visit);
            }
            return stored
                    ? record(wish, request, visit)
                    : visit.ask(Checkouts.class, (library, context) -> library.checkout(context, wish));
        });
    }

    private static Checkout wish(Message request, Visit visit, Patron patron) {
        return new Checkout(
                patron.id(), Sent.id(request, AB), mayRenew(request, visit), request.isYes(BO), Sent.text(request, CH));
    }

    private static Outcome<Loan> cancel(Checkout wish, Visit visit) throws CirculationException {
        return visit.offers(Cancellations.class)
                ? visit.ask(Cancellations.class, (library, context) -> library.cancelCheckin(context, wish))
                : Outcome.refused(Refusal.CANCEL_NOT_POSSIBLE);
    }

    private static Outcome<Loan> record(Checkout taken, Message request, Visit visit) throws CirculationException {
        return Backlog.record(
                request,
                visit,
                (library, at) -> library.recordCheckout(visit.context(), taken, at, Moments.due(request, visit, at)));
    }

    /** Both sides must want it. */
    private static boolean mayRenew(Message request, Visit visit) {
        return request.get(SC_RENEWAL_POLICY) && visit.mayRenew();
    }
}
