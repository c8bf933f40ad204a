// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What a framework would know of a service, where there is none. */
final class Reference<S> implements ServiceReference<S> {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Comparator<Reference<?>> ORDER = Comparator.comparingInt(
                    (Reference<?> reference) -> reference.ranking())
            .thenComparing(reference -> -reference.id);

    private final long id = IDS.incrementAndGet();
    private final Map<String, Object> properties;

    Reference(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    private int ranking() {
        return properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    @Override
    public @Nullable Object getProperty(String key) {
        return key.equals(Constants.SERVICE_ID) ? Long.valueOf(id) : properties.get(key);
    }

    @Override
    public String[] getPropertyKeys() {
        return properties.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public int compareTo(Object other) {
        return ORDER.compare(this, (Reference<?>) other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return FrameworkUtil.asDictionary(properties);
    }

    @Override
    public <A> @Nullable A adapt(Class<A> type) {
        return null;
    }
}
