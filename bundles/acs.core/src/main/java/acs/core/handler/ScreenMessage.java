// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Block;
import acs.api.circulation.Block.Reason;
import acs.api.circulation.Patron;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The one long line that answers about a patron show: a greeting with what staff wrote, then what is held against the
 * patron, in the order in which sites know it from Koha and rewrite it ({@code screen_msg_regex}).
 */
final class ScreenMessage {
    private static final String BETWEEN = " -- ";
    private static final int DAYS_OF_WARNING = 30;

    private final Visit visit;
    private final Wording wording;
    private final Patron patron;

    ScreenMessage(Visit visit, Patron patron) {
        this.visit = visit;
        this.wording = visit.wording();
        this.patron = patron;
    }

    /** What staff wrote is left out where personal data is hidden. */
    String text(Pin pin) {
        boolean personal = visit.showsPersonalData(pin);
        StringBuilder line = new StringBuilder(opening(personal));
        for (String part : held(personal)) {
            line.append(BETWEEN).append(part);
        }
        if (pin == Pin.WRONG) {
            line.append(BETWEEN).append(wording.text("patron.pinWrong"));
        }
        if (pin == Pin.UNAVAILABLE) {
            line.append(BETWEEN).append(wording.text("patron.pinUnchecked"));
        }
        return line.toString();
    }

    private String opening(boolean personal) {
        StringBuilder line = new StringBuilder(visit.institution().greeting());
        if (personal) {
            append(line, patron.note());
        }
        append(line, expiry());
        return line.toString();
    }

    private String expiry() {
        LocalDate today = visit.now().toLocalDate();
        LocalDate last = patron.expires().orElse(LocalDate.MAX);
        if (last.isBefore(today)) {
            return wording.text("patron.expired", last);
        }
        int warned =
                visit.account().preferences().number("NotifyBorrowerDeparture").orElse(DAYS_OF_WARNING);
        return ChronoUnit.DAYS.between(today, last) < warned ? wording.text("patron.expires", last) : "";
    }

    private List<String> held(boolean personal) {
        List<String> parts = new ArrayList<>();
        if (patron.has(Reason.EXCESSIVE_FINES) || patron.has(Reason.EXCESSIVE_FEES)) {
            parts.add(wording.text("patron.blockedByFines"));
        }
        for (Block block : patron.blocks()) {
            if (block.reason() == Reason.RESTRICTED) {
                parts.add(personal && !block.detail().isEmpty() ? block.detail() : wording.text("patron.restricted"));
            }
        }
        if (patron.has(Reason.BLOCKED_AT_TERMINAL)) {
            parts.add(wording.text("patron.blockedAtTerminal"));
        }
        if (patron.has(Reason.OVERDUES) || patron.has(Reason.TOO_MANY_OVERDUES)) {
            parts.add(wording.text("patron.overdues"));
        }
        if (patron.owed().signum() > 0) {
            parts.add(wording.text("patron.owes", patron.owed()));
        }
        if (patron.owed().signum() < 0) {
            parts.add(wording.text("patron.credit", patron.owed().negate()));
        }
        if (patron.has(Reason.CARD_LOST)) {
            parts.add(wording.text("patron.cardLost"));
        }
        return parts;
    }

    private static void append(StringBuilder line, String text) {
        if (!text.isEmpty()) {
            if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
            line.append(text);
        }
    }
}
