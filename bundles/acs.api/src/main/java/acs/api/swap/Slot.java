// SPDX-License-Identifier: Apache-2.0
package acs.api.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The place of a part that may be replaced at any moment, while others use it.
 *
 * <ul>
 *   <li>Who uses the part takes a {@link Lease}, so that it is not taken down under the work.
 *   <li>{@link #remove} hides the part from new users, then waits until its leases are back. Called from the unbind method
 *       of a service component it runs before the provider is deactivated.
 *   <li>{@link #acquire} waits, bounded from the moment the last part was let go, for a successor. Where no part ever was it
 *       does not wait.
 * </ul>
 *
 * <p>Of several parts the one with the highest rank is handed out, of equal ones the first. Safe for use by many threads.
 *
 * @param <K> what tells one part from another, compared with {@code equals}; in OSGi the service reference
 */
public final class Slot<K extends Comparable<? super K>, T> {

    private static final class Holder<K, T> {
        final K key;
        final T part;
        int leases;

        Holder(K key, T part) {
            this.key = key;
            this.part = part;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Worst first. */
    private final List<Holder<K, T>> holders = new ArrayList<>();

    private boolean everHeld;
    private long emptySince;
    /** Parts that have left and are still used. */
    private int draining;

    private int waiting;
    private int leased;

    /** A part arrived. */
    public void add(K key, T part) {
        lock.lock();
        try {
            holders.add(new Holder<>(key, part));
            holders.sort(Comparator.comparing(holder -> holder.key));
            everHeld = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A part leaves: hides it and waits until nobody uses it any more.
     *
     * @param drain how long to wait at most
     * @return whether every lease came back in time
     */
    public boolean remove(K key, Duration drain) {
        long left = drain.toNanos();
        lock.lock();
        try {
            Holder<K, T> leaving = take(key);
            draining++;
            while (leaving != null && leaving.leases > 0) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Only now the way is free for a successor.
            draining--;
            emptySince = System.nanoTime();
            changed.signalAll();
            lock.unlock();
        }
    }

    private @Nullable Holder<K, T> take(K key) {
        for (Holder<K, T> holder : holders) {
            if (holder.key.equals(key)) {
                holders.remove(holder);
                changed.signalAll();
                return holder;
            }
        }
        return null;
    }

    /** A lease on the best part of this moment; empty if there is none. */
    public Optional<Lease<T>> tryAcquire() {
        lock.lock();
        try {
            return holders.isEmpty() ? Optional.empty() : Optional.of(lease(holders.get(holders.size() - 1)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A lease on the best part, waiting for one if the last one has left.
     *
     * @param patience how long after the last part was let go a successor is waited for
     * @return empty if none came, or never was
     */
    public Optional<Lease<T>> acquire(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            while (holders.isEmpty()) {
                long left = left(patience);
                if (left <= 0) {
                    return Optional.empty();
                }
                changed.await(left, TimeUnit.NANOSECONDS);
            }
            return Optional.of(lease(holders.get(holders.size() - 1)));
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private long left(Duration patience) {
        if (!everHeld) {
            return 0;
        }
        return draining > 0 ? patience.toNanos() : emptySince + patience.toNanos() - System.nanoTime();
    }

    private Lease<T> lease(Holder<K, T> holder) {
        holder.leases++;
        leased++;
        return new Lease<>(holder.part, () -> giveBack(holder));
    }

    private void giveBack(Holder<K, T> holder) {
        lock.lock();
        try {
            holder.leases--;
            leased--;
            if (holder.leases == 0) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many parts are there. */
    public int size() {
        lock.lock();
        try {
            return holders.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many callers wait for a part at this moment. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** How many leases are out at this moment. */
    public int leased() {
        lock.lock();
        try {
            return leased;
        } finally {
            lock.unlock();
        }
    }
}
