// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a log readable when the same thing goes wrong a thousand times a second. Safe for use by many threads. */
final class Warnings {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private static final class Count {
        final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL);
        final AtomicLong silent = new AtomicLong();
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /**
     * Whether to write down what went wrong about the subject.
     *
     * @return how often it was not written down since the last time; -1 = not now
     */
    long next(String subject) {
        Count count = counts.computeIfAbsent(subject, unused -> new Count());
        long now = System.nanoTime();
        long last = count.last.get();
        if (now - last >= INTERVAL && count.last.compareAndSet(last, now)) {
            return count.silent.getAndSet(0);
        }
        count.silent.incrementAndGet();
        return -1;
    }
}
