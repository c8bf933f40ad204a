// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Checkin;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.api.circulation.Return.Kind;
import acs.implementation.ils.TestLibrary.On;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturningTest {
    private static final Scene MAIN = Scene.main();

    @ParameterizedTest
    @EnumSource
    void takesBackAndTellsWhoHadIt(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Return back = done(library.checkin(MAIN, "I002"));
            assertThat(back.patron()).isEqualTo("P100");
            assertThat(back.resensitize()).isTrue();
            assertThat(back.routing().kind()).isEqualTo(Kind.SHELF);
            assertThat(back.charge().isNone()).isTrue();
            assertThat(back.item().status()).isEqualTo(ItemStatus.AVAILABLE);
            assertThat(library.value("SELECT patron_id FROM loan_history WHERE item_id = 2"))
                    .isEqualTo("100");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chargesForEachDayAfterTheOneItWasDue(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Return back = done(library.checkin(MAIN, "I021"));
            assertThat(back.charge().amount()).isEqualTo("1.25");
            assertThat(library.owed("P200")).isEqualTo("13.75");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-034 believes a return date that is plausible")
    void believesAReturnDateThatIsPlausible(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            ZonedDateTime inTime = ZonedDateTime.of(2026, 3, 5, 12, 0, 0, 0, Scene.ZONE);
            Return back =
                    done(library.circulation.checkin(MAIN.context(), new Checkin("I021", "", Optional.of(inTime), "")));
            assertThat(back.charge().isNone()).isTrue();
            ZonedDateTime future = ZonedDateTime.of(2099, 1, 1, 0, 0, 0, 0, Scene.ZONE);
            Return other =
                    done(library.circulation.checkin(MAIN.context(), new Checkin("I002", "", Optional.of(future), "")));
            assertThat(other.charge().isNone()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shelvesForTheFirstInTheQueue(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Return back = done(library.checkin(MAIN, "I011"));
            assertThat(back.routing()).isEqualTo(new Return.Routing(Kind.HOLD_HERE, "MAIN", "P300", "Alan Turing"));
            assertThat(back.item().status()).isEqualTo(ItemStatus.ON_HOLD_SHELF);
            assertThat(back.item().pickupUntil()).contains(ZonedDateTime.of(2026, 3, 17, 23, 59, 0, 0, Scene.ZONE));
            assertThat(library.circulation.counts(MAIN.context(), "P300").readyHolds())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsToThePickupLibraryAndShelvesThere(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Return back = done(library.checkin(MAIN, "I012"));
            assertThat(back.routing().kind()).isEqualTo(Kind.HOLD_ELSEWHERE);
            assertThat(back.routing().destination()).isEqualTo("BR2");
            assertThat(back.item().status()).isEqualTo(ItemStatus.IN_TRANSIT);
            assertThat(library.value("SELECT reason FROM transfers WHERE item_id = 12 AND arrived IS NULL"))
                    .isEqualTo("hold");
            Scene there = MAIN.in("BR2").with("checked_in_ok", "1");
            Return arrived = done(library.checkin(there, "I012"));
            assertThat(arrived.routing().kind()).isEqualTo(Kind.HOLD_HERE);
            assertThat(arrived.item().status()).isEqualTo(ItemStatus.ON_HOLD_SHELF);
            assertThat(arrived.item().currentLocation()).isEqualTo("BR2");
            assertThat(library.count("transfers WHERE arrived IS NULL")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsHomeWhatBelongsElsewhere(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Return back = done(library.checkin(MAIN, "I010"));
            assertThat(back.routing()).isEqualTo(new Return.Routing(Kind.TRANSFER, "BR2", "", ""));
            assertThat(back.item().status()).isEqualTo(ItemStatus.IN_TRANSIT);
            Return arrived = done(library.checkin(MAIN.in("BR2").with("checked_in_ok", "1"), "I010"));
            assertThat(arrived.routing().kind()).isEqualTo(Kind.SHELF);
            assertThat(arrived.item().status()).isEqualTo(ItemStatus.AVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsForStaffWherePreferred(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.checkin(MAIN.prefer("HoldsNeedProcessingSIP", "1"), "I011"));
            assertThat(library.value("SELECT status FROM holds WHERE id = 2")).isEqualTo("processing");
            Return told = done(library.checkin(MAIN.with("holds_get_captured", "0"), "I012"));
            assertThat(told.routing().kind()).isEqualTo(Kind.HOLD_ELSEWHERE);
            assertThat(library.value("SELECT status FROM holds WHERE id = 3")).isEqualTo("pending");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotComeBack(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(library.checkin(MAIN, "I999"))).isEqualTo(Refusal.ITEM_UNKNOWN);
            assertThat(reason(library.checkin(MAIN, "I001"))).isEqualTo(Refusal.ITEM_NOT_ON_LOAN);
            assertThat(reason(library.checkin(MAIN, "I019"))).isEqualTo(Refusal.ITEM_WITHDRAWN);
            assertThat(reason(library.checkin(MAIN.prefer("BlockReturnOfLostItems", "1"), "I008")))
                    .isEqualTo(Refusal.ITEM_LOST);
            assertThat(reason(library.checkin(MAIN.with("holds_block_checkin", "1"), "I011")))
                    .isEqualTo(Refusal.ITEM_ON_HOLD_FOR_ANOTHER);
            assertThat(done(library.checkin(MAIN.with("checked_in_ok", "1"), "I001"))
                            .patron())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheBinByTheFirstLineThatFits(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Scene sorter = MAIN.prefer(
                    "SIP2SortBinMapping",
                    "# bins\nMAIN:homebranch:ne:$holdingbranch:9\nBR2:itype:eq:BOOK:8\nbroken\nMAIN:ccode:eq:FIC:itype:=:BOOK:1\nMAIN:itype:eq:BOOK:2");
            assertThat(done(library.checkin(sorter, "I002")).sortBin()).isEqualTo("1");
            assertThat(done(library.checkin(sorter, "I010")).sortBin()).isEqualTo("9");
            assertThat(done(library.checkin(sorter, "I021")).sortBin()).isEqualTo("2");
        }
    }
}
