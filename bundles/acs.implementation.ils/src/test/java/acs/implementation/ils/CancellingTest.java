// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Checkout;
import acs.api.circulation.Loan;
import acs.api.circulation.Refusal;
import acs.implementation.ils.TestLibrary.On;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancellingTest {
    private static final Scene MAIN = Scene.main();
    private static final ZonedDateTime WEEK_LATER = ZonedDateTime.of(2026, 3, 17, 23, 59, 0, 0, Scene.ZONE);

    @ParameterizedTest
    @EnumSource
    void neverLosesALoanOrACent(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkoutPaying(MAIN, "P110", "I006"));
            assertThat(library.owed("P110")).isEqualTo("2.50");

            done(library.cancelCheckout(MAIN.later(Duration.ofMinutes(1)), "I006"));
            assertThat(library.owed("P110")).isEqualTo("0.00");
            assertThat(library.count("loans WHERE item_id = 6")).isZero();
            assertThat(library.count("loan_history")).isZero();

            Loan again = done(library.checkoutPaying(MAIN.later(Duration.ofMinutes(2)), "P110", "I006"));
            assertThat(again.due()).isEqualTo(WEEK_LATER);
            assertThat(library.owed("P110")).isEqualTo("2.50");

            Scene nextDay = MAIN.later(TestLibrary.days(1));
            Loan renewed = done(library.checkoutPaying(nextDay, "P110", "I006"));
            assertThat(renewed.renewed()).isTrue();
            assertThat(renewed.due()).isEqualTo(WEEK_LATER.plusDays(1));
            assertThat(library.owed("P110")).isEqualTo("3.60");

            assertThat(done(library.cancelCheckout(nextDay.later(Duration.ofMinutes(1)), "I006"))
                            .resensitize())
                    .isFalse();
            assertThat(library.value("SELECT patron_id FROM loans WHERE item_id = 6"))
                    .isEqualTo("110");
            assertThat(library.circulation
                            .findItem(nextDay.context(), "I006")
                            .orElseThrow()
                            .due())
                    .contains(WEEK_LATER.plusDays(1));
            assertThat(library.owed("P110")).isEqualTo("3.60");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnOlderLoanAlone(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkout(MAIN, "P110", "I001"));
            done(library.cancelCheckout(MAIN.later(Duration.ofHours(2)), "I001"));
            assertThat(library.count("loans WHERE item_id = 1")).isEqualTo(1);
            done(library.cancelCheckout(MAIN, "I002"));
            assertThat(library.count("loans WHERE item_id = 2")).isEqualTo(1);
            done(library.cancelCheckout(MAIN, "I018"));
            assertThat(reason(library.cancelCheckout(MAIN, "I999"))).isEqualTo(Refusal.ITEM_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheHoldBackWithTheLoan(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkout(MAIN, "P300", "I005"));
            done(library.cancelCheckout(MAIN, "I005"));
            assertThat(library.value("SELECT status FROM holds WHERE id = 1 AND item_id = 5"))
                    .isEqualTo("waiting");
            assertThat(library.count("hold_history")).isZero();
            done(library.checkout(MAIN, "P110", "I018"));
            done(library.cancelCheckout(MAIN, "I018"));
            assertThat(library.value("SELECT status FROM items WHERE id = 18")).isEqualTo("reshelving");
        }
    }

    @ParameterizedTest
    @EnumSource
    void restoresALoanWithItsDueDateHoldAndCharges(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkin(MAIN, "I012"));
            Loan loan = done(library.cancelCheckin(MAIN, "P100", "I012"));
            assertThat(loan.due()).isEqualTo(ZonedDateTime.of(2026, 3, 16, 23, 59, 0, 0, Scene.ZONE));
            assertThat(library.value("SELECT status FROM holds WHERE id = 3 AND item_id IS NULL"))
                    .isEqualTo("pending");
            assertThat(library.value("SELECT status FROM items WHERE id = 12")).isEqualTo("available");
            assertThat(library.count("transfers")).isZero();
            assertThat(library.count("loan_history")).isZero();

            done(library.checkin(MAIN, "I021"));
            assertThat(library.owed("P200")).isEqualTo("13.75");
            done(library.cancelCheckin(MAIN, "P200", "I021"));
            assertThat(library.owed("P200")).isEqualTo("12.50");
            done(library.cancelCheckin(MAIN, "P200", "I021"));
            assertThat(library.count("loans WHERE item_id = 21")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void turnsWhatWasPaidOfACancelledChargeIntoACredit(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkoutPaying(MAIN, "P110", "I006"));
            FeesTest.pay(library, MAIN, "P110", "1.00", "");
            done(library.cancelCheckout(MAIN, "I006"));
            assertThat(library.value("SELECT SUM(outstanding) FROM fees WHERE patron_id = 110"))
                    .isEqualTo("-1.000");
            done(library.checkoutPaying(MAIN, "P110", "I006"));
            assertThat(library.owed("P110")).isEqualTo("1.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToRestoreWhatNeverWas(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(library.cancelCheckin(MAIN, "P110", "I001"))).isEqualTo(Refusal.CANCEL_NOT_POSSIBLE);
            assertThat(reason(library.cancelCheckin(MAIN, "P110", "I002"))).isEqualTo(Refusal.CANCEL_NOT_POSSIBLE);
            done(library.checkin(MAIN, "I002"));
            assertThat(reason(library.circulation.cancelCheckin(
                            MAIN.later(Duration.ofHours(1)).context(), new Checkout("P100", "I002", false, false, ""))))
                    .isEqualTo(Refusal.CANCEL_NOT_POSSIBLE);
        }
    }
}
