// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.implementation.ils.TestLibrary.On;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredTest {
    private static final Scene MAIN = Scene.main();
    private static final ZonedDateTime YESTERDAY = Scene.MORNING.minusDays(1);
    private static final ZonedDateTime DUE = Scene.MORNING.plusDays(13);

    private static Outcome<Loan> record(TestLibrary library, String patron, String item) throws Exception {
        return library.circulation.recordCheckout(
                MAIN.context(), new Checkout(patron, item, true, true, ""), YESTERDAY, Optional.of(DUE));
    }

    @ParameterizedTest
    @EnumSource
    void recordsWhatHappenedOnce(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Loan loan = done(record(library, "P110", "I006"));
            assertThat(loan.loaned()).isEqualTo(YESTERDAY);
            assertThat(loan.due()).isEqualTo(DUE);
            done(record(library, "P110", "I006"));
            assertThat(library.value("SELECT renewals FROM loans WHERE item_id = 6"))
                    .isEqualTo("0");
            assertThat(library.owed("P110")).isEqualTo("2.50");
            done(library.checkin(MAIN, "I006"));
            done(record(library, "P110", "I006"));
            assertThat(library.count("loans WHERE item_id = 6")).isZero();
            assertThat(library.count("staff_exceptions")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsStaffOfWhatContradicts(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(record(library, "P200", "I005"));
            assertThat(library.value("SELECT status FROM holds WHERE id = 1")).isEqualTo("pending");
            done(record(library, "P110", "I002"));
            done(record(library, "P110", "I008"));
            done(record(library, "P110", "I004"));
            for (String kind : new String[] {
                "stored_loan_of_held_item",
                "stored_loan_of_blocked_patron",
                "stored_loan_of_lent_item",
                "stored_loan_of_unavailable_item",
                "stored_loan_of_reference_item"
            }) {
                assertThat(library.count("staff_exceptions WHERE kind = '" + kind + "'"))
                        .as(kind)
                        .isEqualTo(1);
            }
            assertThat(library.value("SELECT patron_id FROM loans WHERE item_id = 2"))
                    .isEqualTo("110");
            assertThat(reason(record(library, "P999", "I001"))).isEqualTo(Refusal.PATRON_UNKNOWN);
            assertThat(reason(record(library, "P110", "I999"))).isEqualTo(Refusal.ITEM_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsReturnsThatWereNotOvertaken(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Checkin back = new Checkin("I002", "", Optional.empty(), "");
            done(library.circulation.recordCheckin(MAIN.context(), back, YESTERDAY));
            assertThat(library.count("loans WHERE item_id = 2")).isZero();
            done(library.checkout(MAIN, "P110", "I002"));
            done(library.circulation.recordCheckin(MAIN.context(), back, YESTERDAY));
            done(library.circulation.recordCheckin(MAIN.context(), back, YESTERDAY.plusHours(1)));
            assertThat(library.value("SELECT patron_id FROM loans WHERE item_id = 2"))
                    .isEqualTo("110");
            assertThat(library.value("SELECT kind FROM staff_exceptions")).isEqualTo("stored_return_too_late");
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsRenewalsOnce(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Renewal kept = new Renewal("P100", "I020", "", false, false, "");
            for (int i = 0; i < 2; i++) {
                Loan loan = done(library.circulation.recordRenewal(MAIN.context(), kept, YESTERDAY, Optional.of(DUE)));
                assertThat(loan.due()).isEqualTo(DUE);
            }
            assertThat(library.value("SELECT renewals FROM loans WHERE item_id = 20"))
                    .isEqualTo("3");
        }
    }
}
