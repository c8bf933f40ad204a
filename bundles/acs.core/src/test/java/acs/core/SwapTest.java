// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Durable;
import acs.api.circulation.Item;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Return;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Implementations are replaced while terminals work. */
@Timeout(120)
class SwapTest {
    private static final String PATRON_STATUS = "2300120260115    093000AOMAIN|AAP110|AC|AD|";

    /** Breaks if it is used after it was taken down, as a real one would. */
    private static final class Fragile implements Circulation {
        private final AtomicBoolean alive = new AtomicBoolean(true);
        private final AtomicInteger answers;

        Fragile(AtomicInteger answers) {
            this.answers = answers;
        }

        @Override
        public Optional<Patron> findPatron(Context context, String id) throws CirculationException {
            check();
            LockSupport.parkNanos(100_000);
            check();
            answers.incrementAndGet();
            return Optional.of(Patron.of(id).named("Grace", "Hopper").build());
        }

        private void check() throws CirculationException {
            if (!alive.get()) {
                throw new CirculationException("used after it was taken down");
            }
        }
    }

    private static Harness patient() {
        Harness harness = new Harness(Harness.settings(Duration.ofSeconds(5), Set.of()), Clock.systemUTC());
        harness.institution(Harness.institution("MAIN", Harness.policy(200, 3)));
        harness.account(Harness.account("sc01", "secret1"));
        return harness;
    }

    @Test
    void losesNoRequestInTwentyReplacements() throws InterruptedException {
        AtomicInteger answers = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        try (Harness harness = patient()) {
            Fragile current = new Fragile(answers);
            Reference<Circulation> reference = harness.implementation("SHELF", current);
            List<Thread> kiosks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Kiosk kiosk = harness.loggedIn();
                Thread thread = new Thread(() -> {
                    while (!stop.get()) {
                        String answer = kiosk.send(PATRON_STATUS);
                        if (!answer.startsWith("24  ") || !answer.contains("BLY|")) {
                            synchronized (wrong) {
                                wrong.add(answer);
                            }
                        }
                    }
                });
                thread.start();
                kiosks.add(thread);
            }
            for (int swap = 0; swap < 20; swap++) {
                int before = answers.get();
                while (answers.get() < before + 50) {
                    Thread.onSpinWait();
                }
                harness.implementations.remove(reference);
                current.alive.set(false);
                current = new Fragile(answers);
                reference = harness.implementation("SHELF", current);
            }
            stop.set(true);
            for (Thread kiosk : kiosks) {
                kiosk.join();
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(answers.get()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void waitsForASuccessor() {
        try (Harness harness = patient()) {
            Reference<Circulation> reference = harness.implementation("SHELF", new Shelf());
            Kiosk kiosk = harness.loggedIn();
            harness.implementations.remove(reference);
            CompletableFuture<?> answer = kiosk.sendAhead(PATRON_STATUS);
            assertThat(answer).isNotDone();
            harness.implementation("SHELF", new Shelf());
            Kiosk.await(answer);

            assertThat(kiosk.send("97")).startsWith("24  ");
        }
    }

    /** Core and implementation are replaced at the same time. */
    @Test
    void waitsForWhoComesAfterTheCore() {
        try (Harness harness = patient()) {
            Kiosk kiosk = harness.loggedIn();
            CompletableFuture<?> answer = kiosk.sendAhead(PATRON_STATUS);
            assertThat(answer).isNotDone();
            harness.implementation("SHELF", new Shelf());
            Kiosk.await(answer);

            assertThat(kiosk.send("97")).startsWith("24  ");
        }
    }

    @Test
    void letsARequestFinishOnTheOldOne() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Shelf old = new Shelf();
        old.obstacle = () -> {
            arrived.countDown();
            goOn.await();
        };
        try (Harness harness = patient()) {
            Reference<Circulation> reference = harness.implementation("SHELF", old);
            Kiosk kiosk = harness.loggedIn();
            CompletableFuture<?> answer = kiosk.sendAhead(PATRON_STATUS);
            arrived.await();
            Thread removal = new Thread(() -> harness.implementations.remove(reference));
            removal.start();
            while (removal.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();
            goOn.countDown();
            Kiosk.await(answer);
            removal.join();

            assertThat(kiosk.send("97")).startsWith("24  ");
        }
    }

    /** Who is quicker with the work than with the disk is waited for until the disk has it. */
    @Test
    void isNotTakenDownBeforeItsAnswersAreSafe() throws InterruptedException {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        try (Harness harness = patient()) {
            Reference<Circulation> reference = harness.implementation("SHELF", new Grouping(disk));
            Kiosk kiosk = harness.loggedIn();
            CompletableFuture<?> answer =
                    kiosk.sendAhead("09N20260115    09300020260115    093000APSC1|AOMAIN|ABI001|AC|");
            while (harness.implementations.leased() == 0) {
                Thread.onSpinWait();
            }
            Thread removal = new Thread(() -> harness.implementations.remove(reference));
            removal.start();
            while (removal.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();
            disk.complete(null);
            Kiosk.await(answer);
            removal.join();

            assertThat(kiosk.send("97")).startsWith("101");
            assertThat(harness.implementations.leased()).isZero();
        }
    }

    /** Takes everything back, and tells later that it is on the disk. */
    private record Grouping(CompletableFuture<Void> disk) implements Circulation, Checkins, Durable {
        @Override
        public Optional<Patron> findPatron(Context context, String id) {
            return Optional.empty();
        }

        @Override
        public Outcome<Return> checkin(Context context, Checkin request) {
            Item item = Item.of(request.item(), "Dubliners").build();
            return Outcome.done(new Return(item, "P110", true, Return.Routing.none(), "", Charge.none()));
        }

        @Override
        public CompletionStage<?> saved() {
            return disk;
        }
    }

    @Test
    void prefersTheOneForTheInstitution() {
        try (Harness harness = patient()) {
            harness.implementation("SHELF", new Shelf());
            Circulation own = (context, id) -> Optional.empty();
            Reference<Circulation> reference =
                    new Reference<>(Map.of("implementation", "SHELF", "institution", "MAIN"));
            harness.implementations.add(reference, own);
            Reference<Circulation> others = new Reference<>(Map.of("implementation", "SHELF", "institution", "OTHER"));
            harness.implementations.add(others, new Shelf());

            assertThat(harness.loggedIn().send(PATRON_STATUS)).startsWith("24YYYY");
        }
    }
}
