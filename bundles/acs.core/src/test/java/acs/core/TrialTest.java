// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Institution;
import acs.api.Language;
import acs.api.Settings;
import acs.api.circulation.Circulation;
import acs.api.circulation.Diagnosis;
import acs.api.status.Swap;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newcomer of a higher ranking is tried before it takes over. */
class TrialTest {
    private static final String PATRON_STATUS = "2300120260115    093000AOMAIN|AAP110|AC|AD|";
    private static final String CHECKOUT = "11YN20260115    093000                  AOMAIN|AAP110|ABI%d|AC|AD1234|BON|";

    private final Shelf old = new Shelf();
    private final Shelf young = new Shelf();
    private final Harness harness = Harness.withShelf(new Shelf());
    private Reference<Circulation> oldest = new Reference<>(Map.of());
    private Reference<Circulation> newest = new Reference<>(Map.of());
    private Kiosk kiosk = harness.connect();

    @BeforeEach
    void start() {
        harness.institution(new Institution(
                "MAIN",
                "Main Library",
                "OTHER",
                Harness.ZONE,
                Currency.getInstance("USD"),
                Language.ENGLISH,
                "",
                Settings.empty(),
                Harness.policy(100, 3)));
        oldest = add(0, old);
        kiosk = harness.loggedIn();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private Reference<Circulation> add(int ranking, Shelf shelf) {
        Reference<Circulation> reference =
                new Reference<>(Map.of("implementation", "OTHER", "service.ranking", ranking));
        harness.implementations.add(reference, shelf);
        return reference;
    }

    private String ask(int times) {
        String answer = "";
        for (int i = 0; i < times; i++) {
            answer = kiosk.send(PATRON_STATUS);
            assertThat(answer).startsWith("24  ").contains("|BLY|");
        }
        return answer;
    }

    private void lend(int item) {
        assertThat(kiosk.send(CHECKOUT.formatted(item))).startsWith("121");
    }

    private String why() {
        return harness.report.why("MAIN");
    }

    @Test
    void takesOverWhenItHasAnsweredThree() {
        newest = add(1, young);
        ask(2);
        lend(1);
        assertThat(old.loans).hasValue(1);
        assertThat(why()).contains("is on trial: it has answered 2 of 3 requests");
        ask(1);
        lend(2);

        assertThat(old.loans).hasValue(1);
        assertThat(young.loans).hasValue(1);
        assertThat(why()).doesNotContain("trial");
    }

    @Test
    void staysBehindWhenItFails() {
        newest = add(1, young);
        young.obstacle = () -> {
            throw new NoClassDefFoundError("some/Library");
        };
        ask(5);
        lend(1);

        assertThat(old.loans).hasValue(1);
        assertThat(why())
                .contains("is served by implementation OTHER")
                .contains("stays behind: it failed its trial, java.lang.NoClassDefFoundError: some/Library.");
    }

    @Test
    void servesInSpiteOfThatWhenTheOtherOneLeaves() {
        newest = add(1, young);
        young.obstacle = () -> {
            throw new IllegalStateException("not yet");
        };
        ask(1);
        young.obstacle = () -> {};
        harness.implementations.remove(oldest);
        lend(1);

        assertThat(young.loans).hasValue(1);
    }

    @Test
    void isForgottenWhenItLeaves() {
        newest = add(1, young);
        young.obstacle = () -> {
            throw new IllegalStateException("never");
        };
        ask(1);
        harness.implementations.remove(newest);

        assertThat(why()).doesNotContain("trial");
        lend(1);
        assertThat(old.loans).hasValue(1);
    }

    @Test
    void isNotTriedBeforeItIsWell() {
        young.diagnosis = new Diagnosis(Diagnosis.State.DEGRADED, "opening");
        newest = add(1, young);
        ask(5);
        lend(1);

        assertThat(old.loans).hasValue(1);
        assertThat(why()).contains("it has answered 0 of 3 requests");
    }

    @Test
    void isNotNeededByOneOfTheSameRanking() {
        newest = add(0, young);
        assertThat(why()).doesNotContain("trial");
        ask(5);
        lend(1);
        assertThat(old.loans).hasValue(1);

        harness.implementations.remove(oldest);
        lend(2);
        assertThat(young.loans).hasValue(1);
    }

    @Test
    void isTold() {
        newest = add(0, young);
        harness.implementations.remove(oldest);
        harness.implementations.remove(newest);
        add(0, new Shelf());

        List<Swap> swaps = harness.report.institutions().get(0).swaps();
        assertThat(swaps).hasSize(1);
        assertThat(swaps.get(0).absence()).isPositive();
        assertThat(swaps.get(0).toString()).contains("was replaced by").contains("; 0 requests waited, ");
    }
}
