// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.RenewedLoans;
import acs.implementation.ils.TestLibrary.On;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenewingTest {
    private static final Scene MAIN = Scene.main();

    private static Outcome<Loan> renew(TestLibrary library, Renewal request) throws Exception {
        return library.circulation.renew(MAIN.context(), request);
    }

    @ParameterizedTest
    @EnumSource
    void renewsFromTodayOrFromTheDayItIsDue(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(library.renew(MAIN, "P100", "I002")).due())
                    .isEqualTo(ZonedDateTime.of(2026, 3, 31, 23, 59, 0, 0, Scene.ZONE));
            assertThat(done(library.renew(MAIN.prefer("RenewalPeriodBase", "date_due"), "P100", "I010"))
                            .due())
                    .isEqualTo(ZonedDateTime.of(2026, 4, 4, 23, 59, 0, 0, Scene.ZONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithTheFirstReason(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(library.renew(MAIN, "P999", "I002"))).isEqualTo(Refusal.PATRON_UNKNOWN);
            assertThat(reason(library.renew(MAIN, "P100", "I999"))).isEqualTo(Refusal.ITEM_UNKNOWN);
            assertThat(reason(library.renew(MAIN, "P100", "I001"))).isEqualTo(Refusal.ITEM_NOT_ON_LOAN_TO_PATRON);
            Outcome<Loan> other = library.renew(MAIN, "P110", "I002");
            assertThat(reason(other)).isEqualTo(Refusal.ITEM_NOT_ON_LOAN_TO_PATRON);
            assertThat(((Outcome.Refused<Loan>) other).renewal()).isFalse();
            Outcome<Loan> held = library.renew(MAIN, "P100", "I011");
            assertThat(reason(held)).isEqualTo(Refusal.RENEWAL_OF_HELD_ITEM);
            assertThat(((Outcome.Refused<Loan>) held).renewal()).isTrue();
            assertThat(reason(library.renew(MAIN, "P100", "I020"))).isEqualTo(Refusal.RENEWAL_LIMIT);
            assertThat(reason(library.renew(MAIN, "P200", "I021"))).isEqualTo(Refusal.PATRON_OWES);
            assertThat(reason(library.renew(MAIN, "P300", "I023"))).isEqualTo(Refusal.ITEM_RECALLED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheLoanByItsTitle(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Renewal byTitle = new Renewal("P100", "", "ulysses", false, false, "");
            assertThat(done(renew(library, byTitle)).item().id()).isEqualTo("I002");
            Renewal contradiction = new Renewal("P100", "I002", "Emma", false, false, "");
            assertThat(reason(renew(library, contradiction))).isEqualTo(Refusal.REQUEST_INVALID);
            Renewal nothing = new Renewal("P100", "", " ", false, false, "");
            assertThat(reason(renew(library, nothing))).isEqualTo(Refusal.REQUEST_INVALID);
            library.execute("INSERT INTO loans (item_id, patron_id, loaned, due) SELECT 3, patron_id, loaned, due"
                    + " FROM loans WHERE item_id = 2");
            assertThat(reason(renew(library, byTitle))).isEqualTo(Refusal.ITEM_AMBIGUOUS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewsForOthersWithoutSayingForWhom(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Loan loan = done(renew(library, new Renewal("P110", "I002", "", true, false, "")));
            assertThat(loan.patron()).isEqualTo("P110");
            Outcome<Loan> refused = renew(library, new Renewal("P110", "I021", "", true, false, ""));
            assertThat(reason(refused)).isEqualTo(Refusal.RENEWAL_NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewsAllThatCanBeRenewed(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            RenewedLoans all = done(library.circulation.renewAll(MAIN.context(), "P100", false));
            assertThat(all.renewed()).extracting(loan -> loan.item().id()).containsExactly("I002", "I010");
            assertThat(all.unrenewed())
                    .extracting(RenewedLoans.Unrenewed::item)
                    .containsExactly("I011", "I012", "I020");
            assertThat(done(library.circulation.renewAll(MAIN.context(), "P110", false))
                            .renewed())
                    .isEmpty();
            assertThat(reason(library.circulation.renewAll(MAIN.context(), "P200", true)))
                    .isEqualTo(Refusal.PATRON_OWES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chargesTheRenewalAndTheFineThatRanUp(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkoutPaying(MAIN, "P110", "I006"));
            Scene late = MAIN.later(TestLibrary.days(10));
            assertThat(reason(library.renew(late, "P110", "I006"))).isEqualTo(Refusal.FEE_NOT_ACCEPTED);
            Loan loan =
                    done(library.circulation.renew(late.context(), new Renewal("P110", "I006", "", false, true, "")));
            assertThat(loan.charge().amount()).isEqualTo("2.09");
            assertThat(library.owed("P110")).isEqualTo("4.59");
        }
    }
}
