// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AB;
import static acs.sip2.Field.AF;
import static acs.sip2.Field.AJ;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.AQ;
import static acs.sip2.Field.CH;
import static acs.sip2.Field.CK;
import static acs.sip2.Field.CL;
import static acs.sip2.Field.CR;
import static acs.sip2.Field.CS;
import static acs.sip2.Field.CT;
import static acs.sip2.Field.CV;
import static acs.sip2.Field.CY;
import static acs.sip2.Field.DA;
import static acs.sip2.MessageType.CHECKIN_RESPONSE;

import acs.api.Settings;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Item;
import acs.api.circulation.Outcome.Done;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.api.circulation.Return.Kind;
import acs.api.circulation.Return.Routing;
import acs.rules.FieldTemplate;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.Ternary;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to a checkin (10): what came back, where it goes next, and whether somebody must look at it. */
final class CheckinAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(CheckinAnswer.class);

    private final Visit visit;
    private final Settings settings;
    private final Message.Builder answer;

    private CheckinAnswer(Message request, Visit visit) {
        this.visit = visit;
        this.settings = visit.account().settings();
        this.answer = visit.answer(CHECKIN_RESPONSE)
                .with(AO, Sent.institution(request, visit))
                .with(AB, request.get(AB));
    }

    static Message accepted(Message request, Visit visit, Done<Return> done) {
        Return back = done.value();
        CheckinAnswer made = new CheckinAnswer(request, visit);
        made.answer
                .ok(true)
                .with(Fixed.RESENSITIZE, back.resensitize())
                .with(Fixed.MAGNETIC_MEDIA, Ternary.of(back.item().magnetic()));
        made.addItem(back.item());
        made.answer.withIfPresent(CL, back.sortBin());
        if (visit.showsPatrons()) {
            made.answer.withIfPresent(AA, back.patron());
        }
        made.addDetails(back.item(), back.routing());
        made.addAlert(back.routing().kind() != Kind.SHELF, code(back.routing().kind()));
        made.addTexts(back);
        Notices.add(made.answer, visit, done.notes());
        return made.answer.build();
    }

    static Message refused(Message request, Visit visit, Refused<?> why) {
        CheckinAnswer made = new CheckinAnswer(request, visit);
        made.answer.ok(false).with(Fixed.RESENSITIZE, false).with(Fixed.MAGNETIC_MEDIA, Ternary.UNKNOWN);
        why.item()
                .ifPresentOrElse(
                        item -> {
                            made.addItem(item);
                            made.answer.withIfPresent(CL, item.attributes().getOrDefault(Return.SORT_BIN, ""));
                            made.addDetails(item, Routing.none());
                        },
                        () -> made.answer.with(AQ, ""));
        // An item that was not on loan needs nobody to look at it: Koha has no alert type for it either.
        String type = why.reason() == Refusal.ITEM_NOT_ON_LOAN ? "" : code(Kind.STAFF);
        made.addAlert(!settings(visit).isOn("cv_triggers_alert") || !type.isEmpty(), type);
        Notices.add(made.answer, visit, CHECKIN_RESPONSE, why);
        return made.answer.build();
    }

    private static Settings settings(Visit visit) {
        return visit.account().settings();
    }

    private void addItem(Item item) {
        answer.with(AQ, item.permanentLocation()).withIfPresent(AJ, item.title());
        ExtraFields.add(answer, visit, item);
    }

    private void addDetails(Item item, Routing routing) {
        answer.with(CK, item.media().code())
                .withIfPresent(CH, item.properties())
                .withIfPresent(CS, item.callNumber());
        if (visit.showsPatrons()) {
            answer.withIfPresent(CY, routing.patron());
        }
        if (settings.isOn("ct_always_send")) {
            answer.with(CT, routing.destination());
        } else {
            answer.withIfPresent(CT, routing.destination());
        }
        answer.withIfPresent(DA, holderName(routing)).withIfPresent(CR, collection(settings, item));
    }

    /** CR: the shelving category, or what else of an item the login wants there. */
    static String collection(Settings settings, Item item) {
        String property = settings.text("cr_item_field");
        return property.isEmpty() ? item.collection() : KohaNames.of(item, property);
    }

    private void addAlert(boolean alert, String type) {
        answer.with(Fixed.ALERT, alert);
        if (alert && !type.isEmpty()) {
            answer.with(CV, type);
        } else if (settings.isOn("cv_send_00_on_success")) {
            answer.with(CV, "00");
        }
    }

    private void addTexts(Return back) {
        Wording wording = visit.wording();
        if (settings.isOn("show_checkin_message")) {
            String shelf = KohaNames.of(back.item(), "location");
            answer.with(AF, wording.text("checkin.done", back.item().permanentLocation(), shelf));
        }
        if (settings.isOn("show_outstanding_amount") && !back.charge().isNone()) {
            answer.with(
                    AF, wording.text("checkin.owed", wording.price(back.charge().amount())));
        }
    }

    /** Who it is held for. There is no PIN in a checkin, so this is for terminals that need none to see names. */
    private String holderName(Routing routing) {
        if (routing.patron().isEmpty() || !visit.showsName(Pin.NOT_SENT)) {
            return "";
        }
        String template = settings.text("da_field_template");
        if (template.isEmpty()) {
            return routing.patronName();
        }
        return holder(routing)
                .map(patron ->
                        FieldTemplate.of(template).fill(name -> KohaNames.of(patron, name), visit.templateStyle()))
                .orElse(routing.patronName());
    }

    /** The item is back whatever happens now, so no answer about a name must not become no answer. */
    private Optional<Patron> holder(Routing routing) {
        try {
            return visit.ask(Circulation.class, (library, context) -> library.findPatron(context, routing.patron()));
        } catch (CirculationException noAnswer) {
            LOG.debug("Name of who a returned item is held for is not known", noAnswer);
            return Optional.empty();
        }
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case SHELF -> "";
            case HOLD_HERE -> "01";
            case HOLD_ELSEWHERE -> "02";
            case INTERLIBRARY_LOAN -> "03";
            case TRANSFER -> "04";
            case STAFF -> "99";
        };
    }
}
