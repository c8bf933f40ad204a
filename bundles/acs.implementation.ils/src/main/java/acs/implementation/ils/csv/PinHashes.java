// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;

import acs.api.data.Progress;
import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The hashes of the plain PINs of a file, in the order of its rows.
 *
 * <p>They are made before the database is touched, by all processors, and at the least cost that bcrypt advises: a real
 * cost would take hours for a city's patrons. Whoever checks a PIN for the first time makes up for it.
 */
final class PinHashes {
    private static final int COST = 5;
    private static final int TOGETHER = 500;
    private static final int LENGTH = 60;

    private final List<byte[]> blocks = new ArrayList<>();
    private int next;

    private PinHashes() {}

    /** No hashes. */
    static PinHashes none() {
        return new PinHashes();
    }

    static PinHashes of(Path patrons, Today today, long total, Progress progress) throws IOException {
        PinHashes hashes = new PinHashes();
        List<String> pins = new ArrayList<>();
        long done = 0;
        try (CsvFile csv = CsvFile.open(patrons, DataFile.PATRONS, today, new Problems())) {
            for (Optional<Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                String pin = row.get().text("pin");
                if (!pin.isEmpty() && !pin.startsWith(Kind.HASHED)) {
                    pins.add(pin);
                }
                if (pins.size() == TOGETHER) {
                    hashes.add(pins);
                    done += pins.size();
                    progress.reached(Progress.Step.HASH, Math.min(done, total), total);
                    pins.clear();
                }
            }
        }
        hashes.add(pins);
        progress.reached(Progress.Step.HASH, total, total);
        return hashes;
    }

    /** The hash of the next plain PIN. */
    String take() {
        byte[] block = blocks.get(next / TOGETHER);
        int from = next % TOGETHER * LENGTH;
        next++;
        return new String(block, from, LENGTH, US_ASCII);
    }

    /** Begins with the first one again. */
    void rewind() {
        next = 0;
    }

    private void add(List<String> pins) {
        byte[] block = new byte[pins.size() * LENGTH];
        IntStream.range(0, pins.size()).parallel().forEach(i -> {
            byte[] hash = BCrypt.withDefaults().hash(COST, pins.get(i).toCharArray());
            System.arraycopy(hash, 0, block, i * LENGTH, LENGTH);
        });
        blocks.add(block);
    }
}
