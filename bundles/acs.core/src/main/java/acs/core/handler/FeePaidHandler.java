// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BK;
import static acs.sip2.Field.BV;
import static acs.sip2.Field.CG;
import static acs.sip2.Fixed.CURRENCY;
import static acs.sip2.Fixed.FEE_TYPE;
import static acs.sip2.Fixed.PAYMENT_ACCEPTED;
import static acs.sip2.Fixed.PAYMENT_TYPE;
import static acs.sip2.MessageType.FEE_PAID_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.FeeType;
import acs.api.circulation.Fees;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Payment;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import acs.sip2.Message;
import java.math.BigDecimal;
import java.util.Optional;

/** Books money that a terminal took (37, answered with 38). */
final class FeePaidHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Outcome<Receipt> outcome = Admission.IF_REQUIRED.admit(request, visit, patron -> pay(request, visit, patron));
        return outcome.fold(done -> paid(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = start(request, visit, false);
        Notices.add(answer, visit, FEE_PAID_RESPONSE, why);
        return answer.build();
    }

    private static Message paid(Message request, Visit visit, Done<Receipt> done) {
        Message.Builder answer = start(request, visit, true);
        Notices.add(answer, visit, done.notes());
        return answer.build();
    }

    private static Message.Builder start(Message request, Visit visit, boolean accepted) {
        return visit.answer(FEE_PAID_RESPONSE)
                .with(PAYMENT_ACCEPTED, accepted)
                .with(AO, Sent.institution(request, visit))
                .with(AA, visit.echo(request.get(AA)))
                .withIfPresent(BK, request.get(BK));
    }

    private static Outcome<Receipt> pay(Message request, Visit visit, Patron patron) throws CirculationException {
        Optional<BigDecimal> amount =
                Amounts.parse(request.get(BV), visit.institution().currency());
        Optional<Refusal> objection = objection(request, visit);
        if (objection.isPresent() || amount.isEmpty()) {
            return Outcome.refused(objection.orElse(Refusal.AMOUNT_INVALID));
        }
        Payment payment = new Payment(
                patron.id(),
                amount.get(),
                FeeType.of(request.get(FEE_TYPE)).orElse(FeeType.OTHER),
                request.get(PAYMENT_TYPE),
                request.get(CG).strip(),
                request.get(BK).strip());
        return visit.ask(Fees.class, (library, context) -> library.pay(context, payment));
    }

    /** What is wrong with the request before anybody looks at the patron's fees. */
    private static Optional<Refusal> objection(Message request, Visit visit) {
        if (!isTwoDigits(request.get(FEE_TYPE)) || request.get(FEE_TYPE).equals("00") || request.overlong(BK)) {
            return Optional.of(Refusal.REQUEST_INVALID);
        }
        if (!isTwoDigits(request.get(PAYMENT_TYPE))) {
            return Optional.of(Refusal.PAYMENT_TYPE_WRONG);
        }
        if (!request.get(CURRENCY).equals(visit.institution().currency().getCurrencyCode())) {
            return Optional.of(Refusal.CURRENCY_WRONG);
        }
        return request.overlong(CG) ? Optional.of(Refusal.FEE_UNKNOWN) : Optional.empty();
    }

    private static boolean isTwoDigits(String code) {
        return code.length() == 2 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
