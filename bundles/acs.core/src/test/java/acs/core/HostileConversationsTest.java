// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What terminals do that is no matter of a single line: numbers, races, clocks, floods. */
@Timeout(60)
class HostileConversationsTest {
    private static final String STATUS = "9900402.00";
    private static final String NOW = "20260115    093000";

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    @DisplayName("R-072 a broken trailer is a field that nobody asks for, where none is required")
    void takesABrokenTrailerForAField() {
        assertThat(harness.loggedIn().send("1720260115    093000AOMAIN|ABI001|AY1AZF6E"))
                .startsWith("1803")
                .doesNotContain("AY");
    }

    @Test
    @DisplayName("R-077 numbers may leave gaps, go backwards and repeat: other bytes are another request")
    void processesNumbersInAnyOrder() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.sendSealed("17" + NOW + "AOMAIN|ABI001|", 3))
                .startsWith("18")
                .contains("ABI001|", "AY3AZ");
        assertThat(kiosk.sendSealed("17" + NOW + "AOMAIN|ABI002|", 7))
                .startsWith("18")
                .contains("ABI002|", "AY7AZ");
        assertThat(kiosk.sendSealed("17" + NOW + "AOMAIN|ABI003|", 7))
                .startsWith("18")
                .contains("ABI003|", "AY7AZ");
        assertThat(kiosk.sendSealed("17" + NOW + "AOMAIN|ABI004|", 1))
                .startsWith("18")
                .contains("ABI004|", "AY1AZ");
    }

    @Test
    @DisplayName("R-097 of two terminals that want the same item at once, one gets it")
    void lendsToOneOfTwo() {
        Kiosk one = harness.loggedIn();
        Kiosk other = harness.loggedIn();
        for (int round = 0; round < 50; round++) {
            String item = "I" + round;
            CompletableFuture<?> first = one.sendAhead(checkout("P1", item));
            CompletableFuture<?> second = other.sendAhead(checkout("P2", item));
            Kiosk.await(CompletableFuture.allOf(first, second));
            assertThat(shelf.loans).hasValue(round + 1);
        }
    }

    @Test
    @DisplayName("R-100 a clock that jumps disturbs neither answers nor repetitions")
    void doesNotMindAClockThatJumps() {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-15T14:30:00Z"));
        InstantSource source = time::get;
        try (Harness jumping = Harness.withShelf(shelf, Harness.settings(), source.withZone(Harness.ZONE))) {
            Kiosk kiosk = jumping.loggedIn();
            String lent = kiosk.sendSealed(checkout("P1", "I1"), 1);
            for (Duration jump : List.of(Duration.ofDays(-4000), Duration.ofDays(9000), Duration.ofHours(-1))) {
                time.set(time.get().plus(jump));
                assertThat(kiosk.sendSealed(checkout("P1", "I1"), 1)).isEqualTo(lent);
                assertThat(jumping.loggedIn().send(STATUS)).startsWith("98Y");
            }
            assertThat(shelf.loans).hasValue(1);
        }
    }

    @Test
    @DisplayName("R-102 failed logins are answered later and later, a right one at once")
    void holdsBackTheAnswersToAFlood() {
        CoreSettings slow = new CoreSettings(
                Duration.ZERO, Duration.ofSeconds(10), new Lane.Bounds(64, 1000), Duration.ofMillis(60), Set.of());
        try (Harness throttled = Harness.withShelf(shelf, slow, Clock.systemUTC())) {
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long before = System.nanoTime();
                assertThat(throttled.connect().send("9300CNsc01|COwrong|")).isEqualTo("940");
                millis.add((System.nanoTime() - before) / 1_000_000);
            }
            CompletableFuture<?> failing = throttled.connect().sendAhead("9300CNsc01|COwrong|");

            assertThat(throttled.connect().send("9300CNsc01|COsecret1|")).isEqualTo("941");
            assertThat(failing)
                    .as("the wrong one sent before is still held back")
                    .isNotDone();
            assertThat(millis.get(0)).isGreaterThanOrEqualTo(60);
            assertThat(millis.get(3)).isGreaterThanOrEqualTo(480);
            Kiosk.await(failing);
        }
    }

    @Test
    @DisplayName("R-102 failed logins with one name are answered later and later, wherever they come from")
    void holdsBackTheAnswersToManySources() throws Exception {
        LoginThrottle throttle = new LoginThrottle();
        Duration base = Duration.ofMillis(100);

        assertThat(throttle.failed(InetAddress.getByName("192.0.2.1"), "sc01", base))
                .isEqualTo(base);
        assertThat(throttle.failed(InetAddress.getByName("192.0.2.2"), "sc01", base))
                .isEqualTo(base.multipliedBy(2));
        assertThat(throttle.failed(InetAddress.getByName("192.0.2.3"), "sc02", base))
                .isEqualTo(base);
    }

    @Test
    @DisplayName("R-104 whoever guesses ids is answered later, and known ids at once")
    void holdsBackTheAnswersToGuesses() {
        CoreSettings settings = new CoreSettings(Configs.of(CoreSettings.Config.class, Map.of("max_unknown_ids", 5)));
        try (Harness throttled = Harness.withShelf(shelf, settings, Clock.systemUTC())) {
            Kiosk guessing = throttled.loggedIn();
            for (int i = 0; i < 5; i++) {
                assertThat(guessing.send("2300120260115    093000AOMAIN|AAguess" + i + "|AC|AD|"))
                        .contains("BLN|");
            }
            long before = System.nanoTime();
            CompletableFuture<?> late = guessing.sendAhead("1720260115    093000AOMAIN|ABguess|");

            assertThat(throttled.loggedIn().send("1720260115    093000AOMAIN|ABI001|"))
                    .startsWith("1803");
            assertThat(late).as("the guess before it is held back").isNotDone();
            Kiosk.await(late);
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(500_000_000);
        }
    }

    @Test
    @DisplayName("R-105 nothing of a terminal is left for the next one")
    void startsAnewWithEveryConnection() {
        Kiosk first = harness.loggedIn();
        first.sendSealed(checkout("P1", "I1"), 4);
        Kiosk next = harness.connect();

        assertThat(next.conversation.isLoggedIn()).isFalse();
        assertThat(next.send("97AZFEF5")).isEqualTo("96AZFEF6");
        assertThat(next.sendSealed(checkout("P1", "I1"), 4)).startsWith("98N").doesNotContain("MAIN", "I1");
    }

    private static String checkout(String patron, String item) {
        return "11YN" + NOW + " ".repeat(18) + "AOMAIN|AA" + patron + "|AB" + item + "|AC|";
    }
}
