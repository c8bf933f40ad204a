// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A loan that ended, with what cancelling its return has to put back.
 *
 * @param made when the return was booked
 * @param status of the item before
 * @param heldBy where the item was before
 * @param toLibrary where it was under way to before; 0 = nowhere
 * @param holdId that the return captured; 0 = none
 * @param transferId that the return began; 0 = none
 * @param feeId the fine; 0 = none
 */
record Past(
        long id,
        long patronId,
        Instant made,
        Optional<String> status,
        long heldBy,
        long toLibrary,
        long holdId,
        long transferId,
        long feeId) {

    static void keep(
            Desk desk, ItemRow item, LoanRow loan, Instant returned, long here, Routing.Result routed, long feeId)
            throws SQLException {
        desk.session()
                .update(
                        """
                        INSERT INTO loan_history (item_id, patron_id, loaned, due, renewals, renewed, recalled, recall_due,
                               library_id, terminal, returned, return_made, return_library_id, return_terminal,
                               undo_status, undo_holding_library, undo_to_library, undo_hold_id, undo_transfer_id,
                               undo_fee_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        loan.itemId(),
                        loan.patronId(),
                        loan.loaned(),
                        loan.due(),
                        loan.renewals(),
                        loan.renewed(),
                        loan.recalled(),
                        loan.recallDue(),
                        Session.key(loan.libraryId()),
                        loan.terminal(),
                        returned,
                        desk.now(),
                        here,
                        desk.terminal(),
                        item.state().column(),
                        item.holdingLibrary(),
                        Session.key(item.toLibrary()),
                        Session.key(routed.captured()),
                        Session.key(routed.transfer()),
                        Session.key(feeId));
    }

    /** The last loan of an item. */
    static Optional<Past> lastOf(Session session, long itemId) throws SQLException {
        return session.one(
                """
                SELECT id, patron_id, return_made, undo_status, undo_holding_library, undo_to_library, undo_hold_id,
                       undo_transfer_id, undo_fee_id
                  FROM loan_history WHERE item_id = ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY""",
                row -> new Past(
                        row.id(),
                        row.id(),
                        row.instant(),
                        row.optionalText(),
                        row.id(),
                        row.id(),
                        row.id(),
                        row.id(),
                        row.id()),
                itemId);
    }

    /** Makes it a running loan again. */
    void revive(Session session) throws SQLException {
        session.update(
                """
                INSERT INTO loans (item_id, patron_id, loaned, due, renewals, renewed, recalled, recall_due, library_id,
                                   terminal)
                SELECT item_id, patron_id, loaned, due, renewals, renewed, recalled, recall_due, library_id, terminal
                  FROM loan_history WHERE id = ?""",
                id);
        session.update("DELETE FROM loan_history WHERE id = ?", id);
    }
}
