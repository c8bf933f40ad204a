// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Return;
import acs.api.circulation.Return.Kind;
import acs.implementation.ils.HoldRow.Status;
import acs.implementation.ils.ItemRow.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Decides where an item goes that turned up: to who waits for it, to its own library, or to its shelf. */
final class Routing {
    private final Desk desk;
    private final Session session;

    /**
     * What was decided.
     *
     * @param item as it is then
     * @param queue as it is then
     * @param captured the hold that got the item now; 0 = none
     * @param transfer the journey that began now; 0 = none
     */
    record Result(ItemRow item, List<HoldRow> queue, Return.Routing routing, long captured, long transfer) {
        static Result none(ItemRow item) {
            return new Result(item, List.of(), Return.Routing.none(), 0, 0);
        }
    }

    Routing(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Result route(ItemRow item, List<HoldRow> queue, long here) throws SQLException {
        if (item.state() == State.WITHDRAWN) {
            return new Result(item, queue, new Return.Routing(Kind.STAFF, "", "", ""), 0, 0);
        }
        arrive(item, here);
        Optional<HoldRow> already = HoldQueue.captured(queue, item);
        if (already.isPresent()) {
            HoldRow hold = new HoldQueue(desk).turnedUp(already.get(), item, here);
            return held(item, queue, hold, here, 0);
        }
        if (mayBeHeld(item)) {
            if (!capturing()) {
                Optional<HoldRow> next = HoldQueue.next(queue, item, desk.now());
                if (next.isPresent()) {
                    ItemRow back = item.moved(session, here, 0, State.AVAILABLE);
                    return new Result(back, queue, routing(next.get(), here), 0, 0);
                }
            }
            Optional<HoldRow> captured = new HoldQueue(desk).capture(queue, item, here);
            if (captured.isPresent()) {
                return held(item, queue, captured.get(), here, captured.get().id());
            }
        }
        return home(item, queue, here);
    }

    private boolean mayBeHeld(ItemRow item) throws SQLException {
        return !item.notForLoan() && !desk.reference().itemType(item.typeId()).notForLoan();
    }

    /** A terminal may be set to tell of holds without capturing them, so that staff do. */
    private boolean capturing() {
        return !desk.account().has("holds_get_captured") || desk.account().isOn("holds_get_captured");
    }

    private Result held(ItemRow item, List<HoldRow> queue, HoldRow hold, long here, long captured) throws SQLException {
        List<HoldRow> now =
                queue.stream().map(one -> one.id() == hold.id() ? hold : one).toList();
        if (hold.status() != Status.IN_TRANSIT) {
            ItemRow shelved = item.moved(session, here, 0, State.AVAILABLE);
            return new Result(shelved, now, routing(hold, here), captured, 0);
        }
        ItemRow sent = item.moved(session, here, hold.pickup(), State.IN_TRANSIT);
        return new Result(sent, now, routing(hold, here), captured, transfer(item, here, hold.pickup(), "hold"));
    }

    private Return.Routing routing(HoldRow hold, long here) throws SQLException {
        String name = session.one(
                        "SELECT firstname, surname FROM patrons WHERE id = ?",
                        row -> (row.text() + " " + row.text()).strip(),
                        hold.patronId())
                .orElse("");
        String pickup = desk.reference().library(hold.pickup()).code();
        Kind kind = hold.pickup() == here ? Kind.HOLD_HERE : Kind.HOLD_ELSEWHERE;
        return new Return.Routing(kind, pickup, hold.cardnumber(), name);
    }

    private Result home(ItemRow item, List<HoldRow> queue, long here) throws SQLException {
        if (item.homeLibrary() == here) {
            return new Result(item.moved(session, here, 0, State.AVAILABLE), queue, Return.Routing.none(), 0, 0);
        }
        String home = desk.reference().library(item.homeLibrary()).code();
        Return.Routing routing = new Return.Routing(Kind.TRANSFER, home, "", "");
        if (!desk.isOnByDefault("AutomaticItemReturn")) {
            return new Result(item.moved(session, here, 0, State.AVAILABLE), queue, routing, 0, 0);
        }
        ItemRow sent = item.moved(session, here, item.homeLibrary(), State.IN_TRANSIT);
        return new Result(sent, queue, routing, 0, transfer(item, here, item.homeLibrary(), "home"));
    }

    /** A journey that ends here, or anywhere but where it should. */
    private void arrive(ItemRow item, long here) throws SQLException {
        if (item.state() == State.IN_TRANSIT && (item.toLibrary() == here || item.holdingLibrary() != here)) {
            session.update(
                    "UPDATE transfers SET arrived = ? WHERE item_id = ? AND arrived IS NULL", desk.now(), item.id());
        }
    }

    private long transfer(ItemRow item, long from, long to, String reason) throws SQLException {
        if (item.state() == State.IN_TRANSIT && item.toLibrary() == to && item.holdingLibrary() == from) {
            return 0;
        }
        return session.insert(
                "INSERT INTO transfers (item_id, from_library_id, to_library_id, reason, sent) VALUES (?, ?, ?, ?, ?)",
                item.id(),
                from,
                to,
                reason,
                desk.now());
    }
}
