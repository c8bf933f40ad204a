// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.ItemType;
import acs.implementation.ils.ReferenceData.Library;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes back, under the lock of the item; the patron's row is never locked after it. */
final class Returning {
    private final Desk desk;
    private final Session session;

    Returning(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Return> checkin(Checkin request) throws SQLException {
        Optional<ItemRow> found = Barcodes.find(desk, request.item());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        ItemRow item = found.get().locked(session);
        Optional<LoanRow> loan = LoanRow.ofItem(session, item.id());
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        Optional<Refusal> refusal = refusal(item, loan, queue);
        if (refusal.isPresent()) {
            Refused<Return> refused = Outcome.refused(refusal.get());
            String bin = new SortBins(desk).bin(item, here(item, request.location()));
            return refused.about(ItemView.of(desk, item, loan, queue, bin));
        }
        Instant returned = request.returned()
                .map(when -> believable(when.toInstant(), loan))
                .orElse(desk.now());
        return Outcome.done(
                takeBack(item.describedAs(session, request.properties()), loan, queue, returned, request.location()));
    }

    /** The first reason that speaks against the return. */
    private Optional<Refusal> refusal(ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue) throws SQLException {
        if (item.state() == State.WITHDRAWN && desk.isOnByDefault("BlockReturnOfWithdrawnItems")) {
            return Optional.of(Refusal.ITEM_WITHDRAWN);
        }
        if (item.state() == State.LOST && desk.isOn("BlockReturnOfLostItems")) {
            return Optional.of(Refusal.ITEM_LOST);
        }
        if (!item.materials().isEmpty() && desk.isOn("CircConfirmItemParts")) {
            return Optional.of(Refusal.ITEM_NEEDS_DESK);
        }
        if (desk.account().isOn("holds_block_checkin")
                && HoldQueue.next(queue, item, desk.now()).isPresent()) {
            return Optional.of(Refusal.ITEM_ON_HOLD_FOR_ANOTHER);
        }
        if (loan.isEmpty() && !desk.account().isOn("checked_in_ok")) {
            return Optional.of(Refusal.ITEM_NOT_ON_LOAN);
        }
        return Optional.empty();
    }

    /** What a terminal says counts if it is neither in the future, nor before the loan, nor too long ago. */
    private Instant believable(Instant said, Optional<LoanRow> loan) {
        Duration backdate = desk.settings().backdate();
        boolean plausible = !said.isAfter(desk.now())
                && !said.isBefore(desk.now().minus(backdate))
                && loan.map(lent -> !said.isBefore(lent.loaned())).orElse(true);
        return plausible ? said : desk.now();
    }

    /** Ends the loan, if there is one, and sends the item on its way. */
    Return takeBack(ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue, Instant returned, String location)
            throws SQLException {
        long here = here(item, location);
        Charge fine = loan.isPresent() ? new Fines(desk).of(item, loan.get(), returned) : Charge.none();
        long feeId = fine.isNone()
                ? 0
                : new Ledger(desk)
                        .charge(loan.orElseThrow().patronId(), fine.type(), fine.amount(), item.title(), item.id());
        String bin = new SortBins(desk).bin(item, here);
        Routing.Result routed = new Routing(desk).route(item, queue, here);
        if (loan.isPresent()) {
            session.update("DELETE FROM loans WHERE item_id = ?", item.id());
            Past.keep(desk, item, loan.get(), returned, here, routed, feeId);
        }
        ItemType type = desk.reference().itemType(item.typeId());
        return new Return(
                ItemView.of(desk, routed.item(), Optional.empty(), routed.queue()),
                loan.map(LoanRow::cardnumber).orElse(""),
                !type.magnetic() && !type.inLibraryOnly(),
                routed.routing(),
                bin,
                fine);
    }

    /** The library where it came back. */
    private long here(ItemRow item, String location) {
        return desk.reference()
                .library(location)
                .map(Library::id)
                .orElseGet(() -> desk.libraryId() == 0 ? item.holdingLibrary() : desk.libraryId());
    }

    /** Ends a loan because somebody else takes the item: with its fine, but the item goes nowhere. */
    void endForAnother(ItemRow item, LoanRow loan) throws SQLException {
        Charge fine = new Fines(desk).of(item, loan, desk.now());
        long feeId = fine.isNone()
                ? 0
                : new Ledger(desk).charge(loan.patronId(), fine.type(), fine.amount(), item.title(), item.id());
        session.update("DELETE FROM loans WHERE item_id = ?", item.id());
        Past.keep(desk, item, loan, desk.now(), item.holdingLibrary(), Routing.Result.none(item), feeId);
    }
}
