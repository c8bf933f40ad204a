// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests the engine answers in a second without sockets and database: closed loops of kiosks that send patron
 * status, item information and status requests in turn. Arguments: kiosks, seconds.
 */
final class EngineBenchmark {
    private static final List<byte[]> REQUESTS = List.of(
            "2300120260115    093000AOMAIN|AAP110|AC|AD1234|".getBytes(StandardCharsets.US_ASCII),
            "6300120260115    093000  Y       AOMAIN|AAP110|AC|AD1234|".getBytes(StandardCharsets.US_ASCII),
            "1720260115    093000AOMAIN|ABI001|".getBytes(StandardCharsets.US_ASCII),
            "9900402.00".getBytes(StandardCharsets.US_ASCII));

    /** As many threads as a transport would have for its sockets. */
    private static final Executor IO = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "io");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong answers = new AtomicLong();
    private volatile boolean stop;

    public static void main(String[] arguments) throws InterruptedException {
        int kiosks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new EngineBenchmark().run(kiosks, seconds);
    }

    private void run(int kiosks, int seconds) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(kiosks);
        try (Harness harness = Harness.withShelf(new Shelf())) {
            List<Kiosk> all = new ArrayList<>();
            for (int i = 0; i < kiosks; i++) {
                all.add(harness.loggedIn());
            }
            Thread io = new Thread(() -> all.forEach(kiosk -> next(kiosk, 0, ended)));
            io.start();
            for (int round = 0; round < seconds; round++) {
                long before = answers.get();
                long cpu = processor();
                TimeUnit.SECONDS.sleep(1);
                long count = Math.max(1, answers.get() - before);
                System.out.printf(
                        Locale.ROOT,
                        "%,d requests/s, %.1f us of processor time each%n",
                        count,
                        (processor() - cpu) / 1000.0 / count);
            }
            stop = true;
            ended.await();
        }
    }

    /** Nanoseconds that the process had of all processors. */
    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private void next(Kiosk kiosk, int turn, CountDownLatch ended) {
        if (stop) {
            ended.countDown();
            return;
        }
        byte[] request = REQUESTS.get(turn % REQUESTS.size());
        CompletableFuture<Void> unused =
                kiosk.sendAhead(request).thenAcceptAsync(reply -> note(kiosk, reply, turn, ended), IO);
    }

    private void note(Kiosk kiosk, Reply reply, int turn, CountDownLatch ended) {
        if (reply.bytes().length < 20) {
            throw new IllegalStateException("not an answer");
        }
        answers.incrementAndGet();
        next(kiosk, turn + 1, ended);
    }
}
