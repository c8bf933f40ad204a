// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The share of threads that belongs to one institution, or one kind of work.
 *
 * <p>It is narrow while that is enough: a thread that goes on with the next call that waits costs less than one that is
 * woken for it. A call that waited for some time opens the lane to its whole width.
 *
 * <p>Safe for use by many threads.
 */
final class Lane {
    /** How many calls run at once while none waits for long: about as many as a library has connections. */
    private static final int NARROW = 12;

    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * How wide and how long it is.
     *
     * @param running how many calls run at once
     * @param waiting how many calls may wait for one of them to end
     */
    record Bounds(int running, int waiting) {
        Bounds {
            if (running < 1) {
                throw new IllegalArgumentException("running: " + running + " (expected: 1 or more)");
            }
            if (waiting < 0) {
                throw new IllegalArgumentException("waiting: " + waiting + " (expected: 0 or more)");
            }
        }
    }

    private final Consumer<Runnable> starter;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private volatile int width = Integer.MAX_VALUE;
    private volatile boolean wide;

    private static final class Waiting {
        final Runnable call;
        final long since = System.nanoTime();

        Waiting(Runnable call) {
            this.call = call;
        }
    }

    /** @param starter has a thread begin with the given call; the thread goes on with {@link #next} until that is null */
    Lane(Consumer<Runnable> starter) {
        this.starter = starter;
    }

    /** Starts the call, or lets it wait; false if too many wait already. */
    boolean enter(Runnable call, Bounds bounds) {
        width = bounds.running;
        if (takePlace()) {
            starter.accept(call);
            return true;
        }
        if (waiting.incrementAndGet() > bounds.waiting) {
            waiting.decrementAndGet();
            return false;
        }
        queue.add(new Waiting(call));
        // The last place may have been given back between the look at it and the queueing up.
        startWaiting();
        return true;
    }

    /** Opens the lane if somebody has waited for long, and narrows it when nobody waits; called now and then. */
    void adjust(long now) {
        Waiting first = queue.peek();
        if (first == null) {
            wide = false;
        } else if (wide || now - first.since > LONG_NANOS) {
            wide = true;
            for (int more = waiting.get(); more > 0 && startWaiting(); more--) {
                // One more thread serves those who wait.
            }
        }
    }

    private boolean startWaiting() {
        if (!takePlace()) {
            return false;
        }
        Runnable first = next();
        if (first != null) {
            starter.accept(first);
        }
        return true;
    }

    /** What a thread that holds a place does next; null = its place is given back. */
    @Nullable
    Runnable next() {
        while (true) {
            Waiting first = running.get() <= width ? queue.poll() : null;
            if (first != null) {
                waiting.decrementAndGet();
                return first.call;
            }
            leave();
            // Somebody may have queued up between the look and the leaving, trusting in this very place.
            if (queue.isEmpty() || !takePlace()) {
                return null;
            }
        }
    }

    /** A place is given back without a look at the queue. */
    void leave() {
        running.decrementAndGet();
    }

    int running() {
        return running.get();
    }

    private boolean takePlace() {
        int most = wide ? width : Math.min(width, NARROW);
        int now = running.get();
        while (now < most) {
            if (running.compareAndSet(now, now + 1)) {
                return true;
            }
            now = running.get();
        }
        return false;
    }
}
