// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.FeeType;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.Return;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.ItemType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records what terminals let happen while they could not ask. It has happened, so it is booked, and what it contradicts
 * goes to the staff's list. What was recorded once is not recorded again.
 */
final class StoredDesk {
    private final Desk desk;
    private final Session session;

    StoredDesk(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Loan> checkout(Checkout taken, Instant at, Optional<Instant> due) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, taken.patron());
        Optional<ItemRow> found = Barcodes.find(desk, taken.item());
        if (patron.isEmpty() || found.isEmpty()) {
            return unknown(patron, found);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        if (!isNew("loan", item.id(), patron.get().id(), at)) {
            return Outcome.done(asItIs(patron.get(), item, loan, queue, at, due));
        }
        Instant until = due.isPresent() ? due.get() : new DueDates(desk).ofLoan(item, patron.get(), at);
        ItemRow described = item.describedAs(session, taken.properties());
        if (loan.isPresent() && loan.get().loaned().isAfter(at)) {
            note("stored_loan_too_late", item, patron.get().id(), "the item was lent again since");
            return Outcome.done(asItIs(patron.get(), described, Optional.empty(), queue, at, Optional.of(until)));
        }
        if (loan.isPresent() && loan.get().patronId() == patron.get().id()) {
            return Outcome.done(new Renewing(desk)
                    .book(patron.get(), described, loan.get(), queue, until, at, renewalCharge(item)));
        }
        noteConflicts(patron.get(), item, loan, queue);
        if (loan.isPresent()) {
            new Returning(desk).endForAnother(item, loan.get());
        }
        return Outcome.done(new Lending(desk).book(patron.get(), described, queue, at, until));
    }

    /** What would have been refused had the terminal been able to ask. */
    private void noteConflicts(PatronRow patron, ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue)
            throws SQLException {
        if (loan.isPresent()) {
            note("stored_loan_of_lent_item", item, patron.id(), "was on loan to another patron, whose loan was ended");
        }
        if (item.state() != State.AVAILABLE && item.state() != State.RESHELVING) {
            note(
                    "stored_loan_of_unavailable_item",
                    item,
                    patron.id(),
                    "was " + item.state().column());
        }
        ItemType type = desk.reference().itemType(item.typeId());
        if (item.notForLoan() || type.notForLoan()) {
            note("stored_loan_of_reference_item", item, patron.id(), "is not for loan");
        }
        if (HoldQueue.captured(queue, item)
                .filter(hold -> hold.patronId() != patron.id())
                .isPresent()) {
            note("stored_loan_of_held_item", item, patron.id(), "was held for another patron, who waits again");
        }
        Optional<Refused<Loan>> blocked = Standing.of(desk, patron).refusal(Privilege.LOAN, desk);
        if (blocked.isPresent()) {
            note(
                    "stored_loan_of_blocked_patron",
                    item,
                    patron.id(),
                    blocked.get().reason().name());
        }
    }

    Outcome<Return> checkin(Checkin back, Instant at) throws SQLException {
        Optional<ItemRow> found = Barcodes.find(desk, back.item());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        boolean repeated = !isNew("return", item.id(), 0, at);
        boolean overtaken = loan.isPresent() && loan.get().loaned().isAfter(at);
        if (!repeated && overtaken) {
            note("stored_return_too_late", item, loan.get().patronId(), "the item was lent again since");
        }
        if (repeated || overtaken) {
            return Outcome.done(asItIs(item, loan, queue));
        }
        if (loan.isEmpty()) {
            note("stored_return_of_item_not_on_loan", item, 0, "was not on loan");
        }
        ItemRow described = item.describedAs(session, back.properties());
        return Outcome.done(new Returning(desk).takeBack(described, loan, queue, at, back.location()));
    }

    Outcome<Loan> renewal(Renewal kept, Instant at, Optional<Instant> due) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, kept.patron());
        Optional<ItemRow> found = Barcodes.find(desk, kept.item());
        if (patron.isEmpty() || found.isEmpty()) {
            return unknown(patron, found);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        boolean own = loan.filter(lent -> lent.patronId() == patron.get().id()).isPresent();
        boolean fresh = isNew("renewal", item.id(), patron.get().id(), at);
        if (fresh && !own) {
            note("stored_renewal_without_loan", item, patron.get().id(), "was not on loan to the patron");
        }
        if (!fresh || !own) {
            return Outcome.done(asItIs(patron.get(), item, own ? loan : Optional.empty(), queue, at, due));
        }
        Instant until = due.isPresent() ? due.get() : new DueDates(desk).ofRenewal(item, patron.get(), loan.get(), at);
        ItemRow described = item.describedAs(session, kept.properties());
        return Outcome.done(
                new Renewing(desk).book(patron.get(), described, loan.get(), queue, until, at, renewalCharge(item)));
    }

    private Outcome<Loan> unknown(Optional<PatronRow> patron, Optional<ItemRow> found) throws SQLException {
        Refused<Loan> refused = Outcome.refused(patron.isEmpty() ? Refusal.PATRON_UNKNOWN : Refusal.ITEM_UNKNOWN);
        return found.isPresent() ? refused.about(ItemView.of(desk, found.get())) : refused;
    }

    private boolean isNew(String kind, long itemId, long patronId, Instant at) throws SQLException {
        long known = session.count(
                """
                SELECT COUNT(*) FROM stored_transactions
                 WHERE kind = ? AND item_id = ? AND patron_id = ? AND happened = ?""",
                kind,
                itemId,
                patronId,
                at);
        if (known == 0) {
            session.update(
                    """
                    INSERT INTO stored_transactions (kind, item_id, patron_id, happened, recorded, terminal)
                    VALUES (?, ?, ?, ?, ?, ?)""",
                    kind,
                    itemId,
                    patronId,
                    at,
                    desk.now(),
                    desk.terminal());
        }
        return known == 0;
    }

    private Charge renewalCharge(ItemRow item) throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        return type.renewalCharge().signum() == 0
                ? Charge.none()
                : new Charge(FeeType.RENTAL, desk.money(type.renewalCharge()));
    }

    private void note(String kind, ItemRow item, long patronId, String detail) throws SQLException {
        StaffList.add(desk, kind, item.id(), patronId, detail);
    }

    /** The loan that the terminal thinks of, without any effect. */
    private Loan asItIs(
            PatronRow patron,
            ItemRow item,
            Optional<LoanRow> loan,
            List<HoldRow> queue,
            Instant at,
            Optional<Instant> due)
            throws SQLException {
        Instant until = loan.isPresent()
                ? loan.get().back()
                : due.isPresent() ? due.get() : new DueDates(desk).ofLoan(item, patron, at);
        return new Loan(
                ItemView.of(desk, item, loan, queue),
                patron.cardnumber(),
                desk.local(loan.map(LoanRow::loaned).orElse(at)),
                desk.local(until),
                loan.map(LoanRow::renewals).orElse(0),
                false,
                Lending.mayLeave(desk, item, patron),
                Charge.none(),
                loan.flatMap(LoanRow::recalled).map(desk::local));
    }

    private Return asItIs(ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue) throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        return new Return(
                ItemView.of(desk, item, loan, queue),
                "",
                !type.magnetic() && !type.inLibraryOnly(),
                Return.Routing.none(),
                "",
                Charge.none());
    }
}
