// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkout;
import acs.api.circulation.FeeType;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.implementation.ils.TestLibrary.On;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LendingTest {
    private static final Scene MAIN = Scene.main();

    @ParameterizedTest
    @EnumSource
    void lendsUntilTheEndOfTheLastDay(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Loan loan = done(library.checkout(MAIN, "P110", "I001"));
            assertThat(loan.due()).isEqualTo(ZonedDateTime.of(2026, 3, 31, 23, 59, 0, 0, Scene.ZONE));
            assertThat(loan.renewed()).isFalse();
            assertThat(loan.desensitize()).isTrue();
            assertThat(loan.charge().isNone()).isTrue();
            assertThat(loan.item().title()).isEqualTo("Dubliners");
            assertThat(library.circulation
                            .findItem(MAIN.context(), "I001")
                            .orElseThrow()
                            .status())
                    .isEqualTo(ItemStatus.ON_LOAN);
            assertThat(library.circulation.counts(MAIN.context(), "P110").loans())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithTheFirstReason(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Map<String, Refusal> byPatron = Map.of(
                    "P999", Refusal.PATRON_UNKNOWN,
                    "P400", Refusal.CARD_LOST,
                    "P500", Refusal.PATRON_EXPIRED,
                    "P510", Refusal.PATRON_RESTRICTED,
                    "P200", Refusal.PATRON_OWES);
            for (Map.Entry<String, Refusal> expected : byPatron.entrySet()) {
                assertThat(reason(library.checkout(MAIN, expected.getKey(), "I001")))
                        .isEqualTo(expected.getValue());
            }
            Map<String, Refusal> byItem = Map.ofEntries(
                    Map.entry("I999", Refusal.ITEM_UNKNOWN),
                    Map.entry("I002", Refusal.ITEM_ON_LOAN_TO_ANOTHER),
                    Map.entry("I004", Refusal.ITEM_NOT_FOR_LOAN),
                    Map.entry("I005", Refusal.ITEM_ON_HOLD_FOR_ANOTHER),
                    Map.entry("I006", Refusal.FEE_NOT_ACCEPTED),
                    Map.entry("I007", Refusal.ITEM_IN_TRANSIT),
                    Map.entry("I008", Refusal.ITEM_LOST),
                    Map.entry("I013", Refusal.ITEM_NOT_AVAILABLE),
                    Map.entry("I015", Refusal.ITEM_NOT_AVAILABLE),
                    Map.entry("I016", Refusal.ITEM_NOT_AVAILABLE),
                    Map.entry("I017", Refusal.ITEM_NOT_AVAILABLE),
                    Map.entry("I019", Refusal.ITEM_WITHDRAWN),
                    Map.entry("I022", Refusal.ITEM_NEEDS_DESK));
            for (Map.Entry<String, Refusal> expected : byItem.entrySet()) {
                assertThat(reason(library.checkout(MAIN, "P110", expected.getKey())))
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue());
            }
            assertThat(library.count("loans")).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLoanLimit(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkout(MAIN, "P700", "I001"));
            done(library.checkout(MAIN, "P700", "I003"));
            assertThat(reason(library.checkout(MAIN, "P700", "I018"))).isEqualTo(Refusal.TOO_MANY_LOANS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chargesWhatWasAgreedTo(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Outcome<Loan> refused = library.checkout(MAIN, "P110", "I006");
            Outcome.Refused<Loan> refusal = (Outcome.Refused<Loan>) refused;
            assertThat(refusal.charge()).isEqualTo(new Charge(FeeType.RENTAL, new BigDecimal("2.50")));
            assertThat(refusal.item()).isPresent();
            assertThat(library.owed("P110")).isEqualTo("0.00");
            Loan loan = done(library.checkoutPaying(MAIN, "P110", "I006"));
            assertThat(loan.charge().amount()).isEqualTo("2.50");
            assertThat(library.owed("P110")).isEqualTo("2.50");
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewsWhatThePatronHas(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Loan loan = done(library.checkout(MAIN, "ada", "I002"));
            assertThat(loan.renewed()).isTrue();
            assertThat(loan.patron()).isEqualTo("P100");
            assertThat(loan.due()).isEqualTo(ZonedDateTime.of(2026, 3, 31, 23, 59, 0, 0, Scene.ZONE));
            Outcome<Loan> limit = library.checkout(MAIN, "P100", "I020");
            assertThat(reason(limit)).isEqualTo(Refusal.RENEWAL_LIMIT);
            assertThat(((Outcome.Refused<Loan>) limit).renewal()).isTrue();
            Outcome<Loan> unwanted =
                    library.circulation.checkout(MAIN.context(), new Checkout("P100", "I010", false, false, ""));
            assertThat(reason(unwanted)).isEqualTo(Refusal.RENEWAL_NOT_ALLOWED);
            assertThat(((Outcome.Refused<Loan>) unwanted).renewal()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsSomeItemsInTheLibrary(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(library.checkout(MAIN, "P110", "I014")).desensitize())
                    .isFalse();
            assertThat(done(library.checkout(MAIN.with("inhouse_item_types", "BOOK,CD"), "P110", "I001"))
                            .desensitize())
                    .isFalse();
            assertThat(done(library.checkout(MAIN, "P110", "I018")).item().securityInhibit())
                    .isTrue();
            assertThat(done(library.checkout(MAIN, "P110", "I009")).item().magnetic())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fulfilsThePatronsOwnHold(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkout(MAIN, "P300", "I005"));
            assertThat(library.value("SELECT outcome FROM hold_history WHERE id = 1"))
                    .isEqualTo("fulfilled");
            assertThat(library.circulation.counts(MAIN.context(), "P300").readyHolds())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsHeldItemsGoWhereThatIsPreferred(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            library.execute("DELETE FROM loans WHERE item_id = 11");
            assertThat(reason(library.checkout(MAIN, "P110", "I011"))).isEqualTo(Refusal.ITEM_RESERVED_FOR_ANOTHER);
            Scene pending = MAIN.prefer("AllowItemsOnHoldCheckoutSIP", "1");
            done(library.checkout(pending, "P110", "I011"));
            assertThat(reason(library.checkout(pending, "P110", "I005"))).isEqualTo(Refusal.ITEM_ON_HOLD_FOR_ANOTHER);
            done(library.checkout(MAIN.prefer("AllowItemsOnHoldCheckoutSIP", "2"), "P110", "I005"));
            assertThat(library.value("SELECT status FROM holds WHERE id = 1")).isEqualTo("pending");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesALentItemBackWhereThatIsPreferred(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkout(MAIN.prefer("AllowItemsOnLoanCheckoutSIP", "1"), "P110", "I021"));
            assertThat(library.value("SELECT patron_id FROM loans WHERE item_id = 21"))
                    .isEqualTo("110");
            assertThat(library.value("SELECT patron_id FROM loan_history WHERE item_id = 21"))
                    .isEqualTo("200");
            assertThat(library.owed("P200")).isEqualTo("13.75");
        }
    }

    @ParameterizedTest
    @EnumSource
    void obeysTheTerminalsAttributes(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(library.checkout(MAIN.with("blocked_item_types", "CD|BOOK"), "P110", "I001")))
                    .isEqualTo(Refusal.ITEM_TYPE_BLOCKED);
            Scene parts = MAIN.with("allow_additional_materials_checkout", "1");
            Outcome.Done<Loan> noted = (Outcome.Done<Loan>) library.checkout(parts, "P110", "I022");
            assertThat(noted.notes().screen()).hasSize(1);
            assertThat(reason(library.checkout(MAIN.prefer("OverduesBlockCirc", "block"), "P200", "I001")))
                    .isEqualTo(Refusal.PATRON_OWES);
        }
    }
}
