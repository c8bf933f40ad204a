// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A patron's row.
 *
 * @param restricted the reason, possibly an empty text, if they are restricted
 * @param version raised by one with every change
 */
record PatronRow(
        long id,
        String cardnumber,
        String firstname,
        String surname,
        long categoryId,
        long libraryId,
        Optional<LocalDate> expires,
        Optional<LocalDate> born,
        String address,
        String email,
        String phone,
        int language,
        boolean cardLost,
        Optional<String> restricted,
        String note,
        String permissions,
        boolean terminalBlocked,
        String userid,
        long version) {

    private static final String COLUMNS =
            """
            p.id, p.cardnumber, p.firstname, p.surname, p.category_id, p.library_id, p.expires, p.born, p.address,
            p.email, p.phone, p.language, p.card_lost, p.restricted, p.note, p.permissions, p.terminal_blocked, p.userid,
            p.version
            """;

    private static final String FIND = "SELECT " + COLUMNS
            + """
              FROM patron_names n JOIN patrons p ON p.id = n.patron_id WHERE n.name = ?""";

    private static final String LOCK = "SELECT " + COLUMNS
            + """
              FROM patrons p WHERE p.id = (SELECT n.patron_id FROM patron_names n WHERE n.name = ?)""";

    private static final String LOCK_BY_ID = "SELECT " + COLUMNS + " FROM patrons p WHERE p.id = ?";

    /** The patron of a card number, user id or alias. */
    static Optional<PatronRow> find(Session session, String name) throws SQLException {
        return session.one(FIND, PatronRow::read, name);
    }

    /** The same, whose row nobody else may change until the transaction is over. */
    static Optional<PatronRow> lock(Session session, String name) throws SQLException {
        return session.one(LOCK + session.locking(), PatronRow::read, name);
    }

    static Optional<PatronRow> lock(Session session, long id) throws SQLException {
        return session.one(LOCK_BY_ID + session.locking(), PatronRow::read, id);
    }

    private static PatronRow read(Row row) throws SQLException {
        return new PatronRow(
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.id(),
                row.id(),
                row.optionalDate(),
                row.optionalDate(),
                row.text(),
                row.text(),
                row.text(),
                row.number(),
                row.flag(),
                row.optionalText(),
                row.text(),
                row.text(),
                row.flag(),
                row.text(),
                row.id());
    }

    String name() {
        return (firstname + " " + surname).strip();
    }

    /** The id only: everything else is personal. */
    @Override
    public String toString() {
        return "PatronRow[" + id + "]";
    }
}
