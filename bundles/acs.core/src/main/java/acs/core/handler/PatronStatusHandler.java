// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AD;
import static acs.sip2.Field.AE;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BL;
import static acs.sip2.Fixed.LANGUAGE;
import static acs.sip2.Fixed.PATRON_STATUS;
import static acs.sip2.MessageType.PATRON_STATUS_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.sip2.Message;
import acs.sip2.PatronStatus;

/** What may this patron do? (23, answered with 24.) */
final class PatronStatusHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Patron patron = visit.findPatron(Sent.id(request, AA)).orElse(null);
        if (patron == null) {
            return refuse(request, visit, Outcome.refused(Refusal.PATRON_UNKNOWN));
        }
        PatronParts parts = new PatronParts(visit, patron, visit.pin(patron, request.get(AD)));
        Message.Builder answer = visit.answer(PATRON_STATUS_RESPONSE)
                .with(PATRON_STATUS, parts.status())
                .with(LANGUAGE, request.get(LANGUAGE))
                .with(AE, parts.name())
                .with(AA, visit.echo(request.get(AA)))
                .with(BL, "Y");
        parts.addPinVerdict(answer);
        parts.addDebt(answer);
        parts.addScreenMessage(answer);
        parts.addExtras(answer);
        return answer.with(AO, Sent.institution(request, visit)).build();
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(PATRON_STATUS_RESPONSE)
                .with(PATRON_STATUS, PatronStatus.denied())
                .with(LANGUAGE, request.get(LANGUAGE))
                .with(AE, "")
                .with(AA, visit.echo(request.get(AA)))
                .with(BL, "N");
        Notices.add(answer, visit, PATRON_STATUS_RESPONSE, why);
        return answer.with(AO, Sent.institution(request, visit)).build();
    }
}
