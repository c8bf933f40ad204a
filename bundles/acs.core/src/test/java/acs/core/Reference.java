// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What the framework would know of a service, without a framework. */
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
        return (int) properties.getOrDefault(Constants.SERVICE_RANKING, 0);
    }

    @Override
    public Object getProperty(String key) {
        return key.equals(Constants.SERVICE_ID) ? id : properties.get(key);
    }

    @Override
    public String[] getPropertyKeys() {
        return properties.keySet().toArray(String[]::new);
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return null;
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
    public boolean equals(Object other) {
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
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
