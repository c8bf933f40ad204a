// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.circulation.Circulation;
import acs.api.swap.Lease;
import acs.api.swap.Slot;
import java.time.Duration;
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

    private final CoreSettings settings;
    /** A slot stays for ever, so that it remembers when its last part left; there are as many as names were ever used. */
    private final Map<Place, Slot<ServiceReference<?>, Provider>> slots = new ConcurrentHashMap<>();

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
        slot(place).add(reference, new Provider(circulation, bundle(reference)));
        LOG.info("Implementation {} is there, brought by {}", place, bundle(reference));
    }

    /** Returns when nobody uses it any more: its component is taken down right after. */
    public void remove(ServiceReference<Circulation> reference) {
        Place place = places.remove(reference);
        if (place == null) {
            return;
        }
        boolean drained = slot(place).remove(reference, settings.drain());
        LOG.info("Implementation {} of {} has left", place, bundle(reference));
        if (!drained) {
            LOG.warn("Implementation {} of {} is taken down while it is still at work", place, bundle(reference));
        }
    }

    /**
     * A lease on the implementation that answers for the institution, waiting for one if the last one has just left.
     *
     * @return empty if there is none
     */
    Optional<Lease<Provider>> acquire(Institution institution) throws InterruptedException {
        Duration patience = settings.patience();
        Slot<ServiceReference<?>, Provider> own = slots.get(new Place(institution.implementation(), institution.id()));
        if (own != null) {
            Optional<Lease<Provider>> lease = own.acquire(patience);
            if (lease.isPresent()) {
                return lease;
            }
        }
        Slot<ServiceReference<?>, Provider> general = slots.get(new Place(institution.implementation(), ""));
        return general == null ? Optional.empty() : general.acquire(patience);
    }

    /** The same without waiting. */
    Optional<Lease<Provider>> tryAcquire(Institution institution) {
        Slot<ServiceReference<?>, Provider> own = slots.get(new Place(institution.implementation(), institution.id()));
        Optional<Lease<Provider>> lease = own == null ? Optional.empty() : own.tryAcquire();
        if (lease.isPresent()) {
            return lease;
        }
        Slot<ServiceReference<?>, Provider> general = slots.get(new Place(institution.implementation(), ""));
        return general == null ? Optional.empty() : general.tryAcquire();
    }

    /** How many leases are out at this moment. */
    public int leased() {
        return slots.values().stream().mapToInt(Slot::leased).sum();
    }

    private Slot<ServiceReference<?>, Provider> slot(Place place) {
        return slots.computeIfAbsent(place, unused -> new Slot<>());
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
