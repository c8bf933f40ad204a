// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AF;
import static acs.sip2.Field.AO;
import static acs.sip2.Fixed.END_SESSION;
import static acs.sip2.MessageType.END_SESSION_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronSessions;
import acs.sip2.Message;
import java.util.Optional;

/** Says goodbye (35, answered with 36): always well, since whoever leaves is gone. */
final class EndSessionHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        Notes notes = end(request, visit);
        Message.Builder answer =
                start(request, visit, true).with(AF, visit.wording().text("session.end"));
        Notices.add(answer, visit, notes);
        return answer.build();
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = start(request, visit, false);
        Notices.add(answer, visit, END_SESSION_RESPONSE, why);
        return answer.build();
    }

    private static Message.Builder start(Message request, Visit visit, boolean ended) {
        return visit.answer(END_SESSION_RESPONSE)
                .with(END_SESSION, ended)
                .with(AO, visit.institution().id())
                .with(AA, visit.echo(request.get(AA)));
    }

    private static Notes end(Message request, Visit visit) throws CirculationException {
        if (!visit.offers(PatronSessions.class)) {
            return Notes.none();
        }
        Optional<Patron> patron = visit.findPatron(Sent.id(request, AA));
        return patron.isEmpty()
                ? Notes.none()
                : visit.ask(
                        PatronSessions.class,
                        (library, context) -> library.end(context, patron.get().id()));
    }
}
