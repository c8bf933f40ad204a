// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.itest.LiveServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Terminals that work without a pause while something is done to the server. Each answer is verified; a terminal that got
 * a wrong one, or none, or lost its connection, stops and says so.
 */
final class SwapLoad implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Timings timings = new Timings();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean done;

    /** Terminals at work from now on, one for each round; they are logged in when this returns. */
    static SwapLoad of(int port, List<? extends Round> rounds) throws IOException {
        SwapLoad load = new SwapLoad();
        for (Round round : rounds) {
            Terminal terminal = new Terminal(port, load.timings);
            if (!terminal.ask(round.login()).equals("941")) {
                terminal.close();
                throw new IOException("a terminal cannot log in");
            }
            Thread thread = new Thread(() -> load.work(terminal, round), "terminal");
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void work(Terminal terminal, Round round) {
        try (terminal) {
            String complaint = "";
            while (!done && complaint.isEmpty()) {
                complaint = round.go(terminal);
            }
            if (!complaint.isEmpty()) {
                complaints.add(complaint);
            }
        } catch (IOException | RuntimeException broken) {
            complaints.add(broken.toString());
        }
    }

    /** How long answers took. */
    Timings timings() {
        return timings;
    }

    /** What terminals complained of. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Waits until the terminals have got that many more answers, all of them right. */
    void await(int more) throws InterruptedException {
        long enough = timings.total() + more;
        LiveServer.waitUntil(
                "terminals got " + more + " more answers", () -> timings.total() >= enough || !complaints.isEmpty());
        assertThat(complaints).isEmpty();
    }

    /** Has the terminals end their rounds; fails if one of them has a complaint. */
    void finish() throws InterruptedException {
        done = true;
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (Thread thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(end - System.nanoTime(), 1));
            assertThat(thread.isAlive())
                    .as("a terminal still waits for an answer")
                    .isFalse();
        }
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        done = true;
    }
}
