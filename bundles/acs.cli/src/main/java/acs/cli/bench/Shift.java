// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import acs.sip2.Message;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One kiosk at work, from the first errand to the last; its patrons and items are its own. For one thread. */
final class Shift {
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
    private final SplittableRandom random;
    private final Histogram times = new Histogram(LONGEST_NANOS, 3);
    private Errand errand = Errand.status();
    private Optional<Errand> following = Optional.empty();
    private long began;
    private long wrong;
    private String complaint = "";
    private boolean broken;

    /** @param countFrom when the warm-up is over, on the clock of {@link System#nanoTime} */
    Shift(Kiosk kiosk, int number, long countFrom) {
        this.kiosk = kiosk;
        this.number = number;
        this.countFrom = countFrom;
        this.random = new SplittableRandom(number);
    }

    Kiosk kiosk() {
        return kiosk;
    }

    /** How long answers took, in nanoseconds. */
    Histogram times() {
        return times;
    }

    /** How many answers were not the right ones. */
    long wrong() {
        return wrong;
    }

    /** About the first wrong answer, or why it is broken; empty if there is nothing to complain about. */
    String complaint() {
        return complaint;
    }

    boolean isBroken() {
        return broken;
    }

    /** It goes on no more. */
    void breakOff(String why) {
        broken = true;
        complaint = why;
    }

    /** How long it has waited for an answer. */
    long waitingNanos(long now) {
        return now - began;
    }

    /** Sends the next request. */
    void begin() throws IOException {
        Optional<Errand> second = following;
        following = Optional.empty();
        errand = second.orElseGet(this::draw);
        began = System.nanoTime();
        kiosk.send(errand.request());
    }

    /** Takes in what has come; whether that was the whole answer. */
    boolean finish() throws IOException {
        Optional<Message> answer = kiosk.receive();
        if (answer.isEmpty()) {
            return false;
        }
        if (began >= countFrom) {
            times.recordValue(Math.min(System.nanoTime() - began, LONGEST_NANOS));
        }
        if (!errand.isDoneBy(answer.get())) {
            wrong++;
            complaint = complaint.isEmpty() ? errand.request().type() + " was answered " + answer.get() : complaint;
        }
        return true;
    }

    private Errand draw() {
        int draw = random.nextInt(ALL);
        String patron = BenchLibrary.patron(number, random);
        String item = BenchLibrary.item(number, random);
        if (draw < STATUS) {
            return Errand.status();
        }
        if (draw < PATRON_STATUS) {
            return Errand.patronStatus(patron, BenchLibrary.PIN);
        }
        if (draw < PATRON_INFORMATION) {
            return Errand.patronInformation(patron, BenchLibrary.PIN);
        }
        if (draw < ITEM_INFORMATION) {
            return Errand.itemInformation(item);
        }
        following = Optional.of(Errand.checkin(item));
        return Errand.checkout(patron, BenchLibrary.PIN, item);
    }
}
