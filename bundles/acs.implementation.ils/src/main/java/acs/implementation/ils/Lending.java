// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkout;
import acs.api.circulation.FeeType;
import acs.api.circulation.Item;
import acs.api.circulation.Loan;
import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.implementation.ils.HoldRow.Status;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.ItemType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lends, under the locks of the patron and of the item. */
final class Lending {
    private static final String LEND =
            """
            INSERT INTO loans (item_id, patron_id, loaned, due, library_id, terminal, made, undo_status, undo_to_library,
                               undo_hold_id, undo_fee_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Notes HAD_BEFORE = Notes.screen(Note.message("item.hadBefore"));

    private final Desk desk;
    private final Session session;

    Lending(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Loan> checkout(Checkout request) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, request.patron());
        Optional<ItemRow> found = Barcodes.find(desk, request.item());
        if (patron.isEmpty()) {
            Refused<Loan> unknown = Outcome.refused(Refusal.PATRON_UNKNOWN);
            return found.isPresent() ? unknown.about(ItemView.of(desk, found.get())) : unknown;
        }
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        if (loan.isPresent() && loan.get().patronId() == patron.get().id()) {
            return renew(request, patron.get(), item, loan.get(), queue);
        }
        Standing standing = Standing.of(desk, patron.get());
        Optional<Refused<Loan>> refusal = standing.refusal(Privilege.LOAN, desk);
        if (refusal.isEmpty()) {
            refusal = refusal(item, loan, queue, patron.get());
        }
        if (refusal.isEmpty() && desk.account().isOn("prevcheckout_block_checkout") && hadBefore(patron.get(), item)) {
            Refused<Loan> again = Outcome.refused(Refusal.OTHER);
            refusal = Optional.of(again.noting(HAD_BEFORE));
        }
        if (refusal.isEmpty()) {
            refusal = chargeRefusal(request, item);
        }
        if (refusal.isPresent()) {
            return refusal.get().about(ItemView.of(desk, item, loan, queue));
        }
        if (loan.isPresent()) {
            new Returning(desk).endForAnother(item, loan.get());
        }
        return lend(request, patron.get(), item, queue);
    }

    private Outcome<Loan> renew(Checkout request, PatronRow patron, ItemRow item, LoanRow loan, List<HoldRow> queue)
            throws SQLException {
        if (!request.renewalAllowed()) {
            Refused<Loan> refused = Outcome.refused(Refusal.RENEWAL_NOT_ALLOWED);
            return refused.about(ItemView.of(desk, item, Optional.of(loan), queue));
        }
        return new Renewing(desk).renew(patron, item, loan, queue, request.feeAccepted(), request.properties());
    }

    /** The first reason of the item's that speaks against the loan. */
    private Optional<Refused<Loan>> refusal(ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue, PatronRow patron)
            throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        Optional<HoldRow> captured = HoldQueue.captured(queue, item);
        boolean capturedForPatron = captured.isPresent() && captured.get().patronId() == patron.id();
        if (loan.isPresent() && !desk.isOn("AllowItemsOnLoanCheckoutSIP")) {
            return Optional.of(Outcome.refused(Refusal.ITEM_ON_LOAN_TO_ANOTHER));
        }
        if (desk.account().list("blocked_item_types", '|').contains(type.code())) {
            return Optional.of(Outcome.refused(Refusal.ITEM_TYPE_BLOCKED));
        }
        Optional<Refusal> state = refusal(item.state(), capturedForPatron);
        if (state.isPresent()) {
            return Optional.of(Outcome.refused(state.get()));
        }
        if (item.notForLoan() || type.notForLoan()) {
            return Optional.of(Outcome.refused(Refusal.ITEM_NOT_FOR_LOAN));
        }
        if (captured.isPresent() && !capturedForPatron && !mayTakeHeld(captured.get())) {
            return Optional.of(Outcome.refused(Refusal.ITEM_ON_HOLD_FOR_ANOTHER));
        }
        if (captured.isEmpty() && heldLevel() == 0 && isReservedForAnother(queue, item, patron)) {
            return Optional.of(Outcome.refused(Refusal.ITEM_RESERVED_FOR_ANOTHER));
        }
        if (!item.materials().isEmpty() && !desk.account().isOn("allow_additional_materials_checkout")) {
            return Optional.of(Outcome.refused(Refusal.ITEM_NEEDS_DESK));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(State state, boolean capturedForPatron) {
        return switch (state) {
            case AVAILABLE, RESHELVING -> Optional.empty();
            case IN_TRANSIT -> capturedForPatron ? Optional.empty() : Optional.of(Refusal.ITEM_IN_TRANSIT);
            case LOST -> Optional.of(Refusal.ITEM_LOST);
            case WITHDRAWN -> Optional.of(Refusal.ITEM_WITHDRAWN);
            case MISSING, CLAIMED_RETURNED, ON_ORDER, IN_PROCESS -> Optional.of(Refusal.ITEM_NOT_AVAILABLE);
        };
    }

    private boolean isReservedForAnother(List<HoldRow> queue, ItemRow item, PatronRow patron) {
        return HoldQueue.next(queue, item, desk.now())
                .filter(hold -> hold.patronId() != patron.id())
                .isPresent();
    }

    /** 0: held items stay; 1: those that others queue for may go; 2: also those that wait on the shelf for others. */
    private int heldLevel() {
        return desk.number("AllowItemsOnHoldCheckoutSIP", 0);
    }

    private boolean mayTakeHeld(HoldRow captured) {
        return heldLevel() >= 2 && captured.status() == Status.WAITING;
    }

    private Optional<Refused<Loan>> chargeRefusal(Checkout request, ItemRow item) throws SQLException {
        Charge charge = ItemView.rental(desk, desk.reference().itemType(item.typeId()));
        if (charge.isNone() || request.feeAccepted()) {
            return Optional.empty();
        }
        Refused<Loan> refused = Outcome.refused(Refusal.FEE_NOT_ACCEPTED, charge.amount());
        return Optional.of(refused.charging(charge));
    }

    private Outcome<Loan> lend(Checkout request, PatronRow patron, ItemRow item, List<HoldRow> queue)
            throws SQLException {
        Instant due = new DueDates(desk).ofLoan(item, patron, desk.now());
        ItemRow described = item.describedAs(session, request.properties());
        Notes had = hadBefore(patron, item) ? HAD_BEFORE : Notes.none();
        Loan loan = book(patron, described, queue, desk.now(), due);
        return Outcome.done(loan, notes(described).and(had));
    }

    /** Makes the loan, whatever speaks against it. */
    Loan book(PatronRow patron, ItemRow item, List<HoldRow> queue, Instant loaned, Instant due) throws SQLException {
        Optional<HoldRow> fulfilled = fulfil(patron, item, queue);
        Charge charge = ItemView.rental(desk, desk.reference().itemType(item.typeId()));
        long feeId = charge.isNone()
                ? 0
                : new Ledger(desk).charge(patron.id(), FeeType.RENTAL, charge.amount(), item.title(), item.id());
        ItemRow gone = item.moved(session, item.holdingLibrary(), 0, State.AVAILABLE);
        session.update(
                LEND,
                item.id(),
                patron.id(),
                loaned,
                due,
                Session.key(desk.libraryId()),
                desk.terminal(),
                desk.now(),
                item.state().column(),
                Session.key(item.toLibrary()),
                Session.key(fulfilled.map(HoldRow::id).orElse(0L)),
                Session.key(feeId));
        List<HoldRow> left = queue.stream()
                .filter(hold ->
                        fulfilled.isEmpty() || hold.id() != fulfilled.get().id())
                .toList();
        Optional<LoanRow> loan = Optional.of(LoanRow.begun(item.id(), patron, loaned, due));
        Item view = ItemView.of(desk, gone, loan, left);
        return new Loan(
                view,
                patron.cardnumber(),
                desk.local(loaned),
                desk.local(due),
                0,
                false,
                mayLeave(desk, item, patron),
                charge,
                Optional.empty());
    }

    /** Ends the patron's hold that this copy was for, and sends back to the queue who else it was captured for. */
    private Optional<HoldRow> fulfil(PatronRow patron, ItemRow item, List<HoldRow> queue) throws SQLException {
        HoldQueue holds = new HoldQueue(desk);
        Optional<HoldRow> captured = HoldQueue.captured(queue, item);
        if (captured.isPresent() && captured.get().patronId() != patron.id()) {
            holds.release(captured.get());
        }
        Optional<HoldRow> own = queue.stream()
                .filter(hold -> hold.patronId() == patron.id())
                .filter(hold -> hold.holds(item) || hold.wants(item, desk.now()))
                .min((one, other) -> Boolean.compare(other.holds(item), one.holds(item)));
        if (own.isPresent()) {
            holds.end(own.get(), "fulfilled");
        }
        return own;
    }

    /** Whether the patron took the title home before, where the library cares. */
    private boolean hadBefore(PatronRow patron, ItemRow item) throws SQLException {
        String preference = desk.preference("CheckPrevCheckout");
        if (!preference.equals("hardyes") && !preference.equals("softyes")) {
            return false;
        }
        return session.count(
                        """
                        SELECT COUNT(*) FROM loan_history h JOIN items i ON i.id = h.item_id
                         WHERE i.title_id = ? AND h.patron_id = ?""",
                        item.titleId(),
                        patron.id())
                > 0;
    }

    private Notes notes(ItemRow item) {
        return item.materials().isEmpty()
                ? Notes.none()
                : Notes.screen(Note.message("item.materials", item.materials()));
    }

    /** Whether the item may leave the building with this patron. */
    static boolean mayLeave(Desk desk, ItemRow item, PatronRow patron) throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        String category = desk.reference().category(patron.categoryId()).code();
        return !type.inLibraryOnly()
                && !desk.account().list("inhouse_item_types", ',').contains(type.code())
                && !desk.account().list("inhouse_patron_categories", ',').contains(category);
    }
}
