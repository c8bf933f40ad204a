// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The transport with one listener on a free port of the loopback address. */
final class Server implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);
    static final Limits QUICK = new Limits(
            Duration.ofSeconds(5), LONG, Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(1), 1000);

    final IoThreads io;
    final LineHandlers handlers;
    final MinaListener listener;
    private int arrivals;

    private Server(Limits limits, Map<String, ?> settings) {
        io = new IoThreads(limits, 1);
        handlers = new LineHandlers(io);
        Map<String, Object> all = new HashMap<>(Map.of("port", 0, "max_sessions_per_address", 5000));
        all.putAll(settings);
        listener = new MinaListener(Configs.listener(all), io, handlers, endpoint -> false, Duration.ofMillis(50));
    }

    static Server start(LineHandler handler) {
        return start(handler, Map.of());
    }

    static Server start(LineHandler handler, Map<String, ?> settings) {
        Server server = empty(Limits.DEFAULT, settings);
        server.arrive(handler);
        return server;
    }

    static Server quick(LineHandler handler, Map<String, ?> settings) {
        Server server = empty(QUICK, settings);
        server.arrive(handler);
        return server;
    }

    /** Without a line handler. */
    static Server empty(Limits limits, Map<String, ?> settings) {
        return new Server(limits, settings);
    }

    Ref arrive(LineHandler handler) {
        Ref reference = new Ref(++arrivals);
        handlers.addHandler(reference, handler);
        return reference;
    }

    int port() {
        String address = listener.address();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    Terminal connect() {
        return Terminal.connect(port());
    }

    /** The only conversation there is. */
    Conversation conversation() {
        until(() -> listener.conversations().size() == 1);
        return listener.conversations().iterator().next();
    }

    /** Waits until it is so; fails if it does not become so. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("condition in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        listener.close();
        assertThat(listener.conversations()).isEmpty();
        assertThat(handlers.leased()).as("leases left").isZero();
        io.close();
    }
}
