// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One kiosk at work, from the first errand to the last; its patrons and items are its own. */
final class Shift implements Callable<Shift.Result> {
    /** What is asked for, of a hundred errands: 99, 23, 63, 17; the rest are pairs of 11 and 09. */
    private static final int STATUS = 10;

    private static final int PATRON_STATUS = STATUS + 25;
    private static final int PATRON_INFORMATION = PATRON_STATUS + 25;
    private static final int ITEM_INFORMATION = PATRON_INFORMATION + 20;
    /** The two requests of a pair are two of the hundred, so half as many pairs are drawn. */
    private static final int ALL = ITEM_INFORMATION + 10;

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Kiosk kiosk;
    private final int number;
    private final long countFrom;
    private final long until;
    private final SplittableRandom random;
    private final Histogram times = new Histogram(LONGEST_NANOS, 3);
    private long wrong;
    private String complaint = "";

    /**
     * What a shift came to.
     *
     * @param times how long answers took, in nanoseconds
     * @param wrong how many answers were not the right ones
     * @param complaint about the first of these; empty if there was none
     */
    record Result(Histogram times, long wrong, String complaint) {}

    /**
     * @param countFrom when the warm-up is over, and
     * @param until when the shift is, on the clock of {@link System#nanoTime}
     */
    Shift(Kiosk kiosk, int number, long countFrom, long until) {
        this.kiosk = kiosk;
        this.number = number;
        this.countFrom = countFrom;
        this.until = until;
        this.random = new SplittableRandom(number);
    }

    @Override
    public Result call() throws IOException {
        while (System.nanoTime() < until) {
            int draw = random.nextInt(ALL);
            String patron = BenchLibrary.patron(number, random);
            String item = BenchLibrary.item(number, random);
            if (draw < STATUS) {
                run(Errand.status());
            } else if (draw < PATRON_STATUS) {
                run(Errand.patronStatus(patron, BenchLibrary.PIN));
            } else if (draw < PATRON_INFORMATION) {
                run(Errand.patronInformation(patron, BenchLibrary.PIN));
            } else if (draw < ITEM_INFORMATION) {
                run(Errand.itemInformation(item));
            } else {
                run(Errand.checkout(patron, BenchLibrary.PIN, item));
                run(Errand.checkin(item));
            }
        }
        return new Result(times, wrong, complaint);
    }

    private void run(Errand errand) throws IOException {
        long start = System.nanoTime();
        String wrongness = kiosk.run(errand);
        long end = System.nanoTime();
        if (start >= countFrom) {
            times.recordValue(Math.min(end - start, LONGEST_NANOS));
        }
        if (!wrongness.isEmpty()) {
            wrong++;
            complaint = complaint.isEmpty() ? wrongness : complaint;
        }
    }
}
