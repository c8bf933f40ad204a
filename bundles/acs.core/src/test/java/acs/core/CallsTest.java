// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CallsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Calls calls = new Calls();

    @AfterEach
    void close() {
        calls.close();
    }

    private CompletableFuture<String> call(Lane.Bounds bounds, Duration limit, Callable<String> work) {
        return calls.call("lane", bounds, limit, work, why -> why.getClass().getSimpleName())
                .toCompletableFuture();
    }

    private CompletableFuture<String> start(Lane.Bounds bounds, Duration limit, Calls.Work<String> work) {
        return calls.start("lane", bounds, limit, work, why -> why.getClass().getSimpleName())
                .toCompletableFuture();
    }

    @Test
    void runsNoMoreThanTheLaneHoldsAndForgetsNone() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<String>> results = new ArrayList<>();
        Lane.Bounds narrow = new Lane.Bounds(3, Integer.MAX_VALUE);
        for (int i = 0; i < 20_000; i++) {
            results.add(call(narrow, LONG, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                return "done";
            }));
        }

        assertThat(results).allSatisfy(result -> assertThat(Kiosk.await(result)).isEqualTo("done"));
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void forgetsNoneOfCallsThatComeOneByOne() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        Lane.Bounds single = new Lane.Bounds(1, 100);
        for (int i = 0; i < 4; i++) {
            Thread caller = new Thread(() -> {
                for (int n = 0; n < 10_000; n++) {
                    if (Kiosk.await(call(single, LONG, () -> "done")).equals("done")) {
                        done.incrementAndGet();
                    }
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(done).hasValue(40_000);
        while (calls.running("lane") > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void interruptsTheLateOneAndNotTheNext() {
        Lane.Bounds single = new Lane.Bounds(1, 10);
        CompletableFuture<String> late = call(single, Duration.ofMillis(100), () -> {
            new CountDownLatch(1).await();
            return "never";
        });
        CompletableFuture<String> next =
                call(single, LONG, () -> Thread.currentThread().isInterrupted() ? "interrupted" : "fine");

        assertThat(Kiosk.await(late)).isEqualTo("TimedOut");
        assertThat(Kiosk.await(next)).isEqualTo("fine");
    }

    @Test
    void keepsThePlaceOfALateOneUntilItReturns() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> deaf = call(new Lane.Bounds(1, 10), Duration.ofMillis(100), () -> {
            boolean waiting = true;
            while (waiting) {
                try {
                    goOn.await();
                    waiting = false;
                } catch (InterruptedException ignored) {
                    // a library that does not listen
                }
            }
            return "late";
        });
        assertThat(Kiosk.await(deaf)).isEqualTo("TimedOut");
        assertThat(calls.running("lane")).isEqualTo(1);
        CompletableFuture<String> waiting = call(new Lane.Bounds(1, 10), LONG, () -> "served");
        assertThat(waiting).isNotDone();
        goOn.countDown();

        assertThat(Kiosk.await(waiting)).isEqualTo("served");
    }

    @Test
    void givesUpWhatStillWaits() {
        CountDownLatch goOn = new CountDownLatch(1);
        Lane.Bounds single = new Lane.Bounds(1, 10);
        CompletableFuture<String> first = call(single, LONG, () -> {
            goOn.await();
            return "first";
        });
        CompletableFuture<String> second = call(single, Duration.ofMillis(100), () -> "second");

        assertThat(Kiosk.await(second)).isEqualTo("TimedOut");
        goOn.countDown();
        assertThat(Kiosk.await(first)).isEqualTo("first");
    }

    @Test
    void answersAfterAWhileWithoutAThread() {
        assertThat(Kiosk.await(calls.later(Duration.ofMillis(50), "late").toCompletableFuture()))
                .isEqualTo("late");
    }

    @Test
    void givesBackThePlaceOfWhatIsCompleteLater() {
        CompletableFuture<String> later = new CompletableFuture<>();
        Lane.Bounds single = new Lane.Bounds(1, 10);
        CompletableFuture<String> first = start(single, LONG, () -> later);

        assertThat(Kiosk.await(call(single, LONG, () -> "second"))).isEqualTo("second");
        assertThat(first).isNotDone();
        later.complete("first");
        assertThat(Kiosk.await(first)).isEqualTo("first");
    }

    @Test
    void givesUpWhatIsCompleteTooLateOrNever() {
        Lane.Bounds single = new Lane.Bounds(1, 10);

        assertThat(Kiosk.await(start(single, Duration.ofMillis(100), CompletableFuture::new)))
                .isEqualTo("TimedOut");
        assertThat(Kiosk.await(start(single, LONG, () -> CompletableFuture.failedFuture(new IOException("full")))))
                .isEqualTo("Failed");
    }

    @Test
    void waitsForWhatIsNotCompleteWhenItCloses() {
        CompletableFuture<String> later = new CompletableFuture<>();
        CompletableFuture<String> answer = start(new Lane.Bounds(1, 10), LONG, () -> {
            later.completeOnTimeout("saved", 200, TimeUnit.MILLISECONDS);
            return later;
        });
        calls.close();

        assertThat(Kiosk.await(answer)).isEqualTo("saved");
    }

    @Test
    void endsWhatIsUnderWayWhenItCloses() {
        Calls hasty = new Calls(Duration.ofMillis(100));
        CompletionStage<String> stuck = hasty.call(
                "lane",
                new Lane.Bounds(1, 0),
                LONG,
                () -> {
                    new CountDownLatch(1).await();
                    return "never";
                },
                why -> why.getClass().getSimpleName());
        hasty.close();

        assertThat(Kiosk.await(stuck.toCompletableFuture())).isIn("Busy", "Failed");
        CompletionStage<String> late =
                hasty.call("lane", new Lane.Bounds(1, 0), LONG, () -> "late", why -> why.getClass()
                        .getSimpleName());
        assertThat(Kiosk.await(late.toCompletableFuture())).isEqualTo("Busy");
    }
}
