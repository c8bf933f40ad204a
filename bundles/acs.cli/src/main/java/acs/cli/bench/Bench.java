// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Many kiosks at once, and what they measured together. */
final class Bench {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private Bench() {}

    /**
     * What it came to.
     *
     * @param times how long answers took, in nanoseconds
     * @param seconds how long was counted
     * @param wrong answers that were not the right ones
     * @param broken kiosks that gave up, because an answer was lost, damaged, or another one's
     */
    record Result(Histogram times, int seconds, long wrong, long broken, List<String> complaints) {

        boolean isClean() {
            return wrong == 0 && broken == 0;
        }

        String report(int connections, int idle) {
            return String.format(
                    Locale.ROOT,
                    "connections %d working, %d idle%n"
                            + "requests    %d in %d s, each verified%n"
                            + "throughput  %.0f req/s%n"
                            + "latency     p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.1f ms%n"
                            + "errors      %d wrong answers, %d broken connections",
                    connections,
                    idle,
                    times.getTotalCount(),
                    seconds,
                    times.getTotalCount() / (double) seconds,
                    millis(50),
                    millis(95),
                    millis(99),
                    times.getMaxValue() / 1e6,
                    wrong,
                    broken);
        }

        private double millis(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Runs that many kiosks in a closed loop while that many others are logged in and silent. */
    static Result run(InetSocketAddress server, int connections, int idle, int warmUpSeconds, int seconds)
            throws IOException, InterruptedException {
        List<Kiosk> kiosks = new ArrayList<>();
        try {
            for (int i = 0; i < idle + connections; i++) {
                Kiosk kiosk = new Kiosk(server);
                kiosks.add(kiosk);
                kiosk.logIn();
            }
            long countFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUpSeconds);
            List<Shift> shifts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                shifts.add(new Shift(kiosks.get(idle + i), i, countFrom));
            }
            Thread floor = new Thread(new Floor(shifts, countFrom + TimeUnit.SECONDS.toNanos(seconds)), "kiosks");
            floor.start();
            floor.join();
            return sum(shifts, seconds);
        } finally {
            for (Kiosk kiosk : kiosks) {
                kiosk.close();
            }
        }
    }

    private static Result sum(List<Shift> shifts, int seconds) {
        Histogram times = new Histogram(LONGEST_NANOS, 3);
        shifts.forEach(shift -> times.add(shift.times()));
        return new Result(
                times,
                seconds,
                shifts.stream().mapToLong(Shift::wrong).sum(),
                shifts.stream().filter(Shift::isBroken).count(),
                shifts.stream()
                        .map(Shift::complaint)
                        .filter(complaint -> !complaint.isEmpty())
                        .toList());
    }
}
