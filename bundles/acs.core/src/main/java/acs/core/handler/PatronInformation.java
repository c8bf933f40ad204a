// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static acs.sip2.Field.AA;
import static acs.sip2.Field.AD;
import static acs.sip2.Field.AE;
import static acs.sip2.Field.AO;
import static acs.sip2.Field.BD;
import static acs.sip2.Field.BE;
import static acs.sip2.Field.BF;
import static acs.sip2.Field.BL;
import static acs.sip2.Field.BZ;
import static acs.sip2.Field.CA;
import static acs.sip2.Field.CB;
import static acs.sip2.Field.CC;
import static acs.sip2.Field.CQ;
import static acs.sip2.Field.PB;
import static acs.sip2.Field.PC;
import static acs.sip2.Field.PI;
import static acs.sip2.Fixed.CHARGED_ITEMS_COUNT;
import static acs.sip2.Fixed.FINE_ITEMS_COUNT;
import static acs.sip2.Fixed.HOLD_ITEMS_COUNT;
import static acs.sip2.Fixed.LANGUAGE;
import static acs.sip2.Fixed.OVERDUE_ITEMS_COUNT;
import static acs.sip2.Fixed.PATRON_STATUS;
import static acs.sip2.Fixed.RECALL_ITEMS_COUNT;
import static acs.sip2.Fixed.UNAVAILABLE_HOLDS_COUNT;
import static acs.sip2.MessageType.PATRON_INFORMATION_RESPONSE;

import acs.api.circulation.Block.Reason;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists.Counts;
import acs.sip2.Field;
import acs.sip2.Message;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The answer about a patron that was found (64), with or without a list in its middle. */
final class PatronInformation {
    private static final Set<Reason> NO_INTERNET = Set.of(
            Reason.CARD_LOST,
            Reason.EXPIRED,
            Reason.RESTRICTED,
            Reason.BLOCKED_AT_TERMINAL,
            Reason.EXCESSIVE_FINES,
            Reason.EXCESSIVE_FEES);

    private final Message request;
    private final Visit visit;
    private final Patron patron;
    private final Pin pin;
    private final Optional<Counts> counts;
    private final PatronParts parts;

    PatronInformation(Message request, Visit visit, Patron patron, Pin pin, Optional<Counts> counts) {
        this.request = request;
        this.visit = visit;
        this.patron = patron;
        this.pin = pin;
        this.counts = counts;
        this.parts = new PatronParts(visit, patron, pin);
    }

    /** Sets the six counts; blanks where nobody can tell. */
    static Message.Builder withCounts(Message.Builder answer, Optional<Counts> counts) {
        return answer.with(HOLD_ITEMS_COUNT, count(counts, Counts::readyHolds))
                .with(OVERDUE_ITEMS_COUNT, count(counts, Counts::overdue))
                .with(CHARGED_ITEMS_COUNT, count(counts, Counts::loans))
                .with(FINE_ITEMS_COUNT, count(counts, Counts::fees))
                .with(RECALL_ITEMS_COUNT, count(counts, Counts::recalled))
                .with(UNAVAILABLE_HOLDS_COUNT, count(counts, Counts::otherHolds));
    }

    Message withoutList() {
        return finish(start());
    }

    Message with(PatronList list, List<String> entries) {
        Message.Builder answer = start();
        entries.forEach(entry -> answer.with(list.field(), entry));
        return finish(answer);
    }

    private Message.Builder start() {
        Message.Builder answer = withCounts(visit.answer(PATRON_INFORMATION_RESPONSE), counts)
                .with(PATRON_STATUS, parts.status())
                .with(LANGUAGE, request.get(LANGUAGE))
                .with(AO, visit.institution().id())
                .with(AA, visit.echo(request.get(AA)))
                .with(AE, parts.name());
        addLimit(answer, BZ, patron.limits().holds());
        addLimit(answer, CA, patron.limits().overdues());
        addLimit(answer, CB, patron.limits().loans());
        answer.with(BL, "Y");
        addPinVerdict(answer);
        parts.addDebt(answer);
        patron.limits()
                .fees()
                .ifPresent(limit -> answer.with(CC, visit.wording().money(limit)));
        return answer;
    }

    private Message finish(Message.Builder answer) {
        if (visit.showsPersonalData(pin)) {
            addPersonalData(answer);
        }
        parts.addScreenMessage(answer);
        parts.addExtras(answer);
        return answer.build();
    }

    /** Here nothing is said of a PIN where none was sent; and a login can have it that an empty one is good enough. */
    private void addPinVerdict(Message.Builder answer) {
        if (pin == Pin.NOT_SENT && visit.account().settings().isOn("allow_empty_passwords") && request.has(AD)) {
            answer.with(CQ, "Y");
        } else if (request.has(AD)) {
            parts.addPinVerdict(answer);
        }
    }

    private void addPersonalData(Message.Builder answer) {
        answer.withIfPresent(BD, patron.contact().address())
                .withIfPresent(BE, patron.contact().email())
                .withIfPresent(BF, patron.contact().phone());
        patron.born().ifPresent(day -> answer.with(PB, DateTimeFormatter.BASIC_ISO_DATE.format(day)));
        answer.withIfPresent(PC, patron.category())
                .with(PI, NO_INTERNET.stream().noneMatch(patron::has) ? "Y" : "N");
    }

    private static void addLimit(Message.Builder answer, Field field, OptionalInt limit) {
        if (limit.isPresent()) {
            answer.with(field, String.format(Locale.ROOT, "%04d", Math.min(9999, Math.max(0, limit.getAsInt()))));
        }
    }

    private static OptionalInt count(Optional<Counts> counts, ToIntFunction<Counts> which) {
        return counts.map(known -> OptionalInt.of(which.applyAsInt(known))).orElse(OptionalInt.empty());
    }
}
