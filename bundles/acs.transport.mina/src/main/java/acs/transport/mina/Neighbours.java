// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.status.ListenerStatus;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Knows the listeners of other versions of this bundle, which may share an address with ours while one version replaces
 * the other.
 */
@Component(service = Neighbours.class)
public final class Neighbours {
    private final long bundle;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<ListenerStatus>> listeners = List.of();

    @Activate
    public Neighbours(BundleContext context) {
        this(context.getBundle().getBundleId());
    }

    private Neighbours(long bundle) {
        this.bundle = bundle;
    }

    /** Where this bundle is the only one of its kind. */
    public static Neighbours none() {
        return new Neighbours(0);
    }

    /** Whether the listener of another bundle has that address. */
    boolean have(Settings.Endpoint endpoint) {
        return listeners.stream()
                .filter(reference ->
                        reference.getBundle() != null && reference.getBundle().getBundleId() != bundle)
                .anyMatch(reference -> String.valueOf(endpoint.port())
                                .equals(String.valueOf(reference.getProperty("port")))
                        && endpoint.host().equals(Settings.host(String.valueOf(reference.getProperty("host")))));
    }
}
