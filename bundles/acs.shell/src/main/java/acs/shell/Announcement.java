// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.status.ConfigurationStatus;
import acs.api.status.InstitutionStatus;
import acs.api.status.Institutions;
import acs.api.status.ListenerStatus;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, on standard output, that the server is ready: every configured listener accepts and every institution is
 * served. What is still missing after a while it names, and the rest is served.
 */
@Component(
        service = {},
        immediate = true)
public final class Announcement {
    private static final Logger READY = LoggerFactory.getLogger("acs.ready");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Thread watcher = new Thread(this::watch, "acs-announcement");
    private final Institutions institutions;
    /** Whether the server is only there for a command, such as an import, so that there is nothing to announce. */
    private final boolean doorsClosed;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Collection<ListenerStatus> listeners = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Collection<ConfigurationStatus> configurations = List.of();

    @Activate
    public Announcement(@Reference Institutions institutions, BundleContext bundles) {
        this.institutions = institutions;
        this.doorsClosed = "closed".equals(bundles.getProperty("acs.doors"));
        watcher.setDaemon(true);
    }

    @Activate
    void start() {
        if (!doorsClosed) {
            watcher.start();
        }
    }

    @Deactivate
    void close() {
        watcher.interrupt();
    }

    private void watch() {
        long started = System.nanoTime();
        try {
            while (!isComplete() && System.nanoTime() - started < PATIENCE_NANOS) {
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN_NANOS);
            }
            READY.info(line());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isComplete() {
        return !configurations.isEmpty() && missing().isEmpty();
    }

    private String line() {
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
        Set<String> doors = new TreeSet<>();
        for (ListenerStatus status : listeners) {
            if (status.problem().isEmpty()) {
                doors.add(status.listener().dialogue().label() + " " + status.address()
                        + (status.secure() ? " (TLS)" : ""));
            }
        }
        List<String> missing = missing();
        return String.format(Locale.ROOT, "ACS ready in %.1f s: ", seconds)
                + (doors.isEmpty() ? "nothing listens" : String.join(", ", doors))
                + (missing.isEmpty() ? "" : "; missing: " + String.join("; ", missing));
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        Map<String, ListenerStatus> doors = new TreeMap<>();
        listeners.forEach(status -> doors.put(status.listener().id(), status));
        Map<String, InstitutionStatus> known = new TreeMap<>();
        institutions
                .institutions()
                .forEach(status -> known.put(status.institution().id(), status));
        for (ConfigurationStatus configuration : configurations) {
            for (String id : configuration.listeners()) {
                ListenerStatus status = doors.get(id);
                if (status == null) {
                    missing.add("listener " + id + " does not exist yet");
                } else if (!status.problem().isEmpty()) {
                    missing.add("listener " + id + ": " + status.problem());
                }
            }
            for (String id : configuration.institutions()) {
                InstitutionStatus status = known.get(id);
                if (status == null || !status.served()) {
                    missing.add(institutions.why(id));
                }
            }
        }
        return missing;
    }
}
