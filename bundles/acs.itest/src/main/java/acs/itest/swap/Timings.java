// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** How long answers took, to a tenth of a millisecond. Safe for use by many threads. */
final class Timings {
    private static final long STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final AtomicIntegerArray counts = new AtomicIntegerArray(600_000);
    private final AtomicLong total = new AtomicLong();

    void record(long nanos) {
        counts.incrementAndGet((int) Math.min(nanos / STEP_NANOS, counts.length() - 1L));
        total.incrementAndGet();
    }

    long total() {
        return total.get();
    }

    /** The time, in milliseconds, that this share of the answers did not exceed; 100 = the longest. */
    double percentile(double percent) {
        long wanted = (long) Math.ceil(total() * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return (i + 1) / 10.0;
            }
        }
        return 0;
    }
}
