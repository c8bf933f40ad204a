// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server takes from the machine, as Linux tells; zeros elsewhere.
 *
 * @param residentKiB its memory
 * @param threads how many it has
 */
record Footprint(long residentKiB, long threads) {

    /** The server that runs on the data folder. */
    static Footprint of(Path data) throws IOException {
        Path status = Path.of("/proc", Files.readString(data.resolve("acs.pid")).strip(), "status");
        if (!Files.exists(status)) {
            return new Footprint(0, 0);
        }
        List<String> lines = Files.readAllLines(status);
        return new Footprint(number(lines, "VmRSS:"), number(lines, "Threads:"));
    }

    private static long number(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public String toString() {
        return "server      " + residentKiB / 1024 + " MiB resident, " + threads + " threads";
    }
}
