// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static acs.implementation.ils.TestLibrary.reason;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Institution;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.Refusal;
import acs.api.circulation.StaffException;
import acs.implementation.ils.TestLibrary.On;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffListTest {
    private static final Scene MAIN = Scene.main();
    private static final Institution HERE = MAIN.context().institution();
    private static final ZonedDateTime YESTERDAY = Scene.MORNING.minusDays(1);

    @ParameterizedTest
    @EnumSource
    void keepsWhatCannotBeRecorded(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            Checkout taken = new Checkout("P110", "I999", true, true, "");
            assertThat(reason(library.circulation.recordCheckout(MAIN.context(), taken, YESTERDAY, Optional.empty())))
                    .isEqualTo(Refusal.ITEM_UNKNOWN);
            Checkin back = new Checkin("I998", "", Optional.empty(), "");
            assertThat(reason(library.circulation.recordCheckin(MAIN.context(), back, YESTERDAY)))
                    .isEqualTo(Refusal.ITEM_UNKNOWN);

            List<StaffException> open = library.circulation.open(HERE);
            assertThat(open)
                    .extracting(StaffException::kind)
                    .containsExactly("stored_loan_of_unknown", "stored_return_of_unknown");
            assertThat(open.get(0).detail())
                    .contains("I999", "P110", YESTERDAY.toLocalDate().toString());
            assertThat(open.get(1).detail()).contains("I998");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhomAndWhereUntilItIsSettled(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            done(library.circulation.block(MAIN.context(), "P110", "left in the machine", true));
            done(library.circulation.block(MAIN.context(), "P100", "left behind", false));

            List<StaffException> open = library.circulation.open(HERE);
            assertThat(open).extracting(StaffException::kind).containsExactly("card_retained", "card_blocked");
            StaffException retained = open.get(0);
            assertThat(retained.patron()).isEqualTo("P110");
            assertThat(retained.item()).isEmpty();
            assertThat(retained.detail()).isEqualTo("left in the machine");
            assertThat(retained.terminal()).isEqualTo(MAIN.context().account().location());
            assertThat(retained.noticed()).isEqualTo(Scene.MORNING.toInstant());
            assertThat(retained.toString()).doesNotContain("P110").doesNotContain("machine");

            assertThat(library.circulation.settle(HERE, retained.id(), Scene.MORNING.toInstant()))
                    .isTrue();
            assertThat(library.circulation.settle(HERE, retained.id(), Scene.MORNING.toInstant()))
                    .isFalse();
            assertThat(library.circulation.open(HERE)).containsExactly(open.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatTerminalsReport(On database) throws Exception {
        try (TestLibrary library = database.open()) {
            library.circulation.note(MAIN.context(), "paper_out", "");
            assertThat(library.circulation.open(HERE)).singleElement().satisfies(entry -> assertThat(entry.kind())
                    .isEqualTo("paper_out"));
        }
    }
}
