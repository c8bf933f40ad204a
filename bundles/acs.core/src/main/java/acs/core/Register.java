// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What configurations say, by the ids in them. A change of an entry is one step: at no moment it is missing.
 *
 * <p>If two configurations claim the same id, the first one has it, the other is a problem until one of them goes. Looking
 * up takes no lock. Safe for use by many threads.
 */
final class Register<V> {
    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    /** What a configuration claims; {@code place} tells people which. */
    private record Claim<V>(String id, V value, String place) {}

    private record Rejection(String id, String problem) {}

    private final String kind;
    private final Map<String, V> values = new ConcurrentHashMap<>();
    /** Guarded by this: of one id the first in force, then those that wait for it. */
    private final Map<String, List<Claim<V>>> claims = new HashMap<>();
    /** Guarded by this. */
    private final IdentityHashMap<Object, Claim<V>> byOwner = new IdentityHashMap<>();
    /** Guarded by this. */
    private final IdentityHashMap<Object, Rejection> rejected = new IdentityHashMap<>();
    /** Guarded by this: since when somebody who was here is gone. */
    private final Map<String, Long> left = new HashMap<>();

    private final long born = System.nanoTime();

    /** @param kind what the entries are, for messages: {@code account} */
    Register(String kind) {
        this.kind = kind;
    }

    Optional<V> find(String id) {
        return Optional.ofNullable(values.get(id));
    }

    /** All values, in no order. */
    List<V> all() {
        return List.copyOf(values.values());
    }

    /**
     * The value, waiting for it if it was here a moment ago, or if the register itself is that young.
     *
     * @param patience how long after the one or the other it is waited for
     */
    Optional<V> await(String id, Duration patience) throws InterruptedException {
        V value = values.get(id);
        return value != null ? Optional.of(value) : awaitChange(id, patience.toNanos());
    }

    private synchronized Optional<V> awaitChange(String id, long patience) throws InterruptedException {
        while (true) {
            V value = values.get(id);
            long wait = left.getOrDefault(id, born) + patience - System.nanoTime();
            if (value != null || wait <= 0) {
                return Optional.ofNullable(value);
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(wait, 1_000_000));
        }
    }

    /** The owner's configuration says this now, whatever it said before. */
    synchronized void put(Object owner, String id, V value, String place) {
        rejected.remove(owner);
        Claim<V> before = byOwner.get(owner);
        if (before != null && !before.id.equals(id)) {
            remove(owner);
            before = null;
        }
        Claim<V> claim = new Claim<>(id, value, place);
        byOwner.put(owner, claim);
        List<Claim<V>> rivals = claims.computeIfAbsent(id, unused -> new ArrayList<>());
        if (before == null) {
            rivals.add(claim);
        } else {
            rivals.set(rivals.indexOf(before), claim);
        }
        if (rivals.get(0).equals(claim)) {
            values.put(id, value);
            left.remove(id);
            notifyAll();
            return;
        }
        LOG.error(
                "{} is configured twice: in {} and in {}; the former is in force",
                name(id),
                rivals.get(0).place,
                place);
    }

    /** The owner's configuration cannot be used; what it said before stays in force. */
    synchronized void reject(Object owner, String id, String place, String problem) {
        LOG.error("{}: {} is not taken over: {}", place, name(id), problem);
        rejected.put(owner, new Rejection(id, place + ": " + problem));
    }

    /** The owner's configuration is gone. */
    synchronized void remove(Object owner) {
        rejected.remove(owner);
        Claim<V> claim = byOwner.remove(owner);
        if (claim == null) {
            return;
        }
        List<Claim<V>> rivals = claims.getOrDefault(claim.id, new ArrayList<>());
        rivals.remove(claim);
        if (!rivals.isEmpty()) {
            values.put(claim.id, rivals.get(0).value);
            return;
        }
        claims.remove(claim.id);
        values.remove(claim.id);
        left.put(claim.id, System.nanoTime());
    }

    /** What is wrong with the configurations that claim the id; empty if nothing is. */
    synchronized Optional<String> problem(String id) {
        return rejected.values().stream()
                .filter(rejection -> rejection.id.equals(id))
                .map(Rejection::problem)
                .findFirst();
    }

    private String name(String id) {
        return kind + " \"" + id + "\"";
    }
}
