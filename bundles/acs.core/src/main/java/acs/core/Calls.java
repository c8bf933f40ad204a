// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Where everything that may block is done, so that it holds up nobody else; the only class of core that makes threads.
 *
 * <ul>
 *   <li>Every call belongs to a lane, such as an institution. A lane runs a bounded number of calls at once and keeps a
 *       bounded number waiting: a library that has died takes up its own lane, and nobody else's.
 *   <li>Every call has a time limit, counted from the moment it is handed in. When it is over the caller has the answer
 *       of its last resort, and the thread is interrupted; its place in the lane is free once it has really returned.
 * </ul>
 *
 * <p>Safe for use by many threads.
 */
@Component(service = Calls.class)
public final class Calls {
    /** How long after its limit a call is still not given up at most, and how often lanes are looked at. */
    private static final Duration TICK = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Duration farewell;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watch;
    private final Map<Object, Lane> lanes = new ConcurrentHashMap<>();
    private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();

    @Activate
    public Calls() {
        this(FAREWELL);
    }

    /** @param farewell how long calls that are under way may go on when this is closed */
    Calls(Duration farewell) {
        this.farewell = farewell;
        workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                threads("acs-call-"));
        watch = new ScheduledThreadPoolExecutor(1, threads("acs-watch-"));
        watch.setRemoveOnCancelPolicy(true);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        Future<?> unused =
                watch.scheduleWithFixedDelay(this::lookAround, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory threads(String prefix) {
        AtomicLong count = new AtomicLong();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** What is done on a thread of its own; the thread does not wait for the result to be complete. */
    interface Work<T> {
        CompletionStage<T> start() throws Exception;
    }

    /** Does work on a thread of its own, whose result is complete when it returns. */
    <T> CompletionStage<T> call(
            Object lane, Lane.Bounds bounds, Duration limit, Callable<T> work, Function<NoAnswer, T> lastResort) {
        return start(lane, bounds, limit, () -> CompletableFuture.completedFuture(work.call()), lastResort);
    }

    /**
     * Does work on a thread of its own.
     *
     * @param lane whose share of threads it takes: the id of an institution, or a kind of work
     * @param bounds of that lane from now on
     * @param limit how long it may take until its result is complete
     * @param work is interrupted when the limit is over
     * @param lastResort makes the result where the work has none; must not block
     * @return completes once, on any thread, and exceptionally only if the last resort fails
     */
    <T> CompletionStage<T> start(
            Object lane, Lane.Bounds bounds, Duration limit, Work<T> work, Function<NoAnswer, T> lastResort) {
        Call<T> call = new Call<>(work, lastResort, System.nanoTime() + limit.toNanos());
        underWay.add(call);
        if (!lane(lane).enter(call, bounds) || workers.isShutdown()) {
            call.fail(new NoAnswer.Busy());
        }
        return call;
    }

    /** The value, after a while; no thread waits for it. */
    <T> CompletionStage<T> later(Duration delay, T value) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            Future<?> unused = watch.schedule(() -> result.complete(value), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            result.complete(value);
        }
        return result;
    }

    /** How many calls of the lane are running at this moment. */
    int running(Object lane) {
        Lane theirs = lanes.get(lane);
        return theirs == null ? 0 : theirs.running();
    }

    /** Takes no more calls, and ends those that are under way. */
    @Deactivate
    public void close() {
        watch.shutdownNow();
        workers.shutdown();
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(farewell.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException stuck) {
            // They had their time.
        }
        workers.shutdownNow();
        underWay.forEach(call -> call.fail(new NoAnswer.Busy()));
    }

    private Lane lane(Object name) {
        Lane lane = lanes.get(name);
        return lane != null ? lane : lanes.computeIfAbsent(name, unused -> new Shift().lane);
    }

    /** One thread serves its lane until nothing waits in it. */
    private final class Shift {
        final Lane lane = new Lane(this::start);

        private void start(Runnable first) {
            try {
                workers.execute(() -> run(first));
            } catch (RejectedExecutionException stopping) {
                lane.leave(); // who handed the call in sees that the server is stopping
            }
        }

        private void run(Runnable first) {
            Runnable next = first;
            while (next != null) {
                next.run();
                next = lane.next();
            }
        }
    }

    private void lookAround() {
        long now = System.nanoTime();
        lanes.values().forEach(lane -> lane.adjust(now));
        for (Call<?> call : underWay) {
            call.giveUpIfLate(now);
        }
    }

    /** One piece of work, and its result. */
    final class Call<T> extends CompletableFuture<T> implements Runnable {
        private final Work<T> work;
        private final Function<NoAnswer, T> lastResort;
        private final long deadline;
        /** Guarded by this call: who is to be interrupted. */
        private @Nullable Thread runner;

        private Call(Work<T> work, Function<NoAnswer, T> lastResort, long deadline) {
            this.work = requireNonNull(work, "work");
            this.lastResort = requireNonNull(lastResort, "lastResort");
            this.deadline = deadline;
        }

        @Override
        public void run() {
            if (isDone()) {
                return;
            }
            hold(Thread.currentThread());
            try {
                CompletionStage<T> result = work.start();
                release();
                result.whenComplete((value, broken) -> {
                    if (broken == null) {
                        finish(value);
                    } else {
                        fail(new NoAnswer.Failed(broken));
                    }
                });
            } catch (Throwable broken) { // whatever it is, the terminal gets an answer
                release();
                fail(new NoAnswer.Failed(broken));
            }
        }

        private synchronized void hold(Thread thread) {
            runner = thread;
        }

        /** From here on nobody interrupts; an interrupt that came just before must not hit the next call. */
        private synchronized void release() {
            runner = null;
            Thread.interrupted();
        }

        private void giveUpIfLate(long now) {
            if (now - deadline < 0) {
                return;
            }
            fail(new NoAnswer.TimedOut());
            synchronized (this) {
                if (runner != null) {
                    runner.interrupt();
                }
            }
        }

        private void fail(NoAnswer why) {
            if (isDone()) {
                return;
            }
            try {
                finish(lastResort.apply(why));
            } catch (RuntimeException broken) {
                underWay.remove(this);
                completeExceptionally(broken);
            }
        }

        private void finish(T result) {
            underWay.remove(this);
            complete(result);
        }
    }
}
