// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Which bundles were stopped from now on. */
final class Restarts implements SynchronousBundleListener, AutoCloseable {
    private final BundleContext context;
    private final Set<String> names = new ConcurrentSkipListSet<>();

    Restarts(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            names.add(event.getBundle().getSymbolicName());
        }
    }

    Set<String> names() {
        return new TreeSet<>(names);
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
