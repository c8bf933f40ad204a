// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An item's row with that of its title.
 *
 * @param holdingLibrary where it is, or left for toLibrary
 * @param toLibrary where it is under way to, 0 = nowhere
 */
record ItemRow(
        long id,
        String barcode,
        long titleId,
        String title,
        String author,
        String isbn,
        long typeId,
        String collection,
        String location,
        String callNumber,
        long homeLibrary,
        long holdingLibrary,
        long toLibrary,
        State state,
        boolean notForLoan,
        String materials,
        String properties) {

    /** Where an item is in its life, apart from loans and holds. */
    enum State {
        AVAILABLE,
        ON_ORDER,
        IN_PROCESS,
        IN_TRANSIT,
        RESHELVING,
        CLAIMED_RETURNED,
        LOST,
        MISSING,
        WITHDRAWN;

        private final String column = name().toLowerCase(Locale.ROOT);

        static State of(String column) {
            for (State state : values()) {
                if (state.column.equals(column)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("status: " + column);
        }

        String column() {
            return column;
        }
    }

    static final String COLUMNS =
            """
            i.id, i.barcode, i.title_id, t.title, t.author, t.isbn, i.item_type_id, i.collection, i.location,
            i.call_number, i.home_library_id, i.holding_library_id, i.to_library_id, i.status, i.not_for_loan,
            i.materials, i.properties
            """;

    private static final String FIND =
            "SELECT " + COLUMNS + "  FROM items i JOIN titles t ON t.id = i.title_id WHERE i.barcode = ?";

    private static final String BY_ID =
            "SELECT " + COLUMNS + "  FROM items i JOIN titles t ON t.id = i.title_id WHERE i.id = ?";

    private static final String LOCK =
            "SELECT i.holding_library_id, i.to_library_id, i.status FROM items i WHERE i.id = ?";

    static Optional<ItemRow> find(Session session, String barcode) throws SQLException {
        return session.one(FIND, ItemRow::read, barcode);
    }

    static ItemRow find(Session session, long id) throws SQLException {
        return session.one(BY_ID, ItemRow::read, id).orElseThrow(() -> new SQLException("item " + id + " is gone"));
    }

    /** This item as it is now, which nobody else may change until the transaction is over. */
    ItemRow locked(Session session) throws SQLException {
        return session.one(LOCK + session.locking(), row -> placed(row.id(), row.id(), State.of(row.text())), id)
                .orElseThrow(() -> new SQLException("item " + id + " is gone"));
    }

    /** The same item elsewhere. */
    ItemRow placed(long holding, long to, State now) {
        return new ItemRow(
                id,
                barcode,
                titleId,
                title,
                author,
                isbn,
                typeId,
                collection,
                location,
                callNumber,
                homeLibrary,
                holding,
                to,
                now,
                notForLoan,
                materials,
                properties);
    }

    ItemRow described(String newProperties) {
        return new ItemRow(
                id,
                barcode,
                titleId,
                title,
                author,
                isbn,
                typeId,
                collection,
                location,
                callNumber,
                homeLibrary,
                holdingLibrary,
                toLibrary,
                state,
                notForLoan,
                materials,
                newProperties);
    }

    /** Writes where the item is, if that is news, and returns it as it is then. */
    ItemRow moved(Session session, long holding, long to, State now) throws SQLException {
        if (holding == holdingLibrary && to == toLibrary && now == state) {
            return this;
        }
        session.update(
                "UPDATE items SET holding_library_id = ?, to_library_id = ?, status = ? WHERE id = ?",
                holding,
                Session.key(to),
                now.column(),
                id);
        return placed(holding, to, now);
    }

    /** Writes that the item was seen; what was lost is found again, if that is wanted. */
    ItemRow seen(Session session, Instant now, boolean found) throws SQLException {
        session.update("UPDATE items SET seen = ? WHERE id = ?", now, id);
        return found && LostValue.of(state) > 0 ? moved(session, holdingLibrary, toLibrary, State.AVAILABLE) : this;
    }

    /** Writes what a terminal says of the item, if it says anything new, and returns it as it is then. */
    ItemRow describedAs(Session session, String newProperties) throws SQLException {
        if (newProperties.isEmpty() || newProperties.equals(properties)) {
            return this;
        }
        session.update("UPDATE items SET properties = ? WHERE id = ?", newProperties, id);
        return described(newProperties);
    }

    static ItemRow read(Row row) throws SQLException {
        return new ItemRow(
                row.id(),
                row.text(),
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.id(),
                row.text(),
                row.text(),
                row.text(),
                row.id(),
                row.id(),
                row.id(),
                State.of(row.text()),
                row.flag(),
                row.text(),
                row.text());
    }
}
