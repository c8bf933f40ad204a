// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Fee;
import acs.api.circulation.FeeType;
import acs.api.circulation.Outcome;
import acs.api.circulation.Payment;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import acs.api.circulation.Window;
import acs.implementation.ils.TestLibrary.On;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeesTest {
    private static final Scene MAIN = Scene.main();

    static Outcome<Receipt> pay(TestLibrary library, Scene scene, String patron, String amount, String fee)
            throws Exception {
        return pay(library, scene, new Payment(patron, new BigDecimal(amount), FeeType.OTHER, "00", fee, ""));
    }

    private static Outcome<Receipt> pay(TestLibrary library, Scene scene, Payment payment) throws Exception {
        return library.circulation.pay(scene.context(), payment);
    }

    private static String open(TestLibrary library) throws Exception {
        StringBuilder open = new StringBuilder();
        for (Fee fee : library.circulation.fees(MAIN.context(), "P200", Window.all())) {
            open.append(fee.id()).append('=').append(fee.outstanding()).append(' ');
        }
        return open.toString().strip();
    }

    @ParameterizedTest
    @EnumSource
    void paysTheOldestFirst(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(pay(library, MAIN, "P200", "6.00", "")).balance()).isEqualTo("6.50");
            assertThat(open(library)).isEqualTo("X2=4.00 X3=2.50");
            assertThat(done(pay(library, MAIN, "P200", "2.00", "X2")).balance()).isEqualTo("4.50");
            assertThat(open(library)).isEqualTo("X2=2.00 X3=2.50");
            assertThat(library.value("SELECT SUM(amount) FROM allocations")).isEqualTo("8.000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void paysExactCents(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            for (int i = 0; i < 10; i++) {
                done(pay(library, MAIN, "P200", "0.10", "X1"));
            }
            assertThat(open(library)).startsWith("X1=4.00 ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void booksATransactionOnce(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Payment payment = new Payment("P200", new BigDecimal("5.00"), FeeType.OTHER, "02", "X1", "PAY-1");
            Receipt first = done(pay(library, MAIN, payment));
            done(pay(library, MAIN, "P200", "1.00", ""));
            assertThat(done(pay(library, MAIN, payment))).isEqualTo(first);
            assertThat(library.count("payments WHERE transaction = 'PAY-1'")).isEqualTo(1);
            assertThat(library.owed("P200")).isEqualTo("6.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeBooked(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(pay(library, MAIN, "P999", "1.00", ""))).isEqualTo(Refusal.PATRON_UNKNOWN);
            assertThat(reason(pay(library, MAIN, "P110", "5.00", "X1"))).isEqualTo(Refusal.FEE_UNKNOWN);
            assertThat(reason(pay(library, MAIN, "P200", "99.00", ""))).isEqualTo(Refusal.OVERPAYMENT);
            assertThat(reason(pay(library, MAIN, "P200", "5.01", "X1"))).isEqualTo(Refusal.OVERPAYMENT);
            assertThat(reason(pay(library, MAIN, "P200", "0.001", ""))).isEqualTo(Refusal.AMOUNT_INVALID);
            assertThat(reason(pay(library, MAIN, "P200", "-1", ""))).isEqualTo(Refusal.AMOUNT_INVALID);
            assertThat(library.count("payments")).isZero();
            assertThat(library.owed("P200")).isEqualTo("12.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsToTheTypeOfFee(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Payment hold = new Payment("P200", new BigDecimal("2.50"), FeeType.HOLD, "00", "", "");
            done(pay(library, MAIN, hold));
            assertThat(open(library)).isEqualTo("X1=5.00 X2=5.00");
            assertThat(reason(pay(library, MAIN, hold))).isEqualTo(Refusal.OVERPAYMENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesACreditWhereThatIsPreferred(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Scene lenient = MAIN.with("disallow_overpayment", "0");
            assertThat(done(pay(library, lenient, "P200", "15.00", "")).balance())
                    .isEqualTo("-2.50");
            assertThat(library.owed("P200")).isEqualTo("0.00");
            assertThat(open(library)).isEmpty();
            done(library.checkin(MAIN, "I021"));
            assertThat(open(library)).isEmpty();
            assertThat(library.value("SELECT SUM(outstanding) FROM fees WHERE patron_id = 200"))
                    .isEqualTo("-1.250");
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesOff(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Payment payment = new Payment("P200", new BigDecimal("5"), FeeType.OTHER, "06", "X2", "W1");
            done(pay(library, MAIN.with("payment_type_writeoff", "06"), payment));
            assertThat(library.count("payments WHERE write_off")).isEqualTo(1);
            assertThat(open(library)).isEqualTo("X1=5.00 X3=2.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsToTheCurrencysDecimals(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(pay(library, MAIN.paying("JPY"), "P200", "0.50", "")))
                    .isEqualTo(Refusal.AMOUNT_INVALID);
            assertThat(done(pay(library, MAIN.paying("KWD"), "P200", "0.125", ""))
                            .balance())
                    .isEqualTo("12.375");
        }
    }
}
