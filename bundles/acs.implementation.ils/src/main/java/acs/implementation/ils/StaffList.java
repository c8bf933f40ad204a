// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;

/** What a machine recorded and a person must look at. */
final class StaffList {
    private StaffList() {}

    /** Adds an entry; ids are 0 where there is none. */
    static void add(Desk desk, String kind, long itemId, long patronId, String detail) throws SQLException {
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
}
