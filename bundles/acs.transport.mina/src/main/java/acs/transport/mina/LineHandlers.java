// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.swap.Lease;
import acs.api.swap.Slot;
import acs.api.swap.Slot.Gap;
import acs.api.transport.LineHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who answers the lines of all listeners: may leave and be replaced at any time, while the connections wait. */
@Component(service = LineHandlers.class)
public final class LineHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(LineHandlers.class);

    private final Slot<ServiceReference<LineHandler>, LineHandler> slot = new Slot<>();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final IoThreads io;

    @Activate
    public LineHandlers(@Reference IoThreads io) {
        this.io = io;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addHandler(ServiceReference<LineHandler> reference, LineHandler handler) {
        Optional<Gap> gap = slot.add(reference, handler);
        List<Runnable> arrivals = List.copyOf(waiting);
        gap.ifPresent(found -> LOG.info(
                "The protocol is back after {} ms; {} terminals were waiting for it",
                found.absence().toMillis(),
                arrivals.size()));
        for (Runnable arrival : arrivals) {
            // Off the list first: whoever finds nobody again puts itself on it again.
            if (waiting.remove(arrival)) {
                arrival.run();
            }
        }
    }

    void removeHandler(ServiceReference<LineHandler> reference) {
        long since = System.nanoTime();
        boolean drained = slot.remove(reference, io.limits().drain());
        long millis = Duration.ofNanos(System.nanoTime() - since).toMillis();
        if (drained) {
            LOG.info("The protocol has left; its last request was done after {} ms", millis);
        } else {
            LOG.warn("The protocol has left with requests in hand, after {} ms", millis);
        }
    }

    /**
     * A lease on the best handler of this moment; does not wait.
     *
     * @param arrival if there is none, this is run once when one arrives
     */
    Optional<Lease<LineHandler>> lease(Runnable arrival) {
        Optional<Lease<LineHandler>> lease = slot.tryAcquire();
        if (lease.isPresent()) {
            return lease;
        }
        waiting.add(arrival);
        // One may have arrived in between, and have seen nobody waiting.
        Optional<Lease<LineHandler>> second = slot.tryAcquire();
        if (second.isPresent()) {
            waiting.remove(arrival);
        }
        return second;
    }

    /** Nobody waits here any more. */
    void forget(Runnable arrival) {
        waiting.remove(arrival);
    }

    /** How many leases are out at this moment. */
    public int leased() {
        return slot.leased();
    }
}
