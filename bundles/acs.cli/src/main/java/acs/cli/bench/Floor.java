// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many kiosks on one thread, so that measuring takes little of the machine that is measured: a kiosk sends its next
 * request when its answer came.
 */
final class Floor implements Runnable {
    private static final long LOOK_MILLIS = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Shift> shifts;
    private final long until;

    /** @param until when all stop, on the clock of {@link System#nanoTime} */
    Floor(List<Shift> shifts, long until) {
        this.shifts = shifts;
        this.until = until;
    }

    @Override
    public void run() {
        try (Selector selector = Selector.open()) {
            for (Shift shift : shifts) {
                shift.kiosk().channel().configureBlocking(false);
                shift.kiosk().channel().register(selector, SelectionKey.OP_READ, shift);
                shift.begin();
            }
            long looked = System.nanoTime();
            while (!selector.keys().isEmpty()) {
                selector.select(this::answered, LOOK_MILLIS);
                if (System.nanoTime() - looked > TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
                    selector.keys().forEach(this::look);
                    looked = System.nanoTime();
                }
            }
        } catch (IOException failure) {
            shifts.forEach(shift -> shift.breakOff(String.valueOf(failure)));
        }
    }

    private void answered(SelectionKey key) {
        Shift shift = (Shift) key.attachment();
        try {
            if (!shift.finish()) {
                return;
            }
            if (System.nanoTime() < until) {
                shift.begin();
            } else {
                key.cancel();
            }
        } catch (IOException failure) {
            shift.breakOff(String.valueOf(failure));
            key.cancel();
        }
    }

    private void look(SelectionKey key) {
        Shift shift = (Shift) key.attachment();
        if (key.isValid() && shift.waitingNanos(System.nanoTime()) > PATIENCE_NANOS) {
            shift.breakOff("no answer in " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s");
            key.cancel();
        }
    }
}
