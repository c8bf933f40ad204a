// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that serve all listeners, and the limits that hold for all of them. */
@Component(service = IoThreads.class, configurationPid = "acs.transport.mina")
@Designate(ocd = IoThreads.Config.class)
public final class IoThreads {

    /** What is the same for all listeners. */
    @ObjectClassDefinition(name = "ACS transport", description = "Limits that hold for all listeners")
    public @interface Config {
        @AttributeDefinition(
                name = "Patience",
                description = "Milliseconds a message may wait while the protocol bundle is being replaced")
        int patience__ms() default 5000;

        @AttributeDefinition(
                name = "Drain",
                description = "Milliseconds a leaving protocol bundle is waited for; more than its slowest call takes")
        int drain__ms() default 25000;

        @AttributeDefinition(
                name = "Stop",
                description = "Milliseconds a closing listener waits for the messages in hand")
        int stop__ms() default 25000;

        @AttributeDefinition(
                name = "Message timeout",
                description = "Seconds from the first byte of a message to its end, and for a TLS handshake")
        int message__timeout() default 30;

        @AttributeDefinition(name = "Write timeout", description = "Seconds a terminal may leave answers unread")
        int write__timeout() default 30;

        @AttributeDefinition(name = "Empty lines", description = "How many empty lines in a row close the connection")
        int max__empty__lines() default 1000;

        @AttributeDefinition(
                name = "I/O threads",
                description = "How many threads read and write; takes effect when the bundle starts")
        int io__threads() default 1;
    }

    private static final Logger LOG = LoggerFactory.getLogger(IoThreads.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(named("acs-io-"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("acs-io-timer-"));
    private final Processors processors;
    private volatile Limits limits;

    @Activate
    public IoThreads(Config config) {
        this(limits(config), atLeast("io_threads", config.io__threads(), 1));
    }

    IoThreads(Limits limits, int count) {
        this.limits = limits;
        this.processors = new Processors(threads, count);
    }

    /** New limits hold at once, for open connections, too. */
    @Modified
    void change(Config config) {
        limits = limits(config);
    }

    void change(Limits changed) {
        limits = changed;
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
        processors.dispose();
        threads.shutdown();
    }

    Limits limits() {
        return limits;
    }

    /** What reads and writes. */
    Processors processors() {
        return processors;
    }

    /** Threads for what may block; started when needed. */
    ExecutorService threads() {
        return threads;
    }

    /** Runs a task, which must not block, again and again until it is cancelled. */
    Future<?> every(Duration period, Runnable task) {
        return timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        // An exception that escapes would end the repetition.
                        LOG.warn("A timed task failed", e);
                    }
                },
                period.toNanos(),
                period.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private static Limits limits(Config config) {
        return new Limits(
                Duration.ofMillis(atLeast("patience_ms", config.patience__ms(), 0)),
                Duration.ofMillis(atLeast("drain_ms", config.drain__ms(), 0)),
                Duration.ofMillis(atLeast("stop_ms", config.stop__ms(), 0)),
                Duration.ofSeconds(atLeast("message_timeout", config.message__timeout(), 1)),
                Duration.ofSeconds(atLeast("write_timeout", config.write__timeout(), 1)),
                atLeast("max_empty_lines", config.max__empty__lines(), 1));
    }

    private static int atLeast(String name, int value, int least) {
        if (value >= least) {
            return value;
        }
        LOG.warn("{}: {} (expected: {} or more); {} is used", name, value, least, least);
        return least;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
