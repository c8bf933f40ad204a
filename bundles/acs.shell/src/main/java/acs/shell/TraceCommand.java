// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import static java.util.Objects.requireNonNull;

import acs.api.status.PassingMessage;
import acs.api.status.Traffic;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code acs:trace}: shows the messages of the running server as they pass.
 *
 * <p>The threads that serve terminals only put them into a queue, and drop them where that is full.
 */
@Component(
        service = TraceCommand.class,
        property = {"osgi.command.scope=acs", "osgi.command.function=trace"})
public final class TraceCommand {
    private static final Logger LOG = LoggerFactory.getLogger(TraceCommand.class);
    private static final int WAITING = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    /** So often it is looked whether the reader is still there. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Traffic traffic;

    @Activate
    public TraceCommand(@Reference Traffic traffic) {
        this.traffic = requireNonNull(traffic, "traffic");
    }

    /** Shows messages until the time is over or there were enough. */
    public String trace(CommandSession session, String... arguments) throws InterruptedException {
        Usage usage = new Usage(TraceOptions.SYNOPSIS, TraceOptions.DESCRIPTION);
        if (usage.isAskedFor(arguments)) {
            return usage.text(arguments);
        }
        TraceOptions options = TraceOptions.of(arguments);
        if (options.personalData()) {
            LOG.info("Messages are traced with personal data, for {} s at most", options.seconds());
        }
        BlockingQueue<PassingMessage> queue = new ArrayBlockingQueue<>(WAITING);
        AtomicLong dropped = new AtomicLong();
        Traffic.Watch watch = traffic.watch(message -> {
            if (options.wants(message) && !queue.offer(message)) {
                dropped.incrementAndGet();
            }
        });
        try {
            long shown = print(queue, options, session.getConsole());
            long lost = dropped.get();
            return shown
                    + (shown == 1 ? " message" : " messages")
                    + (lost == 0 ? "" : ", " + lost + " more dropped: they came faster than they could be shown");
        } finally {
            watch.end();
        }
    }

    private static long print(BlockingQueue<PassingMessage> queue, TraceOptions options, PrintStream out)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.seconds());
        long shown = 0;
        while (shown < options.count() && !out.checkError()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            PassingMessage message = queue.poll(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            if (message != null) {
                out.println(line(message, options));
                shown++;
            }
        }
        out.flush();
        return shown;
    }

    private static String line(PassingMessage message, TraceOptions options) {
        return TIME.format(message.at().atZone(ZoneId.systemDefault())) + " #" + message.session() + " "
                + (message.account().isEmpty() ? "?" : message.account()) + "@" + message.remote()
                + (message.fromTerminal() ? " > " : " < ")
                + (options.personalData() ? message.textWithPersonalData() : message.text());
    }
}
