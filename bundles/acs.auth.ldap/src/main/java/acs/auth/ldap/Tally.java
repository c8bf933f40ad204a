// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** Counts what a directory was asked and how long it took. Safe for use by many threads. */
final class Tally {
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private long fromMemory;
    private long slowest;

    synchronized void count(Verdict verdict, Duration taken) {
        counts.merge(verdict, 1L, Long::sum);
        slowest = Math.max(slowest, taken.toMillis());
    }

    synchronized void countFromMemory() {
        fromMemory++;
    }

    synchronized long of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** One line. */
    @Override
    public synchronized String toString() {
        StringJoiner line = new StringJoiner(", ");
        for (Verdict verdict : Verdict.values()) {
            line.add(verdict.name().toLowerCase(Locale.ROOT) + " " + counts.getOrDefault(verdict, 0L));
        }
        return line.add("from memory " + fromMemory)
                .add("slowest " + slowest + " ms")
                .toString();
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).truncatedTo(TimeUnit.MILLISECONDS.toChronoUnit());
    }
}
