// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A hold that is open.
 *
 * @param itemLevel whether only the copy itemId will do
 * @param itemId the copy asked for, or the one that was captured; 0 = none
 * @param copiesAt only copies that belong to this library will do; 0 = all
 * @param wantedUntil the patron's wish
 * @param shelfUntil until when it waits on the shelf
 */
record HoldRow(
        long id,
        long patronId,
        String cardnumber,
        long titleId,
        boolean itemLevel,
        long itemId,
        long copiesAt,
        Instant placed,
        long pickup,
        Status status,
        Optional<Instant> wantedUntil,
        Optional<Instant> shelfUntil) {

    /** How far it is. */
    enum Status {
        PENDING,
        IN_TRANSIT,
        PROCESSING,
        WAITING;

        private final String column = name().toLowerCase(Locale.ROOT);

        static Status of(String column) {
            for (Status status : values()) {
                if (status.column.equals(column)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("status: " + column);
        }

        String column() {
            return column;
        }
    }

    private static final String SELECT =
            """
            SELECT h.id, h.patron_id, p.cardnumber, h.title_id, h.level, h.item_id, h.copies_at, h.placed,
                   h.pickup_library_id, h.status, h.wanted_until, h.shelf_until
              FROM holds h JOIN patrons p ON p.id = h.patron_id
            """;

    /** The queue of a title, first come first. */
    static List<HoldRow> ofTitle(Session session, long titleId) throws SQLException {
        return session.list(SELECT + " WHERE h.title_id = ? ORDER BY h.placed, h.id", HoldRow::read, titleId);
    }

    /** All holds of a patron, the oldest first. */
    static List<HoldRow> ofPatron(Session session, long patronId) throws SQLException {
        return session.list(SELECT + " WHERE h.patron_id = ? ORDER BY h.placed, h.id", HoldRow::read, patronId);
    }

    private static HoldRow read(Row row) throws SQLException {
        return new HoldRow(
                row.id(),
                row.id(),
                row.text(),
                row.id(),
                row.text().equals("item"),
                row.id(),
                row.id(),
                row.instant(),
                row.id(),
                Status.of(row.text()),
                row.optionalInstant(),
                row.optionalInstant());
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    boolean isReady() {
        return status == Status.WAITING;
    }

    /** Whether this very copy was captured for it. */
    boolean holds(ItemRow item) {
        return !isPending() && itemId == item.id();
    }

    /** Whether it waits for a copy, and this one will do. */
    boolean wants(ItemRow item, Instant now) {
        return isPending()
                && (!itemLevel || itemId == item.id())
                && (copiesAt == 0 || copiesAt == item.homeLibrary())
                && wantedUntil.map(end -> !end.isBefore(now)).orElse(true);
    }

    Optional<Instant> expires() {
        return isReady() ? shelfUntil : wantedUntil;
    }

    HoldRow captured(ItemRow item, Status now, Optional<Instant> until) {
        return new HoldRow(
                id,
                patronId,
                cardnumber,
                titleId,
                itemLevel,
                item.id(),
                copiesAt,
                placed,
                pickup,
                now,
                wantedUntil,
                until);
    }
}
