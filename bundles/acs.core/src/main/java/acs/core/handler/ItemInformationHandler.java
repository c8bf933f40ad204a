// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AB;
import static acs.sip2.Field.AH;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.AP;
import static acs.sip2.Field.AQ;
import static acs.sip2.Field.BG;
import static acs.sip2.Field.BH;
import static acs.sip2.Field.BV;
import static acs.sip2.Field.CF;
import static acs.sip2.Field.CH;
import static acs.sip2.Field.CJ;
import static acs.sip2.Field.CK;
import static acs.sip2.Field.CM;
import static acs.sip2.Field.CR;
import static acs.sip2.Fixed.CIRCULATION_STATUS;
import static acs.sip2.Fixed.FEE_TYPE;
import static acs.sip2.Fixed.SECURITY_MARKER;
import static acs.sip2.MessageType.ITEM_INFORMATION_RESPONSE;

import acs.api.Settings;
import acs.api.circulation.CirculationException;
import acs.api.circulation.FeeType;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.sip2.Message;

/** What is this item, and where is it? Never: who has it? (17, answered with 18.) */
final class ItemInformationHandler implements Handler {
    /** Libraries do not tell what an item is secured with. */
    private static final String OTHER_SECURITY = "00";

    @Override
    public Message handle(Message request, Visit visit) throws CirculationException {
        return visit.findItem(Sent.id(request, AB))
                .map(found -> describe(request, visit, found))
                .orElseGet(() -> refuse(request, visit, Outcome.refused(Refusal.ITEM_UNKNOWN)));
    }

    @Override
    public Message refuse(Message request, Visit visit, Refused<?> why) {
        Message.Builder answer = visit.answer(ITEM_INFORMATION_RESPONSE)
                .with(CIRCULATION_STATUS, code(ItemStatus.OTHER))
                .with(SECURITY_MARKER, OTHER_SECURITY)
                .with(FEE_TYPE, FeeType.OTHER.code())
                .with(AB, request.get(AB))
                .with(AJ, "");
        Notices.add(answer, visit, ITEM_INFORMATION_RESPONSE, why);
        return answer.build();
    }

    private static Message describe(Message request, Visit visit, Item item) {
        Settings settings = visit.account().settings();
        Wording wording = visit.wording();
        Message.Builder answer = visit.answer(ITEM_INFORMATION_RESPONSE)
                .with(CIRCULATION_STATUS, code(item.status()))
                .with(SECURITY_MARKER, OTHER_SECURITY)
                .with(FEE_TYPE, item.loanCharge().type().code())
                .with(AB, request.get(AB))
                .with(AJ, item.title())
                .with(CK, item.media().code())
                .withIfPresent(AQ, item.permanentLocation())
                .withIfPresent(AP, item.currentLocation())
                .withIfPresent(CH, item.properties())
                .withIfPresent(CR, CheckinAnswer.collection(settings, item));
        if (!item.loanCharge().isNone()) {
            answer.with(BH, visit.institution().currency().getCurrencyCode())
                    .with(BV, wording.money(item.loanCharge().amount()));
        }
        answer.withIfPresent(BG, item.owner());
        if (item.waiting() > 0) {
            answer.with(CF, Integer.toString(item.waiting()));
        }
        item.due().ifPresent(due -> answer.with(AH, LoanParts.due(visit, due)));
        item.recalled().ifPresent(recalled -> answer.with(CJ, wording.stamp(recalled)));
        item.pickupUntil().ifPresent(until -> answer.with(CM, wording.stamp(until)));
        ExtraFields.add(answer, visit, item);
        return answer.build();
    }

    private static String code(ItemStatus status) {
        return switch (status) {
            case OTHER -> "01";
            case ON_ORDER -> "02";
            case AVAILABLE -> "03";
            case ON_LOAN -> "04";
            case IN_PROCESS -> "06";
            case RECALLED -> "07";
            case ON_HOLD_SHELF -> "08";
            case RESHELVING -> "09";
            case IN_TRANSIT -> "10";
            case CLAIMED_RETURNED -> "11";
            case LOST -> "12";
            case MISSING -> "13";
        };
    }
}
