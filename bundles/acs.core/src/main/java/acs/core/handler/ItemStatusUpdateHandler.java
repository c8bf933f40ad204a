// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AB;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.CH;
import static acs.sip2.MessageType.ITEM_STATUS_UPDATE_RESPONSE;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Item;
import acs.api.circulation.ItemProperties;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.sip2.Fixed;
import acs.sip2.Message;

/** Keeps what a terminal found out about an item (19, answered with 20). */
final class ItemStatusUpdateHandler implements Handler {

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        return update(request, visit).fold(done -> updated(request, visit, done), why -> refuse(request, visit, why));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(ITEM_STATUS_UPDATE_RESPONSE)
                .with(Fixed.ITEM_PROPERTIES_OK, false)
                .with(AB, request.get(AB))
                .with(AJ, LoanParts.title(why));
        Notices.add(answer, visit, ITEM_STATUS_UPDATE_RESPONSE, why);
        return answer.build();
    }

    private static Message updated(Message request, Visit visit, Done<Item> done) {
        Message.Builder answer = visit.answer(ITEM_STATUS_UPDATE_RESPONSE)
                .with(Fixed.ITEM_PROPERTIES_OK, true)
                .with(AB, request.get(AB))
                .with(AJ, done.value().title())
                .withIfPresent(CH, done.value().properties());
        Notices.add(answer, visit, done.notes());
        return answer.build();
    }

    private static Outcome<Item> update(Message request, Visit visit) throws CirculationException {
        String item = Sent.id(request, AB);
        if (item.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        // Nothing said is not the same as an empty text, which would wipe out what is stored; nor is half a text.
        return request.has(CH) && !request.overlong(CH)
                ? visit.ask(ItemProperties.class, (library, context) -> library.update(context, item, request.get(CH)))
                : Outcome.refused(Refusal.REQUEST_INVALID);
    }
}
