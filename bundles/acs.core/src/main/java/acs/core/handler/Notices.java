// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.MessageType;

/** Puts what a patron should read into an answer: lines for the display (AF) and for the receipt (AG). */
final class Notices {
    private Notices() {}

    static void add(Message.Builder answer, Visit visit, Notes notes) {
        for (Note line : notes.screen()) {
            answer.withIfPresent(Field.AF, visit.wording().text(line));
        }
        for (Note line : notes.print()) {
            print(answer, visit, visit.wording().text(line));
        }
    }

    /** Why it was refused, then what else the library says of it. A reason without a name is told by the library alone. */
    static void add(Message.Builder answer, Visit visit, MessageType type, Refused<?> refused) {
        if (refused.reason() != Refusal.OTHER || refused.notes().screen().isEmpty()) {
            answer.withIfPresent(Field.AF, visit.wording().text(type, refused));
        }
        add(answer, visit, refused.notes());
    }

    private static void print(Message.Builder answer, Visit visit, String text) {
        if (visit.printWidth() == 0) {
            answer.withIfPresent(Field.AG, text);
            return;
        }
        for (String line : Lines.wrap(text, visit.printWidth())) {
            answer.withIfPresent(Field.AG, line);
        }
    }
}
