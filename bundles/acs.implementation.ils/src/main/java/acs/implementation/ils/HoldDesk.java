// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import acs.api.circulation.Hold;
import acs.api.circulation.HoldRequest;
import acs.api.circulation.HoldRequest.Scope;
import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.Category;
import acs.implementation.ils.ReferenceData.Library;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Places, cancels and changes holds, under the lock of the patron. */
final class HoldDesk {
    private final Desk desk;
    private final Session session;

    /** What a hold is asked for: a title, and the copy that was named or will have to do. */
    private record Wanted(long titleId, String title, Optional<ItemRow> item) {}

    HoldDesk(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Hold> place(HoldRequest request) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, request.patron());
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        Outcome<Wanted> found = wanted(request);
        if (!(found instanceof Outcome.Done<Wanted> done)) {
            return ((Refused<Wanted>) found).retyped();
        }
        Wanted wanted = done.value();
        Optional<Library> pickup = pickup(request, patron.get());
        Standing standing = Standing.of(desk, patron.get());
        Optional<Refused<Hold>> refusal = standing.refusal(Privilege.HOLD, desk);
        if (refusal.isEmpty()) {
            refusal = refusal(request, patron.get(), wanted, pickup, standing).map(Outcome::<Hold>refused);
        }
        Charge charge = charge(patron.get());
        if (refusal.isEmpty() && !charge.isNone() && !request.feeAccepted()) {
            Refused<Hold> unpaid = Outcome.refused(Refusal.FEE_NOT_ACCEPTED, charge.amount());
            refusal = Optional.of(unpaid.charging(charge));
        }
        return refusal.isPresent()
                ? about(refusal.get(), wanted)
                : Outcome.done(insert(request, patron.get(), wanted, pickup.orElseThrow(), charge));
    }

    private Refused<Hold> about(Refused<Hold> refused, Wanted wanted) throws SQLException {
        return wanted.item().isPresent()
                ? refused.about(ItemView.of(desk, wanted.item().get()))
                : refused;
    }

    /** The first reason that speaks against the hold. */
    private Optional<Refusal> refusal(
            HoldRequest request, PatronRow patron, Wanted wanted, Optional<Library> pickup, Standing standing)
            throws SQLException {
        Category category = desk.reference().category(patron.categoryId());
        List<HoldRow> own = HoldRow.ofPatron(session, patron.id());
        Optional<BigDecimal> most = desk.limit("maxoutstanding").filter(limit -> limit.signum() > 0);
        if (most.isPresent() && standing.owed().compareTo(most.get()) > 0) {
            return Optional.of(Refusal.PATRON_OWES);
        }
        if (pickup.isEmpty()) {
            return Optional.of(Refusal.PICKUP_UNKNOWN);
        }
        if (request.expires().map(end -> end.toInstant().isBefore(desk.now())).orElse(false)) {
            return Optional.of(Refusal.DATE_INVALID);
        }
        if (request.scope() == Scope.THIS_COPY && request.item().isEmpty()) {
            return Optional.of(Refusal.REQUEST_INVALID);
        }
        if (own.stream().anyMatch(hold -> hold.titleId() == wanted.titleId())) {
            return Optional.of(Refusal.HOLD_EXISTS);
        }
        if (!isLendable(request, wanted)) {
            return Optional.of(Refusal.HOLD_NOT_ALLOWED);
        }
        if (category.holdLimit().isPresent()
                && own.size() >= category.holdLimit().getAsInt()) {
            return Optional.of(Refusal.TOO_MANY_HOLDS);
        }
        return Optional.empty();
    }

    /** Whether there is a copy that will do and is ever lent. */
    private boolean isLendable(HoldRequest request, Wanted wanted) throws SQLException {
        for (ItemRow copy : copies(wanted.titleId())) {
            boolean meant = request.scope() != Scope.THIS_COPY
                    || wanted.item().filter(item -> item.id() == copy.id()).isPresent();
            if (meant
                    && !copy.notForLoan()
                    && !desk.reference().itemType(copy.typeId()).notForLoan()
                    && copy.state() != State.WITHDRAWN
                    && copy.state() != State.LOST) {
                return true;
            }
        }
        return false;
    }

    private List<ItemRow> copies(long titleId) throws SQLException {
        return session.list(
                "SELECT " + ItemRow.COLUMNS
                        + " FROM items i JOIN titles t ON t.id = i.title_id WHERE i.title_id = ? ORDER BY i.id",
                ItemRow::read,
                titleId);
    }

    private Charge charge(PatronRow patron) throws SQLException {
        return desk.reference()
                .category(patron.categoryId())
                .holdFee()
                .filter(fee -> fee.signum() > 0)
                .map(fee -> new Charge(FeeType.HOLD, desk.money(fee)))
                .orElse(Charge.none());
    }

    private Hold insert(HoldRequest request, PatronRow patron, Wanted wanted, Library pickup, Charge charge)
            throws SQLException {
        boolean thisCopy = request.scope() == Scope.THIS_COPY;
        long itemId = thisCopy ? wanted.item().orElseThrow().id() : 0;
        long copiesAt = request.scope() == Scope.ANY_COPY_AT_LIBRARY ? pickup.id() : 0;
        Optional<Instant> until = request.expires().map(end -> end.toInstant());
        long id = session.insert(
                """
                INSERT INTO holds (patron_id, title_id, level, item_id, copies_at, placed, pickup_library_id, wanted_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                patron.id(),
                wanted.titleId(),
                thisCopy ? "item" : "title",
                Session.key(itemId),
                Session.key(copiesAt),
                desk.now(),
                pickup.id(),
                until);
        if (!charge.isNone()) {
            new Ledger(desk).charge(patron.id(), charge.type(), charge.amount(), wanted.title(), itemId);
        }
        List<HoldRow> queue = HoldRow.ofTitle(session, wanted.titleId());
        HoldRow hold = queue.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        return describe(hold, queue, wanted, charge);
    }

    Outcome<Hold> cancel(HoldRequest request) throws SQLException {
        Outcome<HoldRow> found = own(request);
        if (!(found instanceof Outcome.Done<HoldRow> done)) {
            return ((Refused<HoldRow>) found).retyped();
        }
        HoldRow hold = done.value();
        Wanted wanted = wanted(hold);
        Hold answer = describe(hold, HoldRow.ofTitle(session, hold.titleId()), wanted, Charge.none());
        if (desk.isOn("HoldCancellationRequestSIP")) {
            StaffList.add(desk, "hold_cancellation_request", hold.itemId(), hold.patronId(), wanted.title());
            return Outcome.done(answer, Notes.screen(Note.message("hold.cancellationRequested")));
        }
        free(hold);
        new HoldQueue(desk).end(hold, "cancelled");
        return Outcome.done(answer);
    }

    /** The copy of a captured hold is nobody's then: on its shelf, or still under way. */
    private void free(HoldRow hold) throws SQLException {
        if (!hold.isPending() && hold.itemId() != 0) {
            ItemRow.find(session, hold.itemId()).locked(session);
        }
    }

    Outcome<Hold> change(HoldRequest request) throws SQLException {
        Outcome<HoldRow> found = own(request);
        if (!(found instanceof Outcome.Done<HoldRow> done)) {
            return ((Refused<HoldRow>) found).retyped();
        }
        HoldRow hold = done.value();
        Optional<Library> pickup = request.pickup().isEmpty()
                ? Optional.of(desk.reference().library(hold.pickup()))
                : desk.reference().library(request.pickup());
        if (pickup.isEmpty()) {
            return Outcome.refused(Refusal.PICKUP_UNKNOWN);
        }
        if (request.expires().map(end -> end.toInstant().isBefore(desk.now())).orElse(false)) {
            return Outcome.refused(Refusal.DATE_INVALID);
        }
        if (!hold.isPending() && pickup.get().id() != hold.pickup()) {
            // The copy lies at the wrong library now; the next return of any copy serves the hold, which is first in
            // line.
            new HoldQueue(desk).release(hold);
        }
        session.update(
                "UPDATE holds SET pickup_library_id = ?, wanted_until = ? WHERE id = ?",
                pickup.get().id(),
                request.expires().map(end -> end.toInstant()).or(hold::wantedUntil),
                hold.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, hold.titleId());
        HoldRow now =
                queue.stream().filter(one -> one.id() == hold.id()).findFirst().orElseThrow(Races::lost);
        return Outcome.done(describe(now, queue, wanted(now), Charge.none()));
    }

    /** The patron's hold that the request is about. */
    private Outcome<HoldRow> own(HoldRequest request) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, request.patron());
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        Outcome<Wanted> found = wanted(request);
        if (!(found instanceof Outcome.Done<Wanted> done)) {
            return ((Refused<Wanted>) found).retyped();
        }
        Wanted wanted = done.value();
        long itemId = wanted.item().map(ItemRow::id).orElse(0L);
        return HoldRow.ofPatron(session, patron.get().id()).stream()
                .filter(hold -> hold.titleId() == wanted.titleId())
                .min((one, other) -> Boolean.compare(other.itemId() == itemId, one.itemId() == itemId))
                .<Outcome<HoldRow>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.HOLD_UNKNOWN));
    }

    private Outcome<Wanted> wanted(HoldRequest request) throws SQLException {
        if (!request.item().isEmpty()) {
            Optional<ItemRow> item = Barcodes.find(desk, request.item());
            return item.isEmpty()
                    ? Outcome.refused(Refusal.ITEM_UNKNOWN)
                    : Outcome.done(new Wanted(item.get().titleId(), item.get().title(), item));
        }
        String said = request.title().strip();
        if (said.isEmpty()) {
            return Outcome.refused(Refusal.REQUEST_INVALID);
        }
        List<Wanted> titles = titles("code", said);
        if (titles.isEmpty()) {
            titles = titles("title", said);
        }
        if (titles.size() > 1) {
            return Outcome.refused(Refusal.ITEM_AMBIGUOUS);
        }
        return titles.isEmpty() ? Outcome.refused(Refusal.ITEM_UNKNOWN) : Outcome.done(titles.get(0));
    }

    private List<Wanted> titles(String column, String said) throws SQLException {
        return session.list(
                "SELECT id, title FROM titles WHERE " + column + " = ? ORDER BY id FETCH FIRST 2 ROWS ONLY",
                row -> new Wanted(row.id(), row.text(), Optional.empty()),
                said);
    }

    private Wanted wanted(HoldRow hold) throws SQLException {
        List<ItemRow> copies = copies(hold.titleId());
        Optional<ItemRow> copy = copies.stream()
                .filter(item -> item.id() == hold.itemId())
                .findFirst()
                .or(() -> copies.stream().findFirst());
        return new Wanted(hold.titleId(), copy.map(ItemRow::title).orElse(""), copy);
    }

    private Optional<Library> pickup(HoldRequest request, PatronRow patron) throws SQLException {
        return request.pickup().isEmpty()
                ? Optional.of(desk.reference().library(patron.libraryId()))
                : desk.reference().library(request.pickup());
    }

    private Hold describe(HoldRow hold, List<HoldRow> queue, Wanted wanted, Charge charge) throws SQLException {
        List<ItemRow> copies = copies(hold.titleId());
        Optional<String> barcode =
                wanted.item().or(() -> copies.stream().findFirst()).map(ItemRow::barcode);
        int position = position(hold, queue);
        return new Hold(
                hold.cardnumber(),
                barcode.orElse(""),
                wanted.title(),
                position,
                desk.reference().library(hold.pickup()).code(),
                hold.expires().map(desk::local),
                hold.isReady(),
                hold.isPending() && position == 1 && isIn(copies, queue, hold),
                charge);
    }

    /** From 1, among those that wait for a copy that would do for this one too. */
    static int position(HoldRow hold, List<HoldRow> queue) {
        int before = 0;
        for (HoldRow other : queue) {
            if (other.id() == hold.id()) {
                return before + 1;
            }
            boolean sameCopy = !hold.itemLevel() || !other.itemLevel() || hold.itemId() == other.itemId();
            if (other.isPending() && sameCopy) {
                before++;
            }
        }
        return before + 1;
    }

    /** Whether a copy that would do is in, and captured for nobody. */
    private boolean isIn(List<ItemRow> copies, List<HoldRow> queue, HoldRow hold) throws SQLException {
        for (ItemRow copy : copies) {
            if (hold.wants(copy, desk.now())
                    && copy.state() == State.AVAILABLE
                    && HoldQueue.captured(queue, copy).isEmpty()
                    && LoanRow.ofItem(session, copy.id()).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
