// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the answer is held back that an id is nobody's: not at all, until somebody asks for so many of them that they
 * are guessing. Right ids are never held back. Safe for use by many threads.
 */
final class LookupThrottle {
    private static final Logger LOG = LoggerFactory.getLogger(LookupThrottle.class);
    private static final Duration DELAY = Duration.ofMillis(500);
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final int CAPACITY = 10_000;

    private record Misses(int count, long since) {}

    /** Guarded by this; whose window began first comes first. */
    private final Map<String, Misses> misses = new LinkedHashMap<>();

    /**
     * One more id was nobody's.
     *
     * @param who asked for it
     * @param most of them that are let pass in a minute; 0 = any number
     */
    synchronized Duration missed(String who, int most) {
        long now = System.nanoTime();
        Misses before = misses.get(who);
        if (before != null && now - before.since > WINDOW) {
            misses.remove(who);
            before = null;
        }
        Misses after = before == null ? new Misses(1, now) : new Misses(before.count + 1, before.since);
        misses.put(who, after);
        if (misses.size() > CAPACITY) {
            misses.remove(misses.keySet().iterator().next());
        }
        if (most == 0 || after.count <= most) {
            return Duration.ZERO;
        }
        if (after.count == most + 1) {
            LOG.warn("{} asked for more than {} ids within a minute that nobody has; it may be guessing", who, most);
        }
        return DELAY;
    }
}
