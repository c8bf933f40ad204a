// SPDX-License-Identifier: Apache-2.0
package acs.fuzz;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Takes every line that is logged, down to the last level, and keeps those that must not be: an exception or an error
 * that was answered all the same, and a character by which a terminal could forge a line.
 */
public final class LogTrap implements SLF4JServiceProvider {
    /** No more of them are needed to know that something is wrong. */
    private static final int CAPACITY = 10;

    private static final Queue<AssertionError> CAUGHT = new ConcurrentLinkedQueue<>();

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter diagnostics = new NOPMDCAdapter();

    /** Throws the first of what was caught since the last call. */
    public static void check() {
        AssertionError first = CAUGHT.poll();
        if (first != null) {
            CAUGHT.clear();
            throw first;
        }
    }

    private static void take(String logger, Level level, String line, @Nullable Throwable cause) {
        boolean wrong = cause != null || level == Level.ERROR || line.chars().anyMatch(LogTrap::forges);
        if (wrong && CAUGHT.size() < CAPACITY) {
            CAUGHT.add(new AssertionError(logger + " " + level + " " + line, cause));
        }
    }

    private static boolean forges(int c) {
        return c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0x202E;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, Logger::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return diagnostics;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Nothing to do.
    }

    /** Every level is on, so that every line is put together. */
    private static final class Logger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;

        private Logger(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable cause) {
            take(name, level, MessageFormatter.basicArrayFormat(message, arguments), cause);
        }
    }
}
