// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static java.util.Objects.requireNonNull;

import acs.api.transport.LineHandler;
import acs.config.koha.Part;
import acs.transport.mina.IoThreads;
import acs.transport.mina.LineHandlers;
import acs.transport.mina.MinaListener;
import acs.transport.mina.Neighbours;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole server in the JVM of the test, without OSGi: every listener of the configuration on a free port of the loopback
 * address. Safe for use by many threads.
 */
public final class AcsServer implements AutoCloseable {
    private final AcsCore core;
    private final IoThreads io = Components.make(IoThreads.class, Map.of("stop_ms", 2000, "io_threads", 1));
    private final LineHandlers handlers = new LineHandlers(io);
    private final Map<String, MinaListener> listeners = new LinkedHashMap<>();

    private AcsServer(AcsCore core) {
        this.core = requireNonNull(core, "core");
        handlers.addHandler(new Reference<LineHandler>(Map.of()), core.lines());
        for (Part part : core.listenerParts()) {
            Map<String, Object> properties = new HashMap<>(part.properties());
            properties.put("host", "127.0.0.1");
            properties.put("port", 0);
            MinaListener listener = Components.make(MinaListener.class, properties, io, handlers, Neighbours.none());
            listeners.put(part.id(), listener);
        }
        for (MinaListener listener : listeners.values()) {
            if (!listener.problem().isEmpty()) {
                close();
                throw new IllegalStateException(listener.problem());
            }
        }
    }

    /** Opens the doors; the server closes the core when it is closed. */
    public static AcsServer open(AcsCore core) {
        return new AcsServer(core);
    }

    public AcsCore core() {
        return core;
    }

    /**
     * Where a listener listens.
     *
     * @param name its id or its port in the configuration; empty = the first one
     * @throws IllegalArgumentException if there is none
     */
    public InetSocketAddress address(String name) {
        String address = requireNonNull(listeners.get(core.listener(name).id())).address();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What is still in use though every terminal has hung up, as sentences; none if all is well. */
    public List<String> leaks() {
        List<String> leaks = new ArrayList<>(core.leaks());
        int leased = handlers.leased();
        if (leased != 0) {
            leaks.add(leased + " leases on the core were not given back");
        }
        listeners.forEach((id, listener) -> {
            int open = listener.conversations().size();
            if (open != 0) {
                leaks.add(open + " connections are open at listener " + id);
            }
        });
        return leaks;
    }

    /** Closes the doors, then the core; no thread is left. */
    @Override
    public void close() {
        listeners.values().forEach(MinaListener::close);
        io.close();
        core.close();
    }
}
