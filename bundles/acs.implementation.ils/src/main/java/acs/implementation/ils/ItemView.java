// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Return;
import acs.implementation.ils.ReferenceData.ItemType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What core is told of an item; never who has it. */
final class ItemView {
    private ItemView() {}

    /** The item with a loan and a queue that are known already. */
    static Item of(Desk desk, ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue) throws SQLException {
        return view(desk, item, loan, queue).build();
    }

    /** The same of one that is not taken back, with the bin that a sorter puts it into all the same; may be empty. */
    static Item of(Desk desk, ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue, String bin)
            throws SQLException {
        return view(desk, item, loan, queue).attribute(Return.SORT_BIN, bin).build();
    }

    private static Item.Builder view(Desk desk, ItemRow item, Optional<LoanRow> loan, List<HoldRow> queue)
            throws SQLException {
        ReferenceData reference = desk.reference();
        ItemType type = reference.itemType(item.typeId());
        Optional<HoldRow> shelved = queue.stream()
                .filter(hold -> hold.isReady() && hold.holds(item))
                .findFirst();
        String home = reference.library(item.homeLibrary()).code();
        Item.Builder view = Item.of(item.barcode(), item.title())
                .author(item.author())
                .status(lostStatus(desk, item).orElseGet(() -> status(item, loan, shelved.isPresent())))
                .media(type.media())
                .magnetic(type.magnetic())
                .securityInhibit(type.securityInhibit())
                .type(type.code())
                .collection(item.collection())
                .callNumber(item.callNumber())
                .owner(home)
                .locations(
                        desk.isOn("UseLocationAsAQInSIP") ? item.location() : home,
                        reference.library(item.holdingLibrary()).code())
                .properties(item.properties())
                .loanCharge(rental(desk, type))
                .waiting((int) queue.stream().filter(hold -> waits(hold, item)).count());
        loan.ifPresent(lent -> {
            view.due(desk.local(lent.back()));
            lent.recalled().ifPresent(when -> view.recalled(desk.local(when)));
        });
        shelved.flatMap(HoldRow::shelfUntil).ifPresent(until -> view.pickupUntil(desk.local(until)));
        return view.attribute("location", item.location())
                .attribute("isbn", item.isbn())
                .attribute("homebranch", home)
                .attribute(
                        "holdingbranch",
                        reference.library(item.holdingLibrary()).code())
                .attribute("materials", item.materials());
    }

    /** The item as it is in the database now. */
    static Item of(Desk desk, ItemRow item) throws SQLException {
        return of(
                desk, item, LoanRow.ofItem(desk.session(), item.id()), HoldRow.ofTitle(desk.session(), item.titleId()));
    }

    static Charge rental(Desk desk, ItemType type) {
        return type.rentalCharge().signum() == 0
                ? Charge.none()
                : new Charge(FeeType.RENTAL, desk.money(type.rentalCharge()));
    }

    private static boolean waits(HoldRow hold, ItemRow item) {
        return !hold.isReady()
                && (!hold.itemLevel() || hold.itemId() == item.id())
                && (hold.copiesAt() == 0 || hold.copiesAt() == item.homeLibrary());
    }

    /** A login can say which of Koha's numbers for lost items means that they are missing; all others are lost then. */
    private static Optional<ItemStatus> lostStatus(Desk desk, ItemRow item) {
        String missing = desk.account().text("lost_status_for_missing").strip();
        int value = LostValue.of(item.state());
        if (missing.isEmpty() || value == 0) {
            return Optional.empty();
        }
        return Optional.of(missing.equals(Integer.toString(value)) ? ItemStatus.MISSING : ItemStatus.LOST);
    }

    private static ItemStatus status(ItemRow item, Optional<LoanRow> loan, boolean shelved) {
        Optional<ItemStatus> first =
                switch (item.state()) {
                    case LOST -> Optional.of(ItemStatus.LOST);
                    case MISSING -> Optional.of(ItemStatus.MISSING);
                    case CLAIMED_RETURNED -> Optional.of(ItemStatus.CLAIMED_RETURNED);
                    default -> Optional.empty();
                };
        if (first.isPresent()) {
            return first.get();
        }
        if (shelved) {
            return ItemStatus.ON_HOLD_SHELF;
        }
        if (item.state() == ItemRow.State.IN_TRANSIT) {
            return ItemStatus.IN_TRANSIT;
        }
        if (loan.isPresent()) {
            return loan.get().recalled().isPresent() ? ItemStatus.RECALLED : ItemStatus.ON_LOAN;
        }
        return switch (item.state()) {
            case IN_PROCESS -> ItemStatus.IN_PROCESS;
            case ON_ORDER -> ItemStatus.ON_ORDER;
            case RESHELVING -> ItemStatus.RESHELVING;
            case WITHDRAWN -> ItemStatus.OTHER;
            default -> ItemStatus.AVAILABLE;
        };
    }
}
