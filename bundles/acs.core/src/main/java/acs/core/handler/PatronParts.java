// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import acs.api.circulation.Block;
import acs.api.circulation.Patron;
import acs.api.circulation.Privilege;
import acs.rules.FieldTemplate;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.PatronStatus;
import acs.sip2.PatronStatus.Flag;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** The parts that the answers about a patron (24, 64, 26) have in common; each has its own order of them. */
final class PatronParts {
    private final Visit visit;
    private final Patron patron;
    private final Pin pin;

    PatronParts(Visit visit, Patron patron, Pin pin) {
        this.visit = visit;
        this.patron = patron;
        this.pin = pin;
    }

    /** What the patron may not do (0 to 3), and why (4 to 13) as far as there is a flag for it. */
    PatronStatus status() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Privilege privilege : patron.denied()) {
            flags.add(
                    switch (privilege) {
                        case LOAN -> Flag.CHARGE_DENIED;
                        case RENEWAL -> Flag.RENEWAL_DENIED;
                        case RECALL -> Flag.RECALL_DENIED;
                        case HOLD -> Flag.HOLD_DENIED;
                    });
        }
        for (Block block : patron.blocks()) {
            switch (block.reason()) {
                case CARD_LOST -> flags.add(Flag.CARD_REPORTED_LOST);
                case TOO_MANY_LOANS -> flags.add(Flag.TOO_MANY_ITEMS_CHARGED);
                case TOO_MANY_OVERDUES -> addOverdue(flags, true);
                case OVERDUES -> addOverdue(flags, false);
                case TOO_MANY_RENEWALS -> flags.add(Flag.TOO_MANY_RENEWALS);
                case TOO_MANY_CLAIMED_RETURNED -> flags.add(Flag.TOO_MANY_CLAIMS_RETURNED);
                case TOO_MANY_LOST -> flags.add(Flag.TOO_MANY_ITEMS_LOST);
                case EXCESSIVE_FINES -> flags.add(Flag.EXCESSIVE_FINES);
                case EXCESSIVE_FEES -> flags.add(Flag.EXCESSIVE_FEES);
                case RECALL_OVERDUE -> flags.add(Flag.RECALL_OVERDUE);
                case TOO_MANY_BILLED -> flags.add(Flag.TOO_MANY_ITEMS_BILLED);
                case EXPIRED, RESTRICTED, BLOCKED_AT_TERMINAL -> {}
            }
        }
        return PatronStatus.of(flags);
    }

    /** A login can have the flag whenever overdues block, or never; else it says that there are too many of them. */
    private void addOverdue(Set<Flag> flags, boolean tooMany) {
        Settings settings = visit.account().settings();
        if (settings.has("overdues_block_checkout") ? settings.isOn("overdues_block_checkout") : tooMany) {
            flags.add(Flag.TOO_MANY_ITEMS_OVERDUE);
        }
    }

    /** Empty where the terminal must not see it. */
    String name() {
        if (!visit.showsName(pin)) {
            return "";
        }
        Settings settings = visit.account().settings();
        return settings.has("ae_field_template")
                ? FieldTemplate.of(settings.text("ae_field_template"))
                        .fill(property -> KohaNames.of(patron, property), visit.templateStyle())
                : patron.name();
    }

    /** CQ: never Y without a right PIN, and left out where nobody could tell. */
    void addPinVerdict(Message.Builder answer) {
        if (pin != Pin.UNAVAILABLE) {
            answer.with(Field.CQ, pin == Pin.RIGHT ? "Y" : "N");
        }
    }

    /** BH and BV: what the patron owes, zero included. */
    void addDebt(Message.Builder answer) {
        answer.with(Field.BH, visit.institution().currency().getCurrencyCode())
                .with(Field.BV, visit.wording().money(patron.owed().max(BigDecimal.ZERO)));
    }

    /** AF: the screen message, and the patron's library where the login wants it. */
    void addScreenMessage(Message.Builder answer) {
        answer.withIfPresent(Field.AF, new ScreenMessage(visit, patron).text(pin));
        if (visit.account().settings().isOn("send_patron_home_library_in_af")) {
            answer.withIfPresent(Field.AF, patron.library());
        }
    }

    void addExtras(Message.Builder answer) {
        if (visit.showsPersonalData(pin)) {
            ExtraFields.add(answer, visit, patron);
        }
    }
}
