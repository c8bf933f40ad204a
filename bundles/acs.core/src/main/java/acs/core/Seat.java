// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.status.Swap;
import acs.api.swap.Lease;
import acs.api.swap.Slot;
import acs.api.swap.Slot.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of implementations of one name: who sits there, who would like to, and who sat there before. */
final class Seat {
    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
    private static final int SWAPS_KEPT = 10;

    /** What a newcomer is tried with; empty if it is not its kind of work. */
    @FunctionalInterface
    interface Work<R> {
        Optional<R> on(Provider provider) throws Exception;
    }

    private final String name;
    private final Slot<ServiceReference<?>, Provider> slot;
    /** Guarded by itself, like the next; latest first. */
    private final Deque<Swap> swaps = new ArrayDeque<>();
    /** Who serves now, or did last. */
    private String serving = "";

    private volatile @Nullable Trial trial;

    /** @param name of the implementation, for people */
    Seat(String name) {
        this(name, new Slot<>());
    }

    private Seat(String name, Slot<ServiceReference<?>, Provider> slot) {
        this.name = name;
        this.slot = slot;
    }

    /**
     * Where somebody may be on their way.
     *
     * @param since the moment that they are waited for from
     */
    static Seat expecting(String name, long since) {
        return new Seat(name, new Slot<>(since));
    }

    /** @param trialCalls how many requests a newcomer that would take over has to answer first */
    void add(ServiceReference<?> reference, Provider provider, int trialCalls) {
        if (trialCalls > 0 && slot.size() > 0) {
            addBeside(reference, provider, trialCalls);
            return;
        }
        Optional<Gap> gap = slot.add(reference, provider);
        LOG.info("Implementation {} is there, brought by {}", name, provider.bundle());
        serves(gap);
    }

    private void addBeside(ServiceReference<?> reference, Provider provider, int trialCalls) {
        Optional<Gap> gap = slot.addBehind(reference, provider);
        if (gap.isPresent() || !slot.isBest(reference)) {
            slot.promote(reference);
            LOG.info("Implementation {} is there, too, brought by {}", name, provider.bundle());
            serves(gap);
            return;
        }
        trial = new Trial(reference, provider.bundle(), trialCalls);
        LOG.info(
                "Implementation {} is there, too, brought by {}, which is tried before it takes over",
                name,
                provider.bundle());
    }

    /** Returns when nobody uses it any more. */
    void remove(ServiceReference<?> reference, String bundle, Duration drain) {
        long since = System.nanoTime();
        boolean drained = slot.remove(reference, drain);
        long millis = Duration.ofNanos(System.nanoTime() - since).toMillis();
        LOG.info("Implementation {} of {} has left; its last request was done after {} ms", name, bundle, millis);
        if (!drained) {
            LOG.warn("Implementation {} of {} is taken down while it is still at work", name, bundle);
        }
        Trial current = trial;
        if (current != null && current.newcomer().equals(reference)) {
            trial = null;
        }
        serves(Optional.empty());
    }

    /** Notes who serves now, if it is another one than before. */
    private void serves(Optional<Gap> gap) {
        Optional<String> now = slot.tryAcquire().map(Seat::bundle);
        synchronized (swaps) {
            if (now.isEmpty() || (gap.isEmpty() && now.get().equals(serving))) {
                return;
            }
            if (!serving.isEmpty()) {
                Gap found = gap.orElse(new Gap(0, Duration.ZERO));
                Swap swap = new Swap(Instant.now(), serving, now.get(), found.waiting(), found.absence());
                swaps.addFirst(swap);
                if (swaps.size() > SWAPS_KEPT) {
                    swaps.removeLast();
                }
                LOG.info("Implementation {}: {}", name, swap);
            }
            serving = now.get();
        }
    }

    private static String bundle(Lease<Provider> lease) {
        try (lease) {
            return lease.part().bundle();
        }
    }

    /** Who took over from whom, latest first. */
    List<Swap> swaps() {
        synchronized (swaps) {
            return List.copyOf(swaps);
        }
    }

    /** About a newcomer that does not serve; empty if there is none. */
    Optional<String> remark() {
        return Optional.ofNullable(trial).map(Trial::remark);
    }

    Optional<Lease<Provider>> acquire(Duration patience) throws InterruptedException {
        return slot.acquire(patience);
    }

    Optional<Lease<Provider>> tryAcquire() {
        return slot.tryAcquire();
    }

    boolean isEmpty() {
        return slot.size() == 0;
    }

    int leased() {
        return slot.leased();
    }

    /**
     * Has a newcomer that is on trial do the work.
     *
     * @param work changes nothing, so that it can be done again by another one
     * @return empty if none is on trial, or it failed, or the work is not for it
     */
    <R> Optional<R> attempt(Work<R> work) {
        Trial current = trial;
        if (current == null || !current.begin()) {
            return Optional.empty();
        }
        Optional<Lease<Provider>> found = slot.tryAcquire(current.newcomer());
        if (found.isEmpty()) {
            current.leaveOut();
            return Optional.empty();
        }
        try (Lease<Provider> lease = found.get()) {
            if (!lease.part().isWell()) {
                current.leaveOut();
                return Optional.empty();
            }
            Optional<R> result = work.on(lease.part());
            if (result.isEmpty()) {
                current.leaveOut();
            } else if (current.pass()) {
                slot.promote(current.newcomer());
                trial = null;
                LOG.info("Implementation {}: {} has passed its trial and takes over", name, current.bundle());
                serves(Optional.empty());
            }
            return result;
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            fail(current, late);
            return Optional.empty();
        } catch (Exception | LinkageError broken) {
            fail(current, broken);
            return Optional.empty();
        }
    }

    private void fail(Trial current, Throwable why) {
        current.fail(why);
        LOG.warn("Implementation {}: {}", name, current.remark(), why);
    }
}
