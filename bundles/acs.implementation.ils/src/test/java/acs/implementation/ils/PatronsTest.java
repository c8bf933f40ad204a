// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.PIN;
import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.Block;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists.Counts;
import acs.api.circulation.PatronLists.Loans;
import acs.api.circulation.Pins.Check;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.api.circulation.Window;
import acs.implementation.ils.TestLibrary.On;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatronsTest {
    private static final Scene MAIN = Scene.main();
    private static final char[] WRONG = "9999".toCharArray();

    private static Patron find(TestLibrary library, String name) throws Exception {
        return library.circulation.findPatron(MAIN.context(), name).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void findsByEveryName(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(find(library, "P100").name()).isEqualTo("Ada Lovelace");
            assertThat(find(library, "ada").id()).isEqualTo("P100");
            assertThat(find(library, "countess").id()).isEqualTo("P100");
            assertThat(library.circulation.findPatron(MAIN.context(), "P999")).isEmpty();
            assertThat(library.circulation.findPatron(MAIN.context(), "' OR 1=1 --"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsDeniedAndWhy(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(find(library, "P100").denied()).isEmpty();
            assertThat(find(library, "P400").has(Block.Reason.CARD_LOST)).isTrue();
            assertThat(find(library, "P400").denied()).hasSize(4);
            assertThat(find(library, "P500").has(Block.Reason.EXPIRED)).isTrue();
            assertThat(find(library, "P510").blocks())
                    .containsExactly(new Block(Block.Reason.RESTRICTED, "owes an apology"));
            Patron owing = find(library, "P200");
            assertThat(owing.has(Block.Reason.EXCESSIVE_FINES)).isTrue();
            assertThat(owing.owed()).isEqualTo("12.50");
            assertThat(owing.limits().fees()).hasValue(new java.math.BigDecimal("10.00"));
            library.execute("UPDATE loans SET recall_due = loaned WHERE item_id = 23");
            assertThat(find(library, "P300").has(Block.Reason.RECALL_OVERDUE)).isTrue();
            assertThat(find(library, "P300").may(Privilege.LOAN)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAndListsInOrder(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(library.circulation.counts(MAIN.context(), "P100")).isEqualTo(new Counts(0, 0, 5, 0, 0, 0));
            assertThat(library.circulation.counts(MAIN.context(), "P200")).isEqualTo(new Counts(0, 1, 1, 3, 0, 0));
            assertThat(library.circulation.counts(MAIN.context(), "P300")).isEqualTo(new Counts(1, 0, 1, 0, 1, 2));
            assertThat(library.circulation.counts(MAIN.context(), "P999")).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));
            assertThat(library.circulation.loans(MAIN.context(), "P100", Loans.ALL, new Window(2, 3)))
                    .extracting(loan -> loan.item().id())
                    .containsExactly("I010", "I011");
            assertThat(library.circulation.loans(MAIN.context(), "P100", Loans.ALL, new Window(6, 9)))
                    .isEmpty();
            assertThat(library.circulation.loans(MAIN.context(), "P100", Loans.ALL, new Window(2, 1)))
                    .isEmpty();
            assertThat(library.circulation.loans(MAIN.context(), "P200", Loans.OVERDUE, Window.all()))
                    .hasSize(1);
            assertThat(library.circulation.loans(MAIN.context(), "P300", Loans.RECALLED, Window.all()))
                    .singleElement()
                    .satisfies(loan -> assertThat(loan.recalled()).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void blocksAndReleasesCards(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(library.circulation.block(MAIN.context(), "P110", "left card", true))
                            .denied())
                    .hasSize(4);
            assertThat(library.value("SELECT reason || ' ' || terminal FROM terminal_blocks"))
                    .isEqualTo("left card SC1");
            assertThat(reason(library.checkout(MAIN, "P110", "I001"))).isEqualTo(Refusal.PATRON_BLOCKED);
            assertThat(done(library.circulation.enable(MAIN.context(), "P110")).denied())
                    .isEmpty();
            assertThat(done(library.circulation.enable(MAIN.context(), "P200")).has(Block.Reason.EXCESSIVE_FINES))
                    .isTrue();
            assertThat(reason(library.circulation.block(MAIN.context(), "P999", "x", false)))
                    .isEqualTo(Refusal.PATRON_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void checksPins(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(library.circulation.check(MAIN.context(), "P100", PIN)).isEqualTo(Check.RIGHT);
            assertThat(library.circulation.check(MAIN.context(), "P100", PIN)).isEqualTo(Check.RIGHT);
            assertThat(library.circulation.check(MAIN.context(), "P100", WRONG)).isEqualTo(Check.WRONG);
            assertThat(library.circulation.check(MAIN.context(), "P120", PIN)).isEqualTo(Check.NONE);
            String changed = PinDesk.hash(WRONG, 4);
            library.execute("UPDATE patrons SET pin_hash = '" + changed + "', version = version + 1 WHERE id = 100");
            assertThat(library.circulation.check(MAIN.context(), "P100", PIN)).isEqualTo(Check.WRONG);
            assertThat(library.circulation.check(MAIN.context(), "P100", WRONG)).isEqualTo(Check.RIGHT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void locksAfterTooManyWrongPins(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Scene scene = MAIN.prefer("FailedLoginAttempts", "2");
            library.circulation.check(scene.context(), "P100", WRONG);
            assertThat(library.circulation.check(scene.context(), "P100", PIN)).isEqualTo(Check.RIGHT);
            library.circulation.check(scene.context(), "P100", WRONG);
            library.circulation.check(scene.context(), "P100", WRONG);
            assertThat(library.circulation.check(scene.context(), "P100", PIN)).isEqualTo(Check.WRONG);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsTerminalsLogInThatMayCirculate(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            IlsAuthenticator authenticator = new IlsAuthenticator(library.store);
            Realm terminals = new Realm(Realm.Kind.TERMINAL, "MAIN", "ILS");
            assertThat(authenticator.authenticate(terminals, "kiosk1", PIN)).isEqualTo(Verdict.ACCEPT);
            assertThat(authenticator.authenticate(terminals, "kiosk1", WRONG)).isEqualTo(Verdict.REJECT);
            assertThat(authenticator.authenticate(terminals, "P100", PIN)).isEqualTo(Verdict.ABSTAIN);
            assertThat(authenticator.authenticate(new Realm(Realm.Kind.PATRON, "MAIN", "ILS"), "kiosk1", PIN))
                    .isEqualTo(Verdict.ABSTAIN);
            assertThat(authenticator.authenticate(new Realm(Realm.Kind.TERMINAL, "X", "demo"), "kiosk1", PIN))
                    .isEqualTo(Verdict.ABSTAIN);
            LocalDate today = LocalDate.now(Scene.ZONE);
            library.execute("UPDATE patrons SET expires = DATE '" + today.plusDays(1) + "' WHERE id = 900");
            assertThat(authenticator.authenticate(terminals, "kiosk1", PIN)).isEqualTo(Verdict.ACCEPT);
            library.execute("UPDATE patrons SET expires = DATE '" + today.minusDays(1) + "' WHERE id = 900");
            assertThat(authenticator.authenticate(terminals, "kiosk1", PIN)).isEqualTo(Verdict.ABSTAIN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void strengthensHashesOfImports(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            PinMemory memory = new PinMemory(java.time.Duration.ofMinutes(1), System::nanoTime);
            Check check = library.store.guarded(opened ->
                    new PinDesk(opened, memory, 5, Runnable::run).check("P100", PIN, java.util.OptionalInt.empty()));
            assertThat(check).isEqualTo(Check.RIGHT);
            assertThat(library.value("SELECT pin_hash FROM patrons WHERE id = 100"))
                    .startsWith("$2a$05$");
            assertThat(memory.knows(100, 1, PIN)).isTrue();
            assertThat(library.circulation.check(MAIN.context(), "P100", PIN)).isEqualTo(Check.RIGHT);
        }
    }
}
