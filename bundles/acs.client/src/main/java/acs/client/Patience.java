// SPDX-License-Identifier: Apache-2.0
package acs.client;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often and how soon something that failed is tried again: after a pause that doubles each time.
 *
 * @param attempts 1 or more, the first one counted
 * @param first the pause after the first attempt
 * @param longest no pause is longer
 */
public record Patience(int attempts, Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: 1 or more)");
        }
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses: " + first + ", " + longest + " (expected: 0 <= first <= longest)");
        }
    }

    /** Five attempts, a quarter of a second to five seconds apart. */
    public static Patience standard() {
        return new Patience(5, Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /** How long it is waited after the given attempt, 1 for the first. */
    public Duration after(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    void pause(int attempt) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(after(attempt).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts");
        }
    }
}
