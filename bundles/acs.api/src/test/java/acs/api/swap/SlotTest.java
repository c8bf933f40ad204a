// SPDX-License-Identifier: Apache-2.0
package acs.api.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Slot<Integer, String> slot = new Slot<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void handsOutTheBestPart() {
        slot.add(1, "good");
        slot.add(3, "best");
        slot.add(2, "better");
        try (Lease<String> lease = slot.tryAcquire().orElseThrow()) {
            assertThat(lease.part()).isEqualTo("best");
        }
    }

    @Test
    void keepsOneThatWasPutBehindForWhenNoOtherIsThere() {
        slot.add(1, "good");
        slot.addBehind(3, "best");
        assertThat(best()).isEqualTo("good");
        assertThat(slot.isBest(3)).isTrue();
        assertThat(slot.isBest(1)).isFalse();
        assertThat(slot.tryAcquire(3).map(SlotTest::partOf)).contains("best");
        slot.remove(1, LONG);
        assertThat(best()).isEqualTo("best");
    }

    @Test
    void promotesOneThatWasPutBehind() {
        slot.add(1, "good");
        slot.addBehind(3, "best");
        slot.promote(3);
        assertThat(best()).isEqualTo("best");
        slot.promote(4);
        assertThat(slot.tryAcquire(4)).isEmpty();
    }

    @Test
    void waitsForWhoIsExpected() throws Exception {
        Slot<Integer, String> expecting = new Slot<>(System.nanoTime());
        Future<Optional<Lease<String>>> waiting = threads.submit(() -> expecting.acquire(LONG));
        while (expecting.waiting() == 0) {
            Thread.onSpinWait();
        }
        expecting.add(1, "new");
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(new Slot<Integer, String>(System.nanoTime() - LONG.toNanos()).acquire(LONG))
                .isEmpty();
    }

    @Test
    void tellsANewcomerWhoWaited() throws Exception {
        assertThat(slot.add(1, "old")).isEmpty();
        assertThat(slot.add(2, "beside")).isEmpty();
        slot.remove(1, LONG);
        slot.remove(2, LONG);
        Future<Optional<Lease<String>>> waiting = threads.submit(() -> slot.acquire(LONG));
        waitForAWaiter();
        Slot.Gap gap = slot.add(3, "new").orElseThrow();
        assertThat(gap.waiting()).isEqualTo(1);
        assertThat(gap.absence()).isPositive();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isPresent();
    }

    private String best() {
        return slot.tryAcquire().map(SlotTest::partOf).orElseThrow();
    }

    private static String partOf(Lease<String> lease) {
        try (lease) {
            return lease.part();
        }
    }

    @Test
    void doesNotWaitWhereNobodyEverWas() throws InterruptedException {
        assertThat(slot.acquire(LONG)).isEmpty();
    }

    @Test
    void waitsForASuccessor() throws Exception {
        slot.add(1, "old");
        slot.remove(1, LONG);
        Future<Optional<Lease<String>>> waiting = threads.submit(() -> slot.acquire(LONG));
        waitForAWaiter();
        slot.add(2, "new");
        assertThat(waiting.get(20, TimeUnit.SECONDS).orElseThrow().part()).isEqualTo("new");
    }

    @Test
    void countsPatienceFromTheDeparture() throws InterruptedException {
        slot.add(1, "old");
        slot.remove(1, LONG);
        assertThat(slot.acquire(Duration.ZERO)).isEmpty();
    }

    @Test
    void isPatientAsLongAsTheLastUserIsNotDone() throws Exception {
        Duration patience = Duration.ofMillis(100);
        slot.add(1, "old");
        Lease<String> lease = slot.tryAcquire().orElseThrow();
        Future<Boolean> leaving = threads.submit(() -> slot.remove(1, LONG));
        waitUntilHidden();
        Future<Optional<Lease<String>>> waiting = threads.submit(() -> slot.acquire(patience));
        waitForAWaiter();
        long since = System.nanoTime();
        while (System.nanoTime() - since < 2 * patience.toNanos()) {
            Thread.onSpinWait();
        }
        assertThat(waiting.isDone()).isFalse();
        slot.add(2, "new");
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isPresent();
        lease.close();
        assertThat(leaving.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotLetAPartGoThatIsUsed() throws Exception {
        slot.add(1, "part");
        Lease<String> lease = slot.tryAcquire().orElseThrow();
        Future<Boolean> leaving = threads.submit(() -> slot.remove(1, LONG));
        waitUntilHidden();
        assertThat(leaving.isDone()).isFalse();
        lease.close();
        assertThat(leaving.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letsAPartGoAfterTheBound() {
        slot.add(1, "part");
        assertThat(slot.tryAcquire()).isPresent();
        assertThat(slot.remove(1, Duration.ofMillis(1))).isFalse();
        assertThat(slot.size()).isZero();
    }

    @Test
    void countsALeaseOnceThoughItIsClosedTwice() {
        slot.add(1, "part");
        Lease<String> first = slot.tryAcquire().orElseThrow();
        Lease<String> second = slot.tryAcquire().orElseThrow();
        first.close();
        first.close();
        assertThat(slot.leased()).isEqualTo(1);
        second.close();
        assertThat(slot.leased()).isZero();
    }

    /** Parts that say whether they are up; every use must find its part up from beginning to end. */
    @Test
    void noUseMeetsAPartThatIsDownWhilePartsAreSwapped() throws Exception {
        record Part(AtomicBoolean up) {}
        Slot<Integer, Part> parts = new Slot<>();
        AtomicBoolean current = new AtomicBoolean(true);
        parts.add(0, new Part(current));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger uses = new AtomicInteger();
        List<Future<Integer>> users = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            users.add(threads.submit(() -> {
                int failures = 0;
                while (!done.get()) {
                    try (Lease<Part> lease = parts.acquire(LONG).orElseThrow()) {
                        boolean before = lease.part().up().get();
                        Thread.onSpinWait();
                        failures += before && lease.part().up().get() ? 0 : 1;
                        uses.incrementAndGet();
                    }
                }
                return failures;
            }));
        }
        for (int swap = 1; swap <= 200; swap++) {
            assertThat(parts.remove(swap - 1, LONG)).isTrue();
            current.set(false);
            current = new AtomicBoolean(true);
            parts.add(swap, new Part(current));
        }
        done.set(true);
        for (Future<Integer> user : users) {
            assertThat(user.get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(uses.get()).isPositive();
        assertThat(parts.leased()).isZero();
    }

    private void waitForAWaiter() {
        long end = System.nanoTime() + LONG.toNanos();
        while (slot.waiting() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(slot.waiting()).isEqualTo(1);
    }

    private void waitUntilHidden() {
        long end = System.nanoTime() + LONG.toNanos();
        while (slot.size() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(slot.size()).isZero();
    }
}
