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
 * <p>Of several parts the one with the highest rank is handed out, of equal ones the first. One that was put
 * {@linkplain #addBehind behind} comes after all others, whatever its rank, until it is {@linkplain #promote promoted}. Safe
 * for use by many threads.
 *
 * @param <K> what tells one part from another, compared with {@code equals}; in OSGi the service reference
 */
public final class Slot<K extends Comparable<? super K>, T> {

    /**
     * What a part found when it arrived where none was.
     *
     * @param waiting how many callers were waiting for it
     * @param absence how long none had been there
     */
    public record Gap(int waiting, Duration absence) {}

    private static final class Holder<K extends Comparable<? super K>, T> {
        final K key;
        final T part;
        boolean behind;
        int leases;

        Holder(K key, T part, boolean behind) {
            this.key = key;
            this.part = part;
            this.behind = behind;
        }

        K key() {
            return key;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Worst first. */
    private final List<Holder<K, T>> holders = new ArrayList<>();

    private boolean everHeld;
    private long emptySince;
    /** Since when new users find nobody; before the last leases of the one that left are back. */
    private long hiddenSince;
    /** Parts that have left and are still used. */
    private int draining;

    private int waiting;
    private int leased;

    /** A place where no part ever was. */
    public Slot() {}

    /**
     * A place whose part is on its way, as if the last one had left.
     *
     * @param since when, on the clock of {@link System#nanoTime}
     */
    public Slot(long since) {
        everHeld = true;
        emptySince = since;
        hiddenSince = since;
    }

    /**
     * A part arrived.
     *
     * @return what it found; empty if another part was there, or none ever
     */
    public Optional<Gap> add(K key, T part) {
        return add(new Holder<>(key, part, false));
    }

    /** A part arrived that is not to be used as long as there is another one. */
    public Optional<Gap> addBehind(K key, T part) {
        return add(new Holder<>(key, part, true));
    }

    private Optional<Gap> add(Holder<K, T> holder) {
        lock.lock();
        try {
            Optional<Gap> gap = everHeld && holders.isEmpty()
                    ? Optional.of(new Gap(waiting, Duration.ofNanos(System.nanoTime() - hiddenSince)))
                    : Optional.empty();
            holders.add(holder);
            sort();
            everHeld = true;
            changed.signalAll();
            return gap;
        } finally {
            lock.unlock();
        }
    }

    /** From now on the part is used according to its rank; nothing happens if it has left. */
    public void promote(K key) {
        lock.lock();
        try {
            find(key).ifPresent(holder -> holder.behind = false);
            sort();
        } finally {
            lock.unlock();
        }
    }

    private void sort() {
        holders.sort(Comparator.<Holder<K, T>, Boolean>comparing(holder -> !holder.behind)
                .thenComparing(Holder::key));
    }

    private Optional<Holder<K, T>> find(K key) {
        return holders.stream().filter(holder -> holder.key.equals(key)).findFirst();
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
        Optional<Holder<K, T>> leaving = find(key);
        if (leaving.isEmpty()) {
            return null;
        }
        holders.remove(leaving.get());
        if (holders.isEmpty()) {
            hiddenSince = System.nanoTime();
        }
        changed.signalAll();
        return leaving.get();
    }

    /** A lease on this very part, if it is there. */
    public Optional<Lease<T>> tryAcquire(K key) {
        lock.lock();
        try {
            return find(key).map(this::lease);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the part would be used if it had not been put behind: no other one ranks as high. */
    public boolean isBest(K key) {
        lock.lock();
        try {
            return holders.stream().allMatch(holder -> holder.key.compareTo(key) <= 0);
        } finally {
            lock.unlock();
        }
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
