// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.ByteChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.mina.core.service.IoProcessor;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.jspecify.annotations.Nullable;

/** Opens a listening socket and takes connections from it. */
final class Acceptor extends NioSocketAcceptor {
    private static final int BACKLOG = 1024;

    private final boolean shared;
    private final Predicate<InetAddress> welcome;
    private final Supplier<Settings.KeepAlive> keepAlive;

    /**
     * @param shared whether another socket of this user may listen on the same address already
     * @param welcome whom connections are taken from; others are closed at once
     * @param keepAlive what holds for the next connection
     */
    Acceptor(
            Executor threads,
            IoProcessor<NioSession> processor,
            boolean shared,
            Predicate<InetAddress> welcome,
            Supplier<Settings.KeepAlive> keepAlive) {
        super(threads, processor);
        this.shared = shared;
        this.welcome = welcome;
        this.keepAlive = keepAlive;
    }

    /**
     * Opens the socket so that the next version of this bundle can listen beside this one, and yet notices if somebody else
     * does: sockets that share an address do not notice each other.
     */
    @Override
    protected ServerSocketChannel open(SocketAddress address) throws IOException {
        if (!shared && ((InetSocketAddress) address).getPort() != 0) {
            try (ServerSocketChannel alone = ServerSocketChannel.open()) {
                alone.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address);
            }
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.bind(address, BACKLOG);
            channel.register(selector, SelectionKey.OP_ACCEPT);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    protected @Nullable NioSession accept(IoProcessor<NioSession> processor, ServerSocketChannel handle)
            throws Exception {
        NioSession session = super.accept(processor, handle);
        if (session == null) {
            return null;
        }
        ByteChannel channel = session.getChannel();
        try {
            if (session.getRemoteAddress() instanceof InetSocketAddress remote && welcome.test(remote.getAddress())) {
                prepare((NetworkChannel) channel);
                return session;
            }
        } catch (IOException gone) {
            // The terminal left before it was let in; MINA would stop accepting for a second.
        }
        channel.close();
        return null;
    }

    private void prepare(NetworkChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Settings.KeepAlive wanted = keepAlive.get();
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, wanted.on());
        if (wanted.on()) {
            set(channel, "TCP_KEEPIDLE", wanted.idleSeconds());
            set(channel, "TCP_KEEPINTERVAL", wanted.intervalSeconds());
        }
    }

    /** By name, because the constants are in a module that not every system has. */
    private static void set(NetworkChannel channel, String name, int value) throws IOException {
        if (value == 0) {
            return;
        }
        for (SocketOption<?> option : channel.supportedOptions()) {
            if (option.name().equals(name) && option.type() == Integer.class) {
                @SuppressWarnings("unchecked") // its type was asked for above
                SocketOption<Integer> number = (SocketOption<Integer>) option;
                channel.setOption(number, value);
            }
        }
    }
}
