// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.swap.Lease;
import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Listener.Dialogue;
import acs.api.transport.Reply;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One terminal's connection: hands its lines to the line handler one by one and sends what comes back.
 *
 * <p>Whatever happens, on whichever thread, calls {@link #run}; one thread at a time works, the others leave a note. So
 * the order of answers is kept, and nobody waits.
 */
final class Connection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** How many lines are remembered with the time of their arrival while there is no line handler. */
    private static final int MOST_SET_ASIDE = 16;

    /** How many bytes, and how many answers, may wait to be sent before the next line is handed on. */
    private static final int MOST_OUTPUT = 64 * 1024;

    /** MINA's TLS loses answers if more than 64 of them wait. */
    private static final int MOST_ANSWERS = 32;

    private static final class Line {
        final byte[] bytes;
        final long since = System.nanoTime();

        Line(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final IoSession session;
    private final Conversation conversation;
    private final Supplier<Settings> settings;
    private final Supplier<Limits> limits;
    private final LineHandlers handlers;

    private final Framing framing = new Framing();
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicInteger notes = new AtomicInteger();
    private final AtomicReference<@Nullable Reply> answer = new AtomicReference<>();
    private final Overdue overdue;

    // Touched by the working thread only; read by others where volatile.
    private final ArrayDeque<Line> lines = new ArrayDeque<>(1);
    private @Nullable TelnetDialogue dialogue;
    private boolean leaving;
    private volatile boolean inHand;

    private volatile boolean reading = true;
    private volatile boolean outputFull;
    private volatile boolean inputClosed;
    private volatile boolean broken;
    private volatile boolean forsaken;
    private volatile boolean stopping;

    Connection(
            IoSession session,
            Conversation conversation,
            Supplier<Settings> settings,
            Supplier<Limits> limits,
            LineHandlers handlers) {
        this.session = session;
        this.conversation = conversation;
        this.settings = settings;
        this.limits = limits;
        this.handlers = handlers;
        this.overdue = new Overdue(
                session, conversation, settings.get().endpoint().tls().on());
        if (conversation.listener().dialogue() == Dialogue.TELNET && !conversation.isLoggedIn()) {
            dialogue = new TelnetDialogue();
            write(TelnetDialogue.NAME_PROMPT);
        }
    }

    Conversation conversation() {
        return conversation;
    }

    /** Bytes came; called on the I/O thread. */
    void received(ByteBuffer bytes) {
        framing.append(bytes);
        if (framing.size() > mostInput()) {
            read(false);
        }
        run();
    }

    /** The terminal will send no more, but may wait for answers; called on the I/O thread. */
    void receivedAll() {
        inputClosed = true;
        run();
    }

    /** Output went out; called on the I/O thread. */
    void sent() {
        unsent.decrementAndGet();
        if (outputFull) {
            run();
        }
    }

    /** TLS is established. */
    void secured() {
        overdue.secured();
    }

    /** Nothing new is begun; closes once the line in hand is answered. */
    void stop() {
        stopping = true;
        run();
    }

    /** The socket failed. */
    void broke() {
        broken = true;
    }

    /** The socket is closed. */
    void closed() {
        handlers.forget(this);
        if (broken || inHand || unsent.get() > 0) {
            conversation.loseAnswer();
        }
    }

    /** Closes if something took too long; called now and then. */
    void check(long now) {
        String reason = overdue.reason(now, settings.get().listener(), limits.get(), framing.partialSince(), inHand);
        if (reason.isEmpty()
                && inputClosed
                && forsaken
                && overdue.isQuietFor(limits.get().patience(), now)) {
            reason = "it left, and nobody came to answer it";
        }
        if (!reason.isEmpty()) {
            LOG.debug("{}: closed: {}", conversation, reason);
            session.closeNow();
        }
    }

    /** Does what there is to do, unless another thread is at it: then that one does it. */
    @Override
    public void run() {
        if (notes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            work();
            seen = notes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void work() {
        boolean more = true;
        while (more && !leaving) {
            if (inHand) {
                Reply reply = answer.getAndSet(null);
                if (reply == null) {
                    break;
                }
                inHand = false;
                overdue.answered();
                send(reply);
            }
            more = !leaving && handOn();
        }
        boolean idle = !inHand && lines.isEmpty() && !outputFull;
        read(!leaving && !inputClosed && !stopping && (idle || framing.size() <= mostInput()));
    }

    /** Hands the next line on; whether there was one. */
    private boolean handOn() {
        if (stopping) {
            leave();
            return false;
        }
        outputFull = isOutputFull();
        // Asked twice: what was sent before the flag was up has not called us.
        if (outputFull && isOutputFull()) {
            return false;
        }
        outputFull = false;
        Line line = firstLine();
        if (line == null) {
            String fault = framing.fault(limits.get().emptyLines());
            if (!fault.isEmpty()) {
                LOG.debug("{}: closed: {}", conversation, fault);
            }
            if (inputClosed || !fault.isEmpty()) {
                leave();
            }
            return false;
        }
        Optional<Lease<LineHandler>> lease = handlers.lease(this);
        forsaken = lease.isEmpty();
        if (forsaken) {
            setAside();
            return false;
        }
        lines.remove();
        if (System.nanoTime() - line.since > limits.get().patience().toNanos()) {
            LOG.debug("{}: a line is dropped that waited for a line handler for too long", conversation);
            lease.get().close();
            return true;
        }
        inHand = true;
        ask(lease.get(), line.bytes);
        return true;
    }

    private void ask(Lease<LineHandler> lease, byte[] line) {
        CompletionStage<Reply> stage;
        try {
            stage = dialogue == null
                    ? lease.part().handle(conversation, line)
                    : dialogue.answer(lease.part(), conversation, line);
        } catch (RuntimeException | LinkageError e) {
            stage = CompletableFuture.failedFuture(e);
        }
        stage.whenComplete((reply, failure) -> {
            lease.close();
            if (failure != null) {
                LOG.warn("{}: no answer to a line", conversation, failure);
            }
            answer.set(reply == null ? Reply.none() : reply);
            run();
        });
    }

    private void send(Reply reply) {
        if (dialogue != null && dialogue.isOver()) {
            dialogue = null;
        }
        if (reply.bytes().length > 0) {
            write(reply.bytes());
        }
        if (reply.close()) {
            leave();
        }
    }

    private void write(byte[] bytes) {
        unsent.incrementAndGet();
        session.write(IoBuffer.wrap(bytes));
    }

    private boolean isOutputFull() {
        return unsent.get() >= MOST_ANSWERS || session.getScheduledWriteBytes() > MOST_OUTPUT;
    }

    private void leave() {
        leaving = true;
        lines.clear();
        session.closeOnFlush();
    }

    private @Nullable Line firstLine() {
        return lines.isEmpty() && !takeLine() ? null : lines.peek();
    }

    /** Nobody is there: notes when the lines came that are there. */
    private void setAside() {
        while (lines.size() < MOST_SET_ASIDE && takeLine()) {
            // One more is set aside.
        }
    }

    private boolean takeLine() {
        byte[] bytes = framing.next(settings.get().maxMessage(), dialogue != null);
        if (bytes == null) {
            return false;
        }
        conversation.received(Instant.now());
        overdue.received();
        return lines.add(new Line(bytes));
    }

    private int mostInput() {
        return Math.max(settings.get().maxMessage(), 16 * 1024);
    }

    private synchronized void read(boolean wanted) {
        if (wanted == reading) {
            return;
        }
        reading = wanted;
        if (wanted) {
            session.resumeRead();
        } else {
            session.suspendRead();
        }
    }
}
