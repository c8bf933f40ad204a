// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** What is logged as an error or a warning from now on, by whomever. */
public final class LogWatch implements LogListener, AutoCloseable {
    private final LogReaderService log;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    public LogWatch(BundleContext bundles) {
        log = LiveServer.service(bundles, LogReaderService.class);
        log.addLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            errors.add(entry.getLoggerName() + ": " + entry.getMessage());
        } else if (entry.getLogLevel() == LogLevel.WARN) {
            warnings.add(entry.getLoggerName() + ": " + entry.getMessage());
        }
    }

    /** One line each: who logged it, and the text. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    public boolean has(String text) {
        return errors.stream().anyMatch(line -> line.contains(text));
    }

    /** Whether it was warned of something. */
    public boolean hasWarning(String text) {
        return warnings.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void close() {
        log.removeLogListener(this);
    }
}
