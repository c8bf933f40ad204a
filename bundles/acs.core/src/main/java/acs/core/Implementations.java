// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.circulation.Circulation;
import acs.api.status.Swap;
import acs.api.swap.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The implementations that are there, by name.
 *
 * <p>A service has the property {@code implementation}. With the further property {@code institution} it answers for that
 * one only, and before others of the same name. An implementation that leaves is hidden at once, and let go when its last
 * request is answered; who looks for one that has just left waits for its successor. Safe for use by many threads.
 */
@Component(service = Implementations.class, immediate = true)
public final class Implementations {
    private static final Logger LOG = LoggerFactory.getLogger(Implementations.class);
    private static final String NAME = "implementation";
    private static final String INSTITUTION = "institution";

    private final long born = System.nanoTime();
    private final CoreSettings settings;
    /** A seat stays for ever, so that it remembers when its last part left; there are as many as names were ever used. */
    private final Map<Place, Seat> seats = new ConcurrentHashMap<>();

    /** Where a service was put, whatever its properties say by now. */
    private final Map<ServiceReference<?>, Place> places = new ConcurrentHashMap<>();

    /** @param institution empty = all */
    private record Place(String name, String institution) {
        @Override
        public String toString() {
            return institution.isEmpty() ? name : name + " for " + institution;
        }
    }

    @Activate
    public Implementations(@Reference CoreSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    @Reference(
            service = Circulation.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "remove")
    public void add(ServiceReference<Circulation> reference, Circulation circulation) {
        Place place = place(reference);
        if (place.name.isEmpty()) {
            LOG.warn("{} offers an implementation without a name; it is not used", bundle(reference));
            return;
        }
        places.put(reference, place);
        seat(place).add(reference, new Provider(circulation, bundle(reference)), settings.trialCalls());
    }

    /** Returns when nobody uses it any more: its component is taken down right after. */
    public void remove(ServiceReference<Circulation> reference) {
        Place place = places.remove(reference);
        if (place == null) {
            return;
        }
        seat(place).remove(reference, bundle(reference), settings.drain());
    }

    /**
     * A lease on the implementation that answers for the institution, waiting for one if the last one has just left.
     *
     * @return empty if there is none
     */
    Optional<Lease<Provider>> acquire(Institution institution) throws InterruptedException {
        Duration patience = settings.patience();
        Optional<Seat> own = own(institution);
        if (own.isPresent()) {
            Optional<Lease<Provider>> lease = own.get().acquire(patience);
            if (lease.isPresent()) {
                return lease;
            }
        }
        Optional<Seat> general = general(institution);
        if (general.isPresent()) {
            return general.get().acquire(patience);
        }
        if (System.nanoTime() - born > patience.toNanos()) {
            return Optional.empty();
        }
        // The core has just come, and an implementation may be on its way: who was here before, nobody knows.
        Place place = new Place(institution.implementation(), "");
        return seats.computeIfAbsent(place, absent -> Seat.expecting(absent.toString(), born))
                .acquire(patience);
    }

    /** The same without waiting. */
    Optional<Lease<Provider>> tryAcquire(Institution institution) {
        Optional<Lease<Provider>> lease = own(institution).flatMap(Seat::tryAcquire);
        return lease.isPresent() ? lease : general(institution).flatMap(Seat::tryAcquire);
    }

    /** Has a newcomer that is on trial do work that changes nothing; empty if there is none, or it failed. */
    <R> Optional<R> attempt(Institution institution, Seat.Work<R> work) {
        return seatOf(institution).flatMap(seat -> seat.attempt(work));
    }

    /** Who took over from whom, latest first. */
    List<Swap> swaps(Institution institution) {
        return seatOf(institution).map(Seat::swaps).orElse(List.of());
    }

    /** About a newcomer that does not serve, without a full stop; empty if there is none. */
    Optional<String> remark(Institution institution) {
        return seatOf(institution).flatMap(Seat::remark);
    }

    private Optional<Seat> seatOf(Institution institution) {
        Optional<Seat> own = own(institution).filter(seat -> !seat.isEmpty());
        return own.isPresent() ? own : general(institution);
    }

    private Optional<Seat> own(Institution institution) {
        return Optional.ofNullable(seats.get(new Place(institution.implementation(), institution.id())));
    }

    private Optional<Seat> general(Institution institution) {
        return Optional.ofNullable(seats.get(new Place(institution.implementation(), "")));
    }

    /** How many leases are out at this moment. */
    public int leased() {
        return seats.values().stream().mapToInt(Seat::leased).sum();
    }

    private Seat seat(Place place) {
        return seats.computeIfAbsent(place, unused -> new Seat(place.toString()));
    }

    private static Place place(ServiceReference<?> reference) {
        return new Place(text(reference, NAME), text(reference, INSTITUTION));
    }

    private static String text(ServiceReference<?> reference, String property) {
        Object value = reference.getProperty(property);
        return value == null ? "" : value.toString();
    }

    private static String bundle(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "a bundle that has left" : bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
