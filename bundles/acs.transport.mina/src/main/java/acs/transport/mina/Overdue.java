// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.transport.Conversation;
import acs.api.transport.Listener;
import java.time.Duration;
import org.apache.mina.core.session.IoSession;

/** Tells what a terminal takes too long for; by a clock that nobody can set. */
final class Overdue {
    private final IoSession session;
    private final Conversation conversation;
    private final long opened = System.nanoTime();

    private volatile boolean secured;
    private volatile long quietSince = opened;
    private volatile long nobodySince = opened;

    /** Output, as seen at the last check; touched by the checking thread only. */
    private long written;

    private long stuckSince = opened;

    /** @param encrypted whether a TLS handshake must come first */
    Overdue(IoSession session, Conversation conversation, boolean encrypted) {
        this.session = session;
        this.conversation = conversation;
        this.secured = !encrypted;
    }

    void secured() {
        secured = true;
    }

    /** A line came. */
    void received() {
        quietSince = System.nanoTime();
    }

    /** A line is answered. */
    void answered() {
        long now = System.nanoTime();
        quietSince = now;
        if (conversation.isLoggedIn()) {
            nobodySince = now;
        }
    }

    /** Whether nothing came and nothing was answered for as long as that. */
    boolean isQuietFor(Duration time, long now) {
        return now - quietSince > time.toNanos();
    }

    /**
     * Why the connection must be closed; empty if it need not.
     *
     * @param partialSince when the line that waits for its end began; 0 if none does
     * @param inHand whether a line is being answered
     */
    String reason(long now, Listener listener, Limits limits, long partialSince, boolean inHand) {
        if (isStuck(now, limits.write())) {
            return "it reads no answers";
        }
        if (!secured && now - opened > limits.message().toNanos()) {
            return "no TLS handshake in time";
        }
        if (inHand) {
            return "";
        }
        if (partialSince != 0 && now - partialSince > limits.message().toNanos()) {
            return "a line without end";
        }
        if (!conversation.isLoggedIn()) {
            return exceeds(listener.loginTimeout(), now - nobodySince) ? "no login in time" : "";
        }
        return exceeds(listener.clientTimeout(), now - quietSince) ? "silent for too long" : "";
    }

    private boolean isStuck(long now, Duration limit) {
        long count = session.getWrittenBytes();
        if (session.getScheduledWriteBytes() == 0 || count != written) {
            written = count;
            stuckSince = now;
        }
        return now - stuckSince > limit.toNanos();
    }

    private static boolean exceeds(Duration limit, long nanos) {
        return !limit.isZero() && nanos > limit.toNanos();
    }
}
