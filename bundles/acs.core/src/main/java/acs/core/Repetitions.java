// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Conversation;
import acs.api.transport.Exchange;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a request that changes something and comes again on another connection: a terminal whose connection broke
 * before it had the answer connects anew and sends the same thing, which must not be done twice.
 *
 * <p>What is kept of a connection is its last such request, by a digest of account, terminal and bytes, for as long as a
 * terminal goes on trying. The same bytes are taken for the same request if
 *
 * <ul>
 *   <li>the first is still being dealt with; then the second waits for its answer, or
 *   <li>the answer was the last thing on its connection, and that connection broke under it; or else the date in
 *       the request is of now, so that nobody can mean anything else by it.
 * </ul>
 *
 * <p>Safe for use by many threads.
 */
final class Repetitions {
    /** As many as there may be connections, and some that have gone. */
    private static final int CAPACITY = 50_000;

    /** A digest of what makes requests the same. */
    record Key(ByteBuffer digest) {

        /** @param body of the line, without its trailer: that has another number the second time */
        static Key of(String account, String location, InetAddress address, byte[] body) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String part : new String[] {account, location, address.getHostAddress()}) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                return new Key(ByteBuffer.wrap(digest.digest(body)));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("SHA-256 is part of every Java platform", missing);
            }
        }
    }

    /** A request that is being dealt with, or was. */
    final class Ticket {
        private final Key key;
        private final long until;
        private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
        /** Guarded by the register, like the next. */
        private Conversation conversation;

        private @Nullable Exchange exchange;

        private Ticket(Key key, Conversation conversation, long until) {
            this.key = key;
            this.conversation = conversation;
            this.until = until;
        }

        /** The answer without trailer; empty if nothing was done. Never completes exceptionally. */
        CompletionStage<Optional<byte[]>> answer() {
            return body;
        }

        /** It was dealt with. */
        void answered(byte[] bodyOfAnswer, Exchange with) {
            passTo(conversation, with);
            body.complete(Optional.of(bodyOfAnswer));
        }

        /** Nothing was done: who repeats it makes a new request. */
        void dropped() {
            forget(this);
            body.complete(Optional.empty());
        }

        /** The answer was given once more, on this connection. */
        void passTo(Conversation to, Exchange with) {
            synchronized (Repetitions.this) {
                conversation = to;
                exchange = with;
                latest.put(to.id(), this);
            }
        }

        private boolean isMeantBy(Conversation other, boolean recent) {
            if (conversation.id() == other.id()) {
                return false;
            }
            return !body.isDone() || (conversation.last() == exchange && (conversation.isAnswerLost() || recent));
        }
    }

    /** A request that came, and whether it is one that came before. */
    record Arrival(Ticket ticket, boolean again) {}

    /** Guarded by this; oldest first. */
    private final Map<Key, Ticket> tickets = new LinkedHashMap<>();
    /** Guarded by this: the one ticket of a connection. */
    private final Map<Long, Ticket> latest = new HashMap<>();

    /**
     * A request came.
     *
     * @param recent whether the date in it is of now
     * @param memory how long it is to be recognised
     */
    synchronized Arrival enter(Key key, Conversation conversation, boolean recent, Duration memory) {
        long now = System.nanoTime();
        Ticket earlier = tickets.get(key);
        if (earlier != null && now - earlier.until < 0 && earlier.isMeantBy(conversation, recent)) {
            return new Arrival(earlier, true);
        }
        Ticket before = latest.get(conversation.id());
        if (before != null) {
            forget(before);
        }
        if (earlier != null) {
            forget(earlier);
        }
        Ticket ticket = new Ticket(key, conversation, now + memory.toNanos());
        tickets.put(key, ticket);
        latest.put(conversation.id(), ticket);
        makeRoom(now);
        return new Arrival(ticket, false);
    }

    synchronized int size() {
        return tickets.size();
    }

    private synchronized void forget(Ticket ticket) {
        tickets.remove(ticket.key, ticket);
        latest.remove(ticket.conversation.id(), ticket);
    }

    private void makeRoom(long now) {
        Iterator<Ticket> oldestFirst = tickets.values().iterator();
        while (oldestFirst.hasNext()) {
            Ticket oldest = oldestFirst.next();
            if (tickets.size() <= CAPACITY && now - oldest.until < 0) {
                return;
            }
            oldestFirst.remove();
            latest.remove(oldest.conversation.id(), oldest);
        }
    }
}
