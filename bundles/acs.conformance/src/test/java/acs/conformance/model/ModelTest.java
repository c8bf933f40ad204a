// SPDX-License-Identifier: Apache-2.0
package acs.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever terminals do wrong and however often: every answer is the right one, and in the end the database is as the
 * model says. {@code -Dmodel.requests=1000000 -Dmodel.terminals=200} makes it a long run; {@code -Dmodel.seed} another one.
 */
class ModelTest {
    private static final int TERMINALS = Integer.getInteger("model.terminals", 40);
    private static final int REQUESTS = Integer.getInteger("model.requests", 4_000);
    private static final long SEED = Long.getLong("model.seed", 1);

    @Test
    void unreliableTerminalsGetRightAnswersAndEveryEffectOnce(@TempDir Path folder, TestReporter report)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
        long start = System.nanoTime();
        try (World world = World.of(TERMINALS, folder)) {
            List<Future<Map<String, String>>> terminals = new ArrayList<>();
            for (int number = 0; number < TERMINALS; number++) {
                terminals.add(threads.submit(new UnreliableTerminal(
                        world.server().address(""), number, REQUESTS / TERMINALS, SEED * TERMINALS)));
            }
            Map<String, String> expected = new TreeMap<>();
            for (Future<Map<String, String>> terminal : terminals) {
                expected.putAll(terminal.get());
            }

            assertThat(world.state()).as("seed " + SEED).isEqualTo(expected);
            report.publishEntry(TERMINALS + " terminals, " + REQUESTS + " requests, seed " + SEED + ": all right in "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        } finally {
            threads.shutdownNow();
        }
    }
}
