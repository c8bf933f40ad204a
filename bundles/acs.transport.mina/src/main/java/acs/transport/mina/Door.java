// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.transport.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.FilterEvent;
import org.apache.mina.filter.ssl.SslEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open listening socket and the connections that came in by it. */
final class Door extends IoHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final AttributeKey CONNECTION = new AttributeKey(Door.class, "connection");
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);

    /** A hostile line of single bytes must not blow up in memory, and no message needs more. */
    private static final int MOST_READ_AT_ONCE = 16 * 1024;

    private final IoThreads io;
    private final LineHandlers handlers;
    private final Acceptor acceptor;
    private final Admission admission;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    private volatile Settings settings;
    private final Keys keys;
    private final Future<?> checks;

    private Door(Settings settings, boolean shared, IoThreads io, LineHandlers handlers) throws IOException {
        this.settings = settings;
        this.io = io;
        this.handlers = handlers;
        this.admission = new Admission(this::settings);
        this.acceptor = new Acceptor(io.threads(), io.processors(), shared, admission::welcomes, () -> this.settings()
                .keepAlive());
        acceptor.setCloseOnDeactivation(false);
        acceptor.getSessionConfig().setMaxReadBufferSize(MOST_READ_AT_ONCE);
        acceptor.setHandler(this);
        try {
            this.keys = new Keys(settings.endpoint().tls(), acceptor.getFilterChain());
            acceptor.bind(address(settings.endpoint()));
        } catch (IOException | RuntimeException e) {
            acceptor.dispose();
            throw e;
        }
        this.checks = io.every(CHECK_INTERVAL, this::check);
    }

    /**
     * Opens it.
     *
     * @param shared whether an older version of this bundle may be listening on the same address
     * @throws IOException if it cannot be opened
     */
    static Door open(Settings settings, boolean shared, IoThreads io, LineHandlers handlers) throws IOException {
        return new Door(settings, shared, io, handlers);
    }

    /** New settings hold at once: limits and timeouts for open connections, too, the rest for new ones. */
    void apply(Settings changed) {
        settings = changed;
    }

    InetSocketAddress address() {
        return acceptor.getLocalAddress();
    }

    Collection<Conversation> conversations() {
        return connections.stream().map(Connection::conversation).toList();
    }

    /** No new connection is taken; the open ones stay. */
    void stopAccepting() {
        acceptor.unbind();
    }

    /** Closes the connections, each once the line in hand is answered and the answer is out; bounded. */
    void close() {
        stopAccepting();
        connections.forEach(Connection::stop);
        if (!awaitEmpty(io.limits().stop())) {
            LOG.warn(
                    "Listener {}: {} connections are cut off",
                    settings.listener().id(),
                    connections.size());
            acceptor.getManagedSessions().values().forEach(IoSession::closeNow);
            awaitEmpty(Duration.ofSeconds(1));
        }
        checks.cancel(false);
        acceptor.dispose();
    }

    @Override
    public void sessionOpened(IoSession session) {
        if (!(session.getRemoteAddress() instanceof InetSocketAddress remote)
                || !admission.enters(remote.getAddress())) {
            session.closeNow();
            return;
        }
        Conversation conversation = new Conversation(settings.listener(), remote);
        Connection connection = new Connection(session, conversation, this::settings, io::limits, handlers);
        session.setAttribute(CONNECTION, connection);
        connections.add(connection);
        LOG.debug("{}: came", conversation);
    }

    @Override
    public void messageReceived(IoSession session, Object message) {
        if (session.getAttribute(CONNECTION) instanceof Connection connection) {
            connection.received(((IoBuffer) message).buf());
        }
    }

    @Override
    public void messageSent(IoSession session, Object message) {
        if (session.getAttribute(CONNECTION) instanceof Connection connection) {
            connection.sent();
        }
    }

    @Override
    public void inputClosed(IoSession session) {
        if (session.getAttribute(CONNECTION) instanceof Connection connection) {
            connection.receivedAll();
        } else {
            session.closeNow();
        }
    }

    @Override
    public void event(IoSession session, FilterEvent event) {
        if (event == SslEvent.SECURED && session.getAttribute(CONNECTION) instanceof Connection connection) {
            connection.secured();
        }
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) {
        // MINA's TLS says with all sorts of exceptions that a terminal does not keep to the protocol.
        if (cause instanceof IOException || settings.endpoint().tls().on()) {
            LOG.debug("{}: connection lost: {}", session.getRemoteAddress(), cause.toString());
        } else {
            LOG.warn("{}: closed, this should not happen", session.getRemoteAddress(), cause);
        }
        broke(session);
        session.closeNow();
    }

    /** The socket of the session failed. */
    static void broke(IoSession session) {
        if (session.getAttribute(CONNECTION) instanceof Connection connection) {
            connection.broke();
        }
    }

    @Override
    public void sessionClosed(IoSession session) {
        if (session.removeAttribute(CONNECTION) instanceof Connection connection) {
            connection.closed();
            connections.remove(connection);
            admission.leaves(connection.conversation().remote().getAddress());
            LOG.debug("{}: left", connection.conversation());
            lock.lock();
            try {
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private Settings settings() {
        return settings;
    }

    private void check() {
        long now = System.nanoTime();
        connections.forEach(connection -> connection.check(now));
        if (keys.isDue(now)) {
            io.threads().execute(keys::refresh);
        }
    }

    private boolean awaitEmpty(Duration time) {
        long rest = time.toNanos();
        lock.lock();
        try {
            while (!connections.isEmpty() && rest > 0) {
                rest = left.awaitNanos(rest);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return connections.isEmpty();
    }

    private static InetSocketAddress address(Settings.Endpoint endpoint) throws IOException {
        InetSocketAddress address = endpoint.host().isEmpty()
                ? new InetSocketAddress(endpoint.port())
                : new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            throw new IOException("the host is unknown");
        }
        return address;
    }
}
