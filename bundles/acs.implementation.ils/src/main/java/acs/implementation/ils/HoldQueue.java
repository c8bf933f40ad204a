// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.implementation.ils.HoldRow.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue of holds for a title, as an item that comes in or goes out sees it.
 *
 * <p>Whoever captures or ends a hold says what it was before: of two that try at the same time one finds it changed.
 */
final class HoldQueue {
    private static final int DEFAULT_SHELF_DAYS = 7;

    private final Desk desk;

    HoldQueue(Desk desk) {
        this.desk = desk;
    }

    /** The hold that this copy was captured for. */
    static Optional<HoldRow> captured(List<HoldRow> queue, ItemRow item) {
        return queue.stream().filter(hold -> hold.holds(item)).findFirst();
    }

    /** The hold that this copy would go to next. */
    static Optional<HoldRow> next(List<HoldRow> queue, ItemRow item, Instant now) {
        return queue.stream().filter(hold -> hold.wants(item, now)).findFirst();
    }

    /** The first hold of the queue that gets the copy, at the library where it is; empty if nobody wants it. */
    Optional<HoldRow> capture(List<HoldRow> queue, ItemRow item, long here) throws SQLException {
        for (HoldRow hold : queue) {
            if (hold.wants(item, desk.now())) {
                Optional<HoldRow> captured = capture(hold, item, here);
                if (captured.isPresent()) {
                    return captured;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<HoldRow> capture(HoldRow hold, ItemRow item, long here) throws SQLException {
        HoldRow captured = arrived(hold, item, here);
        int changed = desk.session()
                .update(
                        "UPDATE holds SET status = ?, item_id = ?, shelf_until = ? WHERE id = ? AND status = ?",
                        captured.status().column(),
                        item.id(),
                        captured.shelfUntil(),
                        hold.id(),
                        hold.status().column());
        return changed == 0 ? Optional.empty() : Optional.of(captured);
    }

    /** The captured hold after its copy turned up here: on the shelf if this is where it is fetched. */
    HoldRow turnedUp(HoldRow hold, ItemRow item, long here) throws SQLException {
        return hold.isReady() && hold.pickup() == here
                ? hold
                : capture(hold, item, here).orElseThrow(Races::lost);
    }

    private HoldRow arrived(HoldRow hold, ItemRow item, long here) {
        if (hold.pickup() != here) {
            return hold.captured(item, Status.IN_TRANSIT, Optional.empty());
        }
        if (desk.isOn("HoldsNeedProcessingSIP") && hold.status() != Status.PROCESSING) {
            return hold.captured(item, Status.PROCESSING, Optional.empty());
        }
        int days = desk.number("ReservesMaxPickUpDelay", DEFAULT_SHELF_DAYS);
        return hold.captured(
                item, Status.WAITING, Optional.of(desk.endOf(desk.today().plusDays(days))));
    }

    /** Puts a captured hold back to its place in the queue. */
    void release(HoldRow hold) throws SQLException {
        desk.session()
                .update(
                        """
                        UPDATE holds SET status = 'pending', shelf_until = NULL,
                               item_id = CASE WHEN level = 'item' THEN item_id END
                         WHERE id = ?""",
                        hold.id());
    }

    /** Ends a hold. */
    void end(HoldRow hold, String outcome) throws SQLException {
        int kept = desk.session()
                .update(
                        """
                        INSERT INTO hold_history (id, patron_id, title_id, level, item_id, copies_at, placed,
                               pickup_library_id, status, wanted_until, shelf_until, ended, outcome)
                        SELECT id, patron_id, title_id, level, item_id, copies_at, placed, pickup_library_id, status,
                               wanted_until, shelf_until, CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS VARCHAR)
                          FROM holds WHERE id = ? AND status = ?""",
                        desk.now(),
                        outcome,
                        hold.id(),
                        hold.status().column());
        int gone = desk.session()
                .update(
                        "DELETE FROM holds WHERE id = ? AND status = ?",
                        hold.id(),
                        hold.status().column());
        if (kept != 1 || gone != 1) {
            throw Races.lost();
        }
    }

    /** Makes a hold that ended as it was before. */
    void reopen(long holdId) throws SQLException {
        desk.session()
                .update(
                        """
                        INSERT INTO holds (id, patron_id, title_id, level, item_id, copies_at, placed, pickup_library_id,
                               status, wanted_until, shelf_until)
                        SELECT id, patron_id, title_id, level, item_id, copies_at, placed, pickup_library_id, status,
                               wanted_until, shelf_until
                          FROM hold_history WHERE id = ?""",
                        holdId);
        desk.session().update("DELETE FROM hold_history WHERE id = ?", holdId);
    }
}
