// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A loan that runs.
 *
 * @param cardnumber of the patron
 * @param made when it was booked, if a terminal did
 * @param undo what cancelling it has to put back
 */
record LoanRow(
        long itemId,
        long patronId,
        String cardnumber,
        Instant loaned,
        Instant due,
        int renewals,
        Optional<Instant> renewed,
        Optional<Instant> recalled,
        Optional<Instant> recallDue,
        long libraryId,
        String terminal,
        Optional<Instant> made,
        Undo undo) {

    /** State before the loan; ids are 0 where there is none. */
    record Undo(Optional<String> status, long toLibrary, long holdId, long feeId) {}

    static final String COLUMNS =
            """
            l.item_id, l.patron_id, b.cardnumber, l.loaned, l.due, l.renewals, l.renewed, l.recalled, l.recall_due,
            l.library_id, l.terminal, l.made, l.undo_status, l.undo_to_library, l.undo_hold_id, l.undo_fee_id
            """;

    private static final String OF_ITEM =
            "SELECT " + COLUMNS + "  FROM loans l JOIN patrons b ON b.id = l.patron_id WHERE l.item_id = ?";

    private static final String OF_PATRON = "SELECT " + COLUMNS
            + "  FROM loans l JOIN patrons b ON b.id = l.patron_id WHERE l.patron_id = ? ORDER BY l.loaned, l.item_id";

    static Optional<LoanRow> ofItem(Session session, long itemId) throws SQLException {
        return session.one(OF_ITEM, LoanRow::read, itemId);
    }

    /** All loans of a patron, the oldest first. */
    static List<LoanRow> ofPatron(Session session, long patronId) throws SQLException {
        return session.list(OF_PATRON, LoanRow::read, patronId);
    }

    static LoanRow read(Row row) throws SQLException {
        return new LoanRow(
                row.id(),
                row.id(),
                row.text(),
                row.instant(),
                row.instant(),
                row.number(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.id(),
                row.text(),
                row.optionalInstant(),
                new Undo(row.optionalText(), row.id(), row.id(), row.id()));
    }

    /** A loan that begins. */
    static LoanRow begun(long itemId, PatronRow patron, Instant loaned, Instant due) {
        return new LoanRow(
                itemId,
                patron.id(),
                patron.cardnumber(),
                loaned,
                due,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                new Undo(Optional.empty(), 0, 0, 0));
    }

    /** The same loan, longer. */
    LoanRow longer(Instant until, Instant when) {
        return new LoanRow(
                itemId,
                patronId,
                cardnumber,
                loaned,
                until,
                renewals + 1,
                Optional.of(when),
                recalled,
                recallDue,
                libraryId,
                terminal,
                made,
                undo);
    }

    /** When it has to be back, which a recall may have brought forward. */
    Instant back() {
        return recallDue.filter(earlier -> earlier.isBefore(due)).orElse(due);
    }
}
