// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AO;
import static acs.sip2.Field.BM;
import static acs.sip2.Field.BN;
import static acs.sip2.Field.BO;
import static acs.sip2.Fixed.RENEWED_COUNT;
import static acs.sip2.Fixed.UNRENEWED_COUNT;
import static acs.sip2.MessageType.RENEW_ALL_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Renewals;
import acs.api.circulation.RenewedLoans;
import acs.api.circulation.RenewedLoans.Unrenewed;
import acs.sip2.Message;
import acs.sip2.Tagged;
import java.util.List;
import java.util.stream.Stream;

/** Lets a patron keep everything longer (65, answered with 66). */
final class RenewAllHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Outcome<RenewedLoans> outcome = Admission.PROVEN.admit(
                request,
                visit,
                patron -> visit.ask(
                        Renewals.class,
                        (library, context) -> library.renewAll(context, patron.id(), request.isYes(BO))));
        return outcome.fold(done -> renewed(visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(RENEW_ALL_RESPONSE)
                .ok(false)
                .with(RENEWED_COUNT, 0)
                .with(UNRENEWED_COUNT, 0)
                .with(AO, visit.institution().id());
        Notices.add(answer, visit, RENEW_ALL_RESPONSE, why);
        return answer.build();
    }

    private static Message renewed(Visit visit, Done<RenewedLoans> done) {
        RenewedLoans loans = done.value();
        List<Tagged> entries = Stream.concat(
                        loans.renewed().stream()
                                .map(loan -> new Tagged(BM, loan.item().id())),
                        loans.unrenewed().stream().map(loan -> new Tagged(BN, unrenewed(visit, loan))))
                .toList();
        return Room.fill(visit, entries.size(), fitting -> {
            Message.Builder answer = visit.answer(RENEW_ALL_RESPONSE)
                    .ok(true)
                    .with(RENEWED_COUNT, loans.renewed().size())
                    .with(UNRENEWED_COUNT, loans.unrenewed().size())
                    .with(AO, visit.institution().id());
            entries.subList(0, fitting).forEach(entry -> answer.with(entry.field(), entry.value()));
            Notices.add(answer, visit, done.notes());
            return answer.build();
        });
    }

    /** The barcode first, so that a machine can read it, then the reason. */
    private static String unrenewed(Visit visit, Unrenewed loan) {
        return loan.item() + " " + visit.wording().text(RENEW_ALL_RESPONSE, loan.refusal());
    }
}
