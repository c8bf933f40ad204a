// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Forces commits to the disk in groups: what was committed is saved when a write that began after it is complete, so that
 * fifty terminals cost one write.
 *
 * <p>The writing is done by a thread of its own, which nobody interrupts: an interrupted write would look complete without
 * being so. Safe for use by many threads.
 */
final class CommitBarrier implements AutoCloseable {

    /** Forces everything that is committed to the disk. */
    interface Sync {
        void force() throws SQLException;
    }

    /** Writes begin this much apart at least: each costs about as much for one commit as for twenty. */
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final Sync sync;
    private final Thread writer;
    /** The write that began last. */
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

    private CompletableFuture<Boolean> next = new CompletableFuture<>();
    /** Whether something was committed since that write began. */
    private boolean needed;

    private boolean closed;

    private CommitBarrier(Sync sync) {
        this.sync = sync;
        this.writer = new Thread(this::write, "acs-ils-commit");
        writer.setDaemon(true);
    }

    /** A barrier whose thread runs until it is closed. */
    static CommitBarrier open(Sync sync) {
        CommitBarrier barrier = new CommitBarrier(sync);
        barrier.writer.start();
        return barrier;
    }

    /** Something was committed. */
    synchronized void committed() {
        needed = true;
        notifyAll();
    }

    /** Completes when everything of which this barrier was told before this call is on the disk. */
    synchronized CompletionStage<?> saved() {
        return needed ? next : last;
    }

    /** Writes what was committed and stops. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        long begun = System.nanoTime() - APART_NANOS;
        while (true) {
            CompletableFuture<Boolean> turn;
            synchronized (this) {
                while (!needed && !closed) {
                    try {
                        wait();
                    } catch (InterruptedException meaningless) {
                        // It stops when it is closed, and not before: somebody may wait.
                    }
                }
                if (!needed) {
                    next.completeExceptionally(new SQLException("the database is closed"));
                    return;
                }
            }
            gather(begun + APART_NANOS);
            synchronized (this) {
                turn = next;
                last = turn;
                next = new CompletableFuture<>();
                needed = false;
            }
            begun = System.nanoTime();
            try {
                sync.force();
                turn.complete(true);
            } catch (SQLException | RuntimeException failure) {
                turn.completeExceptionally(new SQLException("the commit did not reach the disk", failure));
            }
        }
    }

    /** Under load the group grows until the last write is some time ago; who is alone does not wait. */
    private static void gather(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
