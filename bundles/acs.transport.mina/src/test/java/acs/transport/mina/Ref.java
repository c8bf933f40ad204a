// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.transport.LineHandler;
import java.util.Dictionary;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A service reference outside of a framework: a number, of which the highest ranks first. */
record Ref(int number) implements ServiceReference<LineHandler> {
    @Override
    public int compareTo(Object other) {
        return Integer.compare(number, ((Ref) other).number);
    }

    @Override
    public Object getProperty(String key) {
        return null;
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[0];
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bundle getBundle() {
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
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
