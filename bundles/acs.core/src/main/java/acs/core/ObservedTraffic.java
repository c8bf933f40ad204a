// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.status.PassingMessage;
import acs.api.status.Traffic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Who looks on while terminals talk. Costs next to nothing while nobody does. */
@Component(service = {ObservedTraffic.class, Traffic.class})
public final class ObservedTraffic implements Traffic {
    private final List<Consumer<PassingMessage>> watchers = new CopyOnWriteArrayList<>();

    @Activate
    public ObservedTraffic() {}

    @Override
    public Watch watch(Consumer<PassingMessage> watcher) {
        watchers.add(requireNonNull(watcher, "watcher"));
        return () -> watchers.remove(watcher);
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    void show(PassingMessage message) {
        for (Consumer<PassingMessage> watcher : watchers) {
            watcher.accept(message);
        }
    }
}
