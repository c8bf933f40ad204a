// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Hold;
import acs.api.circulation.HoldRequest;
import acs.api.circulation.HoldRequest.Scope;
import acs.api.circulation.Outcome;
import acs.api.circulation.PatronLists.HoldState;
import acs.api.circulation.Refusal;
import acs.api.circulation.Window;
import acs.implementation.ils.TestLibrary.On;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldsTest {
    private static final Scene MAIN = Scene.main();

    private static HoldRequest any(String patron, String item) {
        return new HoldRequest(patron, item, "", Scope.ANY_COPY, "", Optional.empty(), false);
    }

    private static HoldRequest copy(String patron, String item) {
        return new HoldRequest(patron, item, "", Scope.THIS_COPY, "", Optional.empty(), false);
    }

    private static Outcome<Hold> place(TestLibrary library, HoldRequest request) throws Exception {
        return library.circulation.place(MAIN.context(), request);
    }

    @ParameterizedTest
    @EnumSource
    void queuesInTheOrderOfArrival(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(place(library, any("P110", "I011"))).position()).isEqualTo(2);
            Hold third = done(
                    library.circulation.place(MAIN.later(Duration.ofMinutes(1)).context(), any("P120", "I011")));
            assertThat(third.position()).isEqualTo(3);
            assertThat(third.pickup()).isEqualTo("BR2");
            assertThat(third.available()).isFalse();
            assertThat(done(library.checkin(MAIN, "I011")).routing().patron()).isEqualTo("P300");
            done(library.checkout(MAIN, "P300", "I011"));
            assertThat(done(library.checkin(MAIN.later(Duration.ofMinutes(2)), "I011"))
                            .routing()
                            .patron())
                    .isEqualTo("P110");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhetherACopyIsIn(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(done(place(library, copy("P110", "I001"))).available()).isTrue();
            assertThat(done(place(library, copy("P110", "I002"))).available()).isFalse();
            assertThat(done(place(library, any("P120", "I002"))).available()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bindsAHoldToItsCopy(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(place(library, copy("P110", "I002")));
            done(library.checkout(MAIN, "P120", "I003"));
            assertThat(done(library.checkin(MAIN, "I003")).routing().patron()).isEmpty();
            assertThat(done(library.checkin(MAIN, "I002")).routing().patron()).isEqualTo("P110");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithTheFirstReason(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(place(library, any("P999", "I002")))).isEqualTo(Refusal.PATRON_UNKNOWN);
            assertThat(reason(place(library, any("P400", "I002")))).isEqualTo(Refusal.CARD_LOST);
            assertThat(reason(place(library, any("P110", "I999")))).isEqualTo(Refusal.ITEM_UNKNOWN);
            assertThat(reason(place(library, any("P110", "")))).isEqualTo(Refusal.REQUEST_INVALID);
            assertThat(reason(place(library, any("P110", "I004")))).isEqualTo(Refusal.HOLD_NOT_ALLOWED);
            assertThat(reason(place(library, any("P300", "I011")))).isEqualTo(Refusal.HOLD_EXISTS);
            HoldRequest nowhere = new HoldRequest("P110", "I002", "", Scope.ANY_COPY, "MOON", Optional.empty(), false);
            assertThat(reason(place(library, nowhere))).isEqualTo(Refusal.PICKUP_UNKNOWN);
            ZonedDateTime yesterday = Scene.MORNING.minusDays(1);
            HoldRequest past = new HoldRequest("P110", "I002", "", Scope.ANY_COPY, "", Optional.of(yesterday), false);
            assertThat(reason(place(library, past))).isEqualTo(Refusal.DATE_INVALID);
            assertThat(library.count("holds")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chargesWhatWasAgreedToAndKeepsTheLimit(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            assertThat(reason(place(library, any("P700", "I002")))).isEqualTo(Refusal.FEE_NOT_ACCEPTED);
            HoldRequest agreed = new HoldRequest("P700", "", "ULY", Scope.ANY_COPY, "BR2", Optional.empty(), true);
            assertThat(done(place(library, agreed)).charge().amount()).isEqualTo("0.75");
            assertThat(library.owed("P700")).isEqualTo("0.75");
            HoldRequest second = new HoldRequest("P700", "", "Persuasion", Scope.ANY_COPY, "", Optional.empty(), true);
            assertThat(reason(place(library, second))).isEqualTo(Refusal.TOO_MANY_HOLDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAndCancels(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(place(library, any("P110", "I002")));
            HoldRequest moved = new HoldRequest("P110", "I002", "", Scope.OTHER, "BR2", Optional.empty(), false);
            assertThat(done(library.circulation.change(MAIN.context(), moved)).pickup())
                    .isEqualTo("BR2");
            assertThat(library.circulation.holds(MAIN.context(), "P110", HoldState.NOT_READY, Window.all()))
                    .singleElement()
                    .satisfies(hold -> assertThat(hold.pickup()).isEqualTo("BR2"));
            done(library.circulation.cancel(MAIN.context(), any("P110", "I002")));
            assertThat(reason(library.circulation.cancel(MAIN.context(), any("P110", "I002"))))
                    .isEqualTo(Refusal.HOLD_UNKNOWN);
            done(library.circulation.cancel(MAIN.context(), any("P300", "I005")));
            done(library.checkout(MAIN, "P110", "I005"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesARequestWherePreferred(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Scene scene = MAIN.prefer("HoldCancellationRequestSIP", "1");
            done(library.circulation.cancel(scene.context(), any("P300", "I005")));
            assertThat(library.count("holds WHERE id = 1")).isEqualTo(1);
            assertThat(library.value("SELECT kind FROM staff_exceptions")).isEqualTo("hold_cancellation_request");
        }
    }
}
