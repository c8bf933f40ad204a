// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** The JDBC drivers that are installed, by the names of their classes; safe for use by many threads. */
final class Drivers {
    private final Map<String, DataSourceFactory> factories = new HashMap<>();

    synchronized void add(String driver, DataSourceFactory factory) {
        factories.put(driver, factory);
        notifyAll();
    }

    /** Takes the driver away, if it is still this one. */
    synchronized boolean remove(String driver, DataSourceFactory factory) {
        return factories.remove(driver, factory);
    }

    /** A source of connections, waiting some seconds for the driver to appear; empty if it does not. */
    Optional<DataSource> source(Engine engine, IlsSettings settings, long patienceMillis) throws SQLException {
        Optional<DataSourceFactory> factory = await(engine.driver(), patienceMillis);
        return factory.isEmpty()
                ? Optional.empty()
                : Optional.of(factory.get().createDataSource(engine.connecting(settings)));
    }

    private synchronized Optional<DataSourceFactory> await(String driver, long patienceMillis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        try {
            while (!factories.containsKey(driver)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return Optional.empty();
                }
                wait(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(factories.get(driver));
    }
}
