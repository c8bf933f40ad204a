// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.time.Duration;

/** The moment at which a request has waited long enough. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, at most {@code most}, in milliseconds; at least 1 while anything is left. */
    long millis(Duration most) throws Outage {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw Outage.silence("no answer in time");
        }
        return Math.max(1, Math.min(left / 1_000_000, most.toMillis()));
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }
}
