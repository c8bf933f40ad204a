// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.api.transport.Conversation;
import acs.client.LineConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where terminals come in: by sockets, or straight at the core. */
interface Terminals {
    Duration PATIENCE = Duration.ofSeconds(20);

    /** Connects to a listener, by its id or port in the configuration; empty = the first one. */
    Terminal connect(String listener) throws IOException;

    /** One connection; for one thread. */
    interface Terminal extends AutoCloseable {
        /** Sends bytes as they are. */
        void send(byte[] bytes) throws IOException;

        /**
         * The next answer without its terminator.
         *
         * @throws EOFException if the server closed the connection
         * @throws SocketTimeoutException if there is none
         */
        byte[] receive() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Terminals that have a socket. */
    static Terminals of(AcsServer server) {
        return listener -> new Remote(LineConnection.open(server.address(listener), PATIENCE));
    }

    /** Terminals that have none. */
    static Terminals of(AcsCore core) {
        return listener -> new Local(core, listener);
    }

    /** A terminal at a socket. */
    record Remote(LineConnection connection) implements Terminal {
        @Override
        public void send(byte[] bytes) throws IOException {
            connection.send(bytes);
        }

        @Override
        public byte[] receive() throws IOException {
            return connection.receive();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** A terminal whose lines are handed over one after the other, as the transport would. */
    final class Local implements Terminal {
        private final AcsCore core;
        private final Conversation conversation;
        private final Queue<byte[]> answers = new ArrayDeque<>();
        private boolean closed;

        Local(AcsCore core, String listener) {
            this.core = core;
            this.conversation = new Conversation(
                    core.listener(listener), new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000));
        }

        @Override
        public void send(byte[] bytes) throws IOException {
            int start = 0;
            for (int i = 0; i < bytes.length && !closed; i++) {
                if (bytes[i] == '\r' || bytes[i] == '\n') {
                    hand(Arrays.copyOfRange(bytes, start, i));
                    start = i + 1;
                }
            }
            if (!closed) {
                hand(Arrays.copyOfRange(bytes, start, bytes.length));
            }
        }

        private void hand(byte[] line) throws IOException {
            if (line.length == 0) {
                return;
            }
            try {
                var reply = core.lines()
                        .handle(conversation, line)
                        .toCompletableFuture()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (reply.bytes().length > 0) {
                    answers.add(withoutTerminator(reply.bytes()));
                }
                closed = reply.close();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(stop);
            } catch (ExecutionException | TimeoutException broken) {
                throw new IOException("the core did not answer", broken);
            }
        }

        private static byte[] withoutTerminator(byte[] answer) {
            int end = answer.length;
            while (end > 0 && (answer[end - 1] == '\r' || answer[end - 1] == '\n')) {
                end--;
            }
            return Arrays.copyOf(answer, end);
        }

        @Override
        public byte[] receive() throws IOException {
            byte[] answer = answers.poll();
            if (answer != null) {
                return answer;
            }
            throw closed
                    ? new EOFException("the server closed the connection")
                    : new SocketTimeoutException("no answer");
        }

        @Override
        public void close() {
            conversation.loseAnswer();
        }
    }
}
