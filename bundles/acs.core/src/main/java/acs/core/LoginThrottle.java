// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the answer to a failed login is held back: longer, the more logins from the same address, or with the same
 * name, have failed of late.
 * A right password is never held back, so nobody is locked out. Safe for use by many threads.
 */
final class LoginThrottle {
    private static final long MEMORY = TimeUnit.MINUTES.toNanos(1);
    private static final int CAPACITY = 10_000;
    /** The delay is doubled at most this often: 0.1 s grow to 1.6 s. */
    private static final int DOUBLINGS = 4;

    private record Failures(int count, long last) {}

    /** Guarded by this; the one that has been quiet for longest first. */
    private final Map<Object, Failures> failures = new LinkedHashMap<>();

    /** One more has failed; returns how long the answer is to be held back. */
    synchronized Duration failed(InetAddress from, String name, Duration base) {
        int count = Math.max(count(from), count(name));
        return base.multipliedBy(1L << Math.min(count - 1, DOUBLINGS));
    }

    private int count(Object subject) {
        long now = System.nanoTime();
        Failures before = failures.remove(subject);
        int count = before == null || now - before.last > MEMORY ? 1 : before.count + 1;
        failures.put(subject, new Failures(count, now));
        if (failures.size() > CAPACITY) {
            failures.remove(failures.keySet().iterator().next());
        }
        return count;
    }
}
