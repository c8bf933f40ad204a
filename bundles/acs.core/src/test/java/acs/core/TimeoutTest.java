// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Secret;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Libraries that answer late, never, or with an exception. */
@Timeout(60)
class TimeoutTest {
    private static final String PATRON_STATUS = "2300120260115    093000AOMAIN|AAP110|AC|AD|";
    private static final String CHECKOUT = "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|";

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Shelf shelf = new Shelf();
    private final Harness harness = new Harness(new CoreSettings(
            Duration.ofMillis(100), Duration.ofSeconds(10), new Lane.Bounds(2, 3), Duration.ZERO, Set.of()));

    TimeoutTest() {
        // Five tenths of a second are promised, so an answer comes after four.
        harness.institution(Harness.institution("MAIN", Harness.policy(5, 3)));
        harness.account(Harness.account("sc01", "secret1"));
        harness.implementation("SHELF", shelf);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private void block() {
        shelf.obstacle = () -> {
            try {
                never.await();
            } catch (InterruptedException timeIsUp) {
                interrupted.countDown();
                throw timeIsUp;
            }
        };
    }

    private static String text(Reply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("R-095 answers in time when the library does not")
    void answersInTimeWhenTheLibraryDoesNot() throws InterruptedException {
        block();
        Kiosk kiosk = harness.loggedIn();
        long since = System.nanoTime();
        String answer = kiosk.send(PATRON_STATUS);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);

        assertThat(answer)
                .startsWith("24YYYY          001")
                .contains("AAP110|")
                .contains("AFThe library system gave no answer. Please try again or ask staff.|");
        assertThat(millis).isBetween(350L, 5000L);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(kiosk.isClosed()).isFalse();
        shelf.obstacle = () -> {};
        assertThat(kiosk.send(PATRON_STATUS)).contains("BLY|");
    }

    @Test
    void doesNotRepeatWhatMayHaveHappened() throws InterruptedException {
        block();
        Kiosk kiosk = harness.loggedIn();
        String first = kiosk.sendSealed(CHECKOUT, 3);
        assertThat(first).startsWith("120NUN");
        interrupted.await();
        shelf.obstacle = () -> {};

        assertThat(kiosk.sendSealed(CHECKOUT, 3)).isEqualTo(first);
        assertThat(kiosk.sendSealed(CHECKOUT, 4)).startsWith("121N");
    }

    @Test
    @DisplayName("R-095 says that it is off-line when it cannot say how it is")
    void saysThatItIsOfflineWhenItCannotSayHowItIs() {
        shelf.obstacle = this::awaitDeafly;
        List<CompletableFuture<Reply>> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(harness.loggedIn().sendAhead(PATRON_STATUS));
        }

        assertThat(harness.loggedIn().send("9900402.00")).startsWith("98NNNNNN000999");
        others.forEach(other -> assertThat(text(Kiosk.await(other))).startsWith("24YYYY"));
        never.countDown();
    }

    /** As a library does that does not listen to interrupts. */
    private void awaitDeafly() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException ignored) {
                LockSupport.parkNanos(1);
            }
        }
    }

    @Test
    void takesUpNobodyElsesPlace() {
        block();
        Shelf elsewhere = new Shelf();
        Institution branch = Harness.institution("BR2", Harness.policy(100, 3));
        harness.institution(new Institution(
                "BR2",
                "Branch",
                "OTHER",
                branch.zone(),
                branch.currency(),
                branch.language(),
                "",
                branch.parameters(),
                branch.policy()));
        Account sc01 = Harness.account("sc01", "secret1");
        harness.account(new Account(
                "sc02",
                Secret.of("secret2"),
                "BR2",
                "",
                sc01.rights(),
                sc01.dialect(),
                sc01.settings(),
                sc01.preferences()));
        harness.implementation("OTHER", elsewhere);
        Kiosk theirs = harness.connect();
        theirs.send("9300CNsc02|COsecret2|");
        List<CompletableFuture<Reply>> stuck = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stuck.add(harness.loggedIn().sendAhead(PATRON_STATUS));
        }

        assertThat(theirs.send(PATRON_STATUS)).contains("BLY|");
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
        assertThat(harness.calls.running("MAIN")).isEqualTo(2);
        stuck.forEach(answer -> assertThat(text(Kiosk.await(answer))).startsWith("24YYYY"));
    }

    @Test
    void turnsAwayWhatWouldWaitTooLong() {
        block();
        List<CompletableFuture<Reply>> stuck = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stuck.add(harness.loggedIn().sendAhead(PATRON_STATUS));
        }
        CompletableFuture<Reply> oneTooMany = harness.loggedIn().sendAhead(PATRON_STATUS);

        assertThat(oneTooMany).isDone();
        assertThat(text(oneTooMany.join())).startsWith("24YYYY");
        stuck.forEach(Kiosk::await);
    }

    @Test
    void survivesEveryException() {
        for (Obstacle obstacle : List.<Obstacle>of(
                () -> {
                    throw new IllegalStateException("a bug");
                },
                () -> {
                    throw new NoClassDefFoundError("a class that has left");
                },
                () -> {
                    throw new StackOverflowError();
                })) {
            shelf.obstacle = obstacle::pass;
            Kiosk kiosk = harness.loggedIn();

            assertThat(kiosk.send(PATRON_STATUS)).startsWith("24YYYY").contains("gave no answer");
            assertThat(kiosk.isClosed()).isFalse();
        }
    }

    @Test
    void showsNoCauseToPatrons() {
        Circulation down = (context, id) -> {
            throw new CirculationException(
                    "jdbc:secret-host refused", new IllegalStateException("SELECT * FROM patron"));
        };
        try (Harness broken = Harness.with(down)) {
            assertThat(broken.loggedIn().send(PATRON_STATUS))
                    .startsWith("24YYYY")
                    .doesNotContain("jdbc", "SELECT", "Exception");
        }
    }

    /** Something in the way that is no interrupt. */
    private interface Obstacle {
        void pass();
    }
}
