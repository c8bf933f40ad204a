// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AD;
import static acs.sip2.Field.AE;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BL;
import static acs.sip2.Fixed.LANGUAGE;
import static acs.sip2.Fixed.PATRON_STATUS;
import static acs.sip2.MessageType.PATRON_INFORMATION_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists;
import acs.api.circulation.PatronLists.Counts;
import acs.api.circulation.Refusal;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.PatronStatus;
import java.util.List;
import java.util.Optional;

/** Who is this patron, and what do they have, wait for and owe? (63, answered with 64.) */
final class PatronInformationHandler implements Handler {
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Patron patron = visit.findPatron(Sent.id(request, AA)).orElse(null);
        if (patron == null) {
            return refuse(request, visit, Outcome.refused(Refusal.PATRON_UNKNOWN));
        }
        Pin pin = visit.pin(patron, request.get(AD));
        Optional<Counts> counts = visit.offers(PatronLists.class)
                ? Optional.of(visit.ask(PatronLists.class, (lists, context) -> lists.counts(context, patron.id())))
                : Optional.empty();
        PatronInformation answer = new PatronInformation(request, visit, patron, pin, counts);
        PatronList list = PatronList.wanted(request.get(Fixed.SUMMARY)).orElse(null);
        if (list == null || !visit.showsPersonalData(pin)) {
            return answer.withoutList();
        }
        List<String> entries = list.entries(request, visit, patron.id());
        return Room.fill(visit, entries.size(), fitting -> answer.with(list, entries.subList(0, fitting)));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = PatronInformation.withCounts(
                        visit.answer(PATRON_INFORMATION_RESPONSE), Optional.of(NOTHING))
                .with(PATRON_STATUS, PatronStatus.denied())
                .with(LANGUAGE, request.get(LANGUAGE))
                .with(AO, visit.institution().id())
                .with(AA, visit.echo(request.get(AA)))
                .with(AE, "")
                .with(BL, "N");
        Notices.add(answer, visit, PATRON_INFORMATION_RESPONSE, why);
        return answer.build();
    }
}
