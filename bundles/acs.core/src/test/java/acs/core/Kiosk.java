// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Listener;
import acs.api.transport.Reply;
import acs.sip2.Trailer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A terminal at the other end of a connection that has no socket. */
final class Kiosk {
    private final LineHandler server;
    final Conversation conversation;
    private boolean closed;

    Kiosk(LineHandler server, Listener listener, String from) {
        this.server = server;
        try {
            InetAddress address = InetAddress.getByName(from);
            this.conversation = new Conversation(listener, new InetSocketAddress(address, 50_000));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(from, impossible);
        }
    }

    /** Sends a line and returns the answer without its terminator; empty if there is none. */
    String send(String line) {
        byte[] answer = send(line.getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8).stripTrailing();
    }

    /** Sends a line with a sequence number and the right checksum. */
    String sendSealed(String body, int sequence) {
        return send(new String(
                Trailer.append(body.getBytes(StandardCharsets.UTF_8), OptionalInt.of(sequence)),
                StandardCharsets.UTF_8));
    }

    byte[] send(byte[] line) {
        return await(sendAhead(line)).bytes();
    }

    /** Sends a line and does not wait. */
    CompletableFuture<Reply> sendAhead(byte[] line) {
        return server.handle(conversation, line).toCompletableFuture().thenApply(this::note);
    }

    CompletableFuture<Reply> sendAhead(String line) {
        return sendAhead(line.getBytes(StandardCharsets.UTF_8));
    }

    private Reply note(Reply reply) {
        closed |= reply.close();
        return reply;
    }

    boolean dialogue(String name, String password) {
        return await(server.login(conversation, name, password.toCharArray()).toCompletableFuture());
    }

    boolean isClosed() {
        return closed;
    }

    /** What every test waits for at most. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
