// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoProcessor;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The I/O loops, shared by all listeners; a session stays with one of them.
 *
 * <p>MINA changes a session's interest in reading on the thread that asks for it. That races with the loop's own changes,
 * so that one of them may get lost, and does not wake the loop up. Here the loop does it itself.
 */
final class Processors implements IoProcessor<NioSession> {
    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);

    private final List<NioProcessor> loops;

    Processors(Executor threads, int count) {
        loops = IntStream.range(0, count)
                .<NioProcessor>mapToObj(index -> new IoLoop(threads))
                .toList();
    }

    @Override
    public void add(NioSession session) {
        of(session).add(session);
    }

    @Override
    public void flush(NioSession session) {
        of(session).flush(session);
    }

    @Override
    public void write(NioSession session, WriteRequest request) {
        of(session).write(session, request);
    }

    @Override
    public void updateTrafficControl(NioSession session) {
        of(session).updateTrafficMask(session);
    }

    @Override
    public void remove(NioSession session) {
        of(session).remove(session);
    }

    @Override
    public void dispose() {
        loops.forEach(NioProcessor::dispose);
    }

    @Override
    public boolean isDisposing() {
        return loops.get(0).isDisposing();
    }

    @Override
    public boolean isDisposed() {
        return loops.get(0).isDisposed();
    }

    /** MINA logs an error for every terminal that drops its connection. */
    private static final class IoLoop extends NioProcessor {
        IoLoop(Executor threads) {
            super(threads);
        }

        @Override
        protected int read(NioSession session, IoBuffer buffer) throws Exception {
            try {
                return super.read(session, buffer);
            } catch (IOException lost) {
                LOG.debug("{}: connection lost: {}", session.getRemoteAddress(), lost.getMessage());
                Door.broke(session);
                session.closeNow();
                return 0;
            }
        }
    }

    private NioProcessor of(NioSession session) {
        return loops.get((int) (session.getId() % loops.size()));
    }
}
