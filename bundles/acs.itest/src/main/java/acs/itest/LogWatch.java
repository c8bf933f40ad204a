// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** What is logged as an error from now on, by whomever. */
final class LogWatch implements LogListener, AutoCloseable {
    private final LogReaderService log;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    LogWatch(BundleContext bundles) {
        log = LiveServer.service(bundles, LogReaderService.class);
        log.addLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            errors.add(entry.getLoggerName() + ": " + entry.getMessage());
        }
    }

    /** One line each: who logged it, and the text. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    boolean has(String text) {
        return errors.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void close() {
        log.removeLogListener(this);
    }
}
