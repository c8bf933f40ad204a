// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.MediaType;
import acs.api.circulation.Patron;
import acs.api.circulation.Patron.Limits;
import acs.core.handler.Memory.Card;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenHold;
import acs.core.handler.Memory.OpenLoan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The patrons and items that the tests are about: one of each kind, called by what it is for. */
final class Fixtures {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 15, 9, 30, 0, 0, NEW_YORK);

    private final MemoryLibrary library = new MemoryLibrary();
    private final Memory memory = library.memory();

    private Fixtures() {}

    static MemoryLibrary library() {
        Fixtures fixtures = new Fixtures();
        fixtures.addPatrons();
        fixtures.addItems();
        fixtures.addLoans();
        fixtures.addHolds();
        fixtures.addFees();
        return fixtures.library;
    }

    private void addPatrons() {
        Limits limits = new Limits(
                OptionalInt.of(20), OptionalInt.of(5), OptionalInt.of(20), Optional.of(new BigDecimal("10")));
        card(Patron.of("P100").named("Ada", "Lovelace").limits(limits), "1234");
        card(
                Patron.of("P110")
                        .named("Grace", "Hopper")
                        .contact("1 Navy Yard", "grace@example.org", "555-0110")
                        .born(LocalDate.of(1906, 12, 9))
                        .category("ADULT")
                        .limits(limits),
                "1234");
        card(Patron.of("P200").named("Katherine", "Johnson").limits(limits), "2222");
        card(Patron.of("P300").named("Alan", "Turing").limits(limits), "3333");
        card(Patron.of("P400").named("Lost", "Card"), "4444").lost = true;
        card(Patron.of("P500").named("Rip", "Winkle").expires(LocalDate.of(2025, 12, 31)), "5555");
        card(Patron.of("P600").named("Zoë|", "Müller"), "6666").aliases.add("zoë.müller");
        card(Patron.of("P700").named("Many", "Loans"), "7777").loanLimit = 0;
    }

    private Card card(Patron.Builder holder, String pin) {
        Card card = new Card(holder.library("MAIN").build(), pin);
        memory.cards.put(card.holder.id(), card);
        return card;
    }

    private void addItems() {
        copy(book("I001", "Dubliners"));
        copy(book("I002", "Ulysses").locations("Main stacks", "Main stacks"));
        copy(book("I004", "Encyclopedia")).forLoan = false;
        copy(book("I005", "On the shelf").pickupUntil(ZonedDateTime.of(2026, 1, 20, 23, 59, 0, 0, NEW_YORK)));
        copy(book("I006", "To rent").loanCharge(new Charge(FeeType.RENTAL, new BigDecimal("2.50"))));
        copy(book("I007", "Under way").status(ItemStatus.IN_TRANSIT));
        copy(book("I008", "Lost").status(ItemStatus.LOST));
        copy(book("I009", "Metropolis").media(MediaType.VIDEO_TAPE).magnetic(true));
        copy(book("I010", "From elsewhere").owner("BR2"));
        copy(book("I011", "Wanted here"));
        copy(book("I012", "Wanted there"));
        copy(book("I014", "Closed reserve")).inLibraryOnly = true;
        copy(book("I018", "Proceedings").media(MediaType.BOUND_JOURNAL).securityInhibit(true));
        copy(book("I020", "Often renewed")).renewalsLeft = 0;
        copy(book("I021", "Owed for"));
        copy(book("I025", "Also on the shelf"));
        for (int i = 1; i <= 12; i++) {
            copy(book(number(i), "Volume " + i));
        }
    }

    private static Item.Builder book(String id, String title) {
        return Item.of(id, title).owner("MAIN").locations("Main stacks", "");
    }

    private Copy copy(Item.Builder item) {
        Copy copy = new Copy(item.build());
        memory.copies.put(copy.item.id(), copy);
        return copy;
    }

    private void addLoans() {
        for (String item : new String[] {"I002", "I010", "I011", "I012", "I020"}) {
            loan(item, "P100", NOW.plusDays(10));
        }
        loan("I021", "P200", NOW.plusDays(5));
        for (int i = 1; i <= 12; i++) {
            loan(number(i), "P300", i <= 3 ? NOW.minusDays(i) : NOW.plusDays(i));
        }
        OpenLoan recalled = memory.loans.get("L004");
        recalled.recalled = Optional.of(NOW.minusDays(2));
        recalled.recallDue = Optional.of(NOW.plusDays(3));
    }

    private void loan(String item, String patron, ZonedDateTime due) {
        memory.loans.put(item, new OpenLoan(item, patron, due.minusDays(21), endOfDay(due)));
    }

    private static ZonedDateTime endOfDay(ZonedDateTime day) {
        return day.withHour(23).withMinute(59).withSecond(59);
    }

    private void addHolds() {
        hold("I005", "MAIN").ready = true;
        hold("I025", "MAIN").ready = true;
        hold("I011", "MAIN");
        hold("I012", "BR2");
    }

    private OpenHold hold(String item, String pickup) {
        OpenHold hold = new OpenHold(item, "P300", pickup);
        memory.holds.add(hold);
        return hold;
    }

    private void addFees() {
        fee("F1", FeeType.OVERDUE, "5.00", "Overdue");
        fee("F2", FeeType.REPLACEMENT, "5.00", "Replacement");
        fee("F3", FeeType.HOLD, "2.50", "Hold fee");
    }

    private void fee(String id, FeeType type, String amount, String description) {
        memory.charge("P200", MemoryFees.fee(id, new Charge(type, new BigDecimal(amount)), description, NOW));
    }

    static String number(int i) {
        return String.format(Locale.ROOT, "L%03d", i);
    }
}
