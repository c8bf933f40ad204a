// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.ItemType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes back what a terminal could not finish, as if it had not been. */
final class Cancelling {
    private final Desk desk;
    private final Session session;

    Cancelling(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Return> cancelCheckout(Checkin request) throws SQLException {
        Optional<ItemRow> found = Barcodes.find(desk, request.item());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        // The patron's row first: a fee is taken back, and their count of loans changes.
        Optional<LoanRow> unlocked = LoanRow.ofItem(session, found.get().id());
        if (unlocked.isPresent()) {
            PatronRow.lock(session, unlocked.get().patronId());
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        if (!loan.map(LoanRow::patronId).equals(unlocked.map(LoanRow::patronId))) {
            throw Races.lost();
        }
        if (loan.isPresent() && isJustMade(loan.get())) {
            return Outcome.done(undo(item, loan.get()));
        }
        return Outcome.done(answer(item, loan));
    }

    /** A renewed loan is older than the checkout that failed: that one was the renewal. */
    private boolean isJustMade(LoanRow loan) {
        return loan.renewals() == 0 && loan.made().filter(this::isRecent).isPresent();
    }

    private boolean isRecent(Instant made) {
        return !made.isBefore(desk.now().minus(desk.settings().cancel()));
    }

    private Return undo(ItemRow item, LoanRow loan) throws SQLException {
        LoanRow.Undo undo = loan.undo();
        session.update("DELETE FROM loans WHERE item_id = ?", item.id());
        if (undo.feeId() != 0) {
            new Ledger(desk).takeBack(undo.feeId());
        }
        if (undo.holdId() != 0) {
            new HoldQueue(desk).reopen(undo.holdId());
        }
        State before = undo.status().map(State::of).orElse(State.AVAILABLE);
        ItemRow restored = item.moved(session, item.holdingLibrary(), undo.toLibrary(), before);
        Return back = answer(restored, Optional.empty());
        return new Return(
                back.item(), loan.cardnumber(), back.resensitize(), back.routing(), back.sortBin(), Charge.none());
    }

    private Return answer(ItemRow item, Optional<LoanRow> loan) throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        return new Return(
                ItemView.of(desk, item, loan, HoldRow.ofTitle(session, item.titleId())),
                loan.map(LoanRow::cardnumber).orElse(""),
                loan.isEmpty() && !type.magnetic() && !type.inLibraryOnly(),
                Return.Routing.none(),
                "",
                Charge.none());
    }

    Outcome<Loan> cancelCheckin(Checkout request) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, request.patron());
        Optional<ItemRow> found = Barcodes.find(desk, request.item());
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        if (loan.isEmpty()) {
            Optional<Past> past = Past.lastOf(session, item.id())
                    .filter(last -> last.patronId() == patron.get().id() && isRecent(last.made()));
            return past.isPresent() ? Outcome.done(undo(patron.get(), item, past.get())) : tooLate(item);
        }
        return loan.get().patronId() == patron.get().id()
                ? Outcome.done(answer(patron.get(), item, loan.get()))
                : tooLate(item);
    }

    private Refused<Loan> tooLate(ItemRow item) throws SQLException {
        Refused<Loan> refused = Outcome.refused(Refusal.CANCEL_NOT_POSSIBLE);
        return refused.about(ItemView.of(desk, item));
    }

    private Loan undo(PatronRow patron, ItemRow item, Past past) throws SQLException {
        past.revive(session);
        if (past.feeId() != 0) {
            new Ledger(desk).takeBack(past.feeId());
        }
        if (past.transferId() != 0) {
            session.update("DELETE FROM transfers WHERE id = ?", past.transferId());
        }
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        Optional<HoldRow> captured = HoldQueue.captured(queue, item).filter(hold -> hold.id() == past.holdId());
        if (captured.isPresent()) {
            new HoldQueue(desk).release(captured.get());
        }
        State before = past.status().map(State::of).orElse(State.AVAILABLE);
        long heldBy = past.heldBy() == 0 ? item.holdingLibrary() : past.heldBy();
        ItemRow restored = item.moved(session, heldBy, past.toLibrary(), before);
        return answer(patron, restored, LoanRow.ofItem(session, item.id()).orElseThrow());
    }

    private Loan answer(PatronRow patron, ItemRow item, LoanRow loan) throws SQLException {
        return new Loan(
                ItemView.of(desk, item, Optional.of(loan), HoldRow.ofTitle(session, item.titleId())),
                patron.cardnumber(),
                desk.local(loan.loaned()),
                desk.local(loan.back()),
                loan.renewals(),
                false,
                Lending.mayLeave(desk, item, patron),
                Charge.none(),
                loan.recalled().map(desk::local));
    }
}
