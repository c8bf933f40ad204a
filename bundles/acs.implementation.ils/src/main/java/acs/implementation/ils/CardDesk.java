// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import java.sql.SQLException;
import java.util.Optional;

/** Blocks and releases cards on a terminal's word. */
final class CardDesk {
    private final Desk desk;

    CardDesk(Desk desk) {
        this.desk = desk;
    }

    /** What the terminal said when it blocked the card. */
    static String reasonOfBlock(Desk desk, long patronId) throws SQLException {
        return desk.session()
                .one(
                        "SELECT reason FROM terminal_blocks WHERE patron_id = ? AND lifted IS NULL ORDER BY id DESC",
                        Row::text,
                        patronId)
                .orElse("");
    }

    Outcome<Patron> block(String name, String reason, boolean retained) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(desk.session(), name);
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        long id = patron.get().id();
        desk.session()
                .update(
                        """
                        INSERT INTO terminal_blocks (patron_id, reason, retained, terminal, library_id, blocked)
                        VALUES (?, ?, ?, ?, ?, ?)""",
                        id,
                        reason,
                        retained,
                        desk.terminal(),
                        Session.key(desk.libraryId()),
                        desk.now());
        StaffList.add(desk, retained ? "card_retained" : "card_blocked", 0, id, reason);
        return marked(id, true);
    }

    Outcome<Patron> enable(String name) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(desk.session(), name);
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        if (!patron.get().terminalBlocked()) {
            return Outcome.done(Standing.of(desk, patron.get()).describe(desk));
        }
        long id = patron.get().id();
        desk.session()
                .update("UPDATE terminal_blocks SET lifted = ? WHERE patron_id = ? AND lifted IS NULL", desk.now(), id);
        return marked(id, false);
    }

    private Outcome<Patron> marked(long id, boolean blocked) throws SQLException {
        desk.session()
                .update("UPDATE patrons SET terminal_blocked = ?, version = version + 1 WHERE id = ?", blocked, id);
        PatronRow now = PatronRow.lock(desk.session(), id).orElseThrow();
        return Outcome.done(Standing.of(desk, now).describe(desk));
    }
}
