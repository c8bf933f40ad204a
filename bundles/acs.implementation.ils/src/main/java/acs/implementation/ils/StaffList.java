// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.StaffException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a machine recorded and a person must look at: in the database for them, in the log that there is something. */
final class StaffList {
    private static final Logger LOG = LoggerFactory.getLogger(StaffList.class);
    private static final int MOST = 500;

    private StaffList() {}

    /** Adds an entry; ids are 0 where there is none. */
    static void add(Desk desk, String kind, long itemId, long patronId, String detail) throws SQLException {
        LOG.info("For staff: {} at {}", kind, desk.terminal());
        desk.session()
                .update(
                        """
                        INSERT INTO staff_exceptions (kind, item_id, patron_id, detail, terminal, library_id, noticed)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""",
                        kind,
                        Session.key(itemId),
                        Session.key(patronId),
                        detail,
                        desk.terminal(),
                        Session.key(desk.libraryId()),
                        desk.now());
    }

    /** What is not settled, the oldest first. */
    static List<StaffException> open(Session session) throws SQLException {
        return session.list(
                """
                SELECT e.id, e.kind, COALESCE(i.barcode, ''), COALESCE(p.cardnumber, ''), e.detail, e.terminal, e.noticed
                  FROM staff_exceptions e
                  LEFT JOIN items i ON i.id = e.item_id
                  LEFT JOIN patrons p ON p.id = e.patron_id
                 WHERE e.settled IS NULL
                 ORDER BY e.id FETCH FIRST ? ROWS ONLY""",
                row -> new StaffException(
                        row.id(), row.text(), row.text(), row.text(), row.text(), row.text(), row.instant()),
                MOST);
    }

    /** Whether there was such an entry. */
    static boolean settle(Session session, long id, Instant when) throws SQLException {
        return session.update("UPDATE staff_exceptions SET settled = ? WHERE id = ? AND settled IS NULL", when, id) > 0;
    }
}
