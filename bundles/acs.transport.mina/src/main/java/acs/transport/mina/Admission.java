// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the connections of a listener and decides who else comes in. */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /** A flood must not fill the log. */
    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final Supplier<Settings> settings;
    private final AtomicInteger sessions = new AtomicInteger();
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - QUIET);

    Admission(Supplier<Settings> settings) {
        this.settings = settings;
    }

    /** Whether a connection from there would be let in. */
    boolean welcomes(InetAddress address) {
        Settings now = settings.get();
        if (!now.allowFrom().contains(address)) {
            LOG.debug("{}: refused, allow_from does not list it", address.getHostAddress());
            return false;
        }
        if (sessions.get() >= now.maxSessions()) {
            refused(address, "max_sessions", now.maxSessions());
            return false;
        }
        if (perAddress.getOrDefault(address, 0) >= now.maxSessionsPerAddress()) {
            refused(address, "max_sessions_per_address", now.maxSessionsPerAddress());
            return false;
        }
        return true;
    }

    /** Lets a connection in, and counts it; false if there are too many. */
    boolean enters(InetAddress address) {
        if (!welcomes(address)) {
            return false;
        }
        sessions.incrementAndGet();
        perAddress.merge(address, 1, Integer::sum);
        return true;
    }

    /** A connection that was let in is closed. */
    void leaves(InetAddress address) {
        sessions.decrementAndGet();
        perAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    private void refused(InetAddress address, String setting, int value) {
        long now = System.nanoTime();
        long last = lastWarning.get();
        if (now - last >= QUIET && lastWarning.compareAndSet(last, now)) {
            LOG.warn(
                    "Listener {}: a connection from {} is refused, {}={} is reached",
                    settings.get().listener().id(),
                    address.getHostAddress(),
                    setting,
                    value);
        }
    }
}
