// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.FeeType;
import acs.api.circulation.Outcome;
import acs.api.circulation.Payment;
import acs.implementation.ils.TestLibrary.On;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RacesTest {
    private static final Scene MAIN = Scene.main();
    private static final int ROUNDS = 15;

    /** Does all of them at the same moment, and says how many were done rather than refused. */
    private static long together(List<Callable<? extends Outcome<?>>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            CyclicBarrier start = new CyclicBarrier(works.size());
            List<Future<Outcome<?>>> outcomes = new ArrayList<>();
            for (Callable<? extends Outcome<?>> work : works) {
                outcomes.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            long done = 0;
            for (Future<Outcome<?>> outcome : outcomes) {
                done += outcome.get(60, TimeUnit.SECONDS).isDone() ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-097 gives an item to exactly one")
    void givesAnItemToExactlyOne(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(together(List.of(
                                () -> library.checkout(MAIN, "P110", "I001"),
                                () -> library.checkout(MAIN, "P100", "I001"),
                                () -> library.checkout(MAIN, "P120", "I001"))))
                        .isEqualTo(1);
                assertThat(together(List.of(() -> library.checkin(MAIN, "I001"), () -> library.checkin(MAIN, "I001"))))
                        .isEqualTo(1);
            }
            assertThat(library.count("loan_history")).isEqualTo(ROUNDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLimitOfOnePatronAtSeveralTerminals(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(together(List.of(
                                () -> library.checkout(MAIN, "P700", "I001"),
                                () -> library.checkout(MAIN, "P700", "I003"),
                                () -> library.checkout(MAIN, "P700", "I009"),
                                () -> library.checkout(MAIN, "P700", "I018"))))
                        .isEqualTo(2);
                library.execute("DELETE FROM loans WHERE patron_id = 700");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAHoldToOneCopy(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            library.execute("UPDATE items SET title_id = 11 WHERE id IN (2, 10)");
            assertThat(together(List.of(
                            () -> library.checkin(MAIN, "I002"),
                            () -> library.checkin(MAIN, "I010"),
                            () -> library.checkin(MAIN, "I011"))))
                    .isEqualTo(3);
            assertThat(library.count("loan_history WHERE undo_hold_id = 2")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void booksAPaymentOnce(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Payment payment = new Payment("P200", new BigDecimal("3.00"), FeeType.OTHER, "00", "", "PAY-7");
            Callable<Outcome<?>> pay = () -> library.circulation.pay(MAIN.context(), payment);
            assertThat(together(List.of(pay, pay, pay))).isEqualTo(3);
            assertThat(library.owed("P200")).isEqualTo("9.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverHangsWhenLoansReturnsAndFeesMeet(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            for (int round = 0; round < ROUNDS; round++) {
                together(List.of(
                        () -> library.checkout(MAIN, "P200", "I021"),
                        () -> library.checkin(MAIN, "I021"),
                        () -> library.cancelCheckin(MAIN, "P200", "I021"),
                        () -> library.cancelCheckout(MAIN, "I021"),
                        () -> library.renew(MAIN, "P200", "I021"),
                        () -> FeesTest.pay(library, MAIN, "P200", "0.01", "")));
                assertThat(library.count("loans WHERE item_id = 21")).isLessThanOrEqualTo(1);
            }
        }
    }
}
