// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mistake that people make in a file.
 *
 * @param table where it is told of
 * @param right what stands in the flawless file, once
 * @param wrong what they write in its place
 * @param line what leads to it: line, severity, text
 */
record Mistake(String table, String right, String wrong, String line) {

    /** All of them, as the tables in {@code mistakes/} have them. */
    static Stream<Mistake> all() {
        try (Stream<Path> tables = Files.list(Fixtures.path("mistakes"))) {
            return tables.sorted(Comparator.naturalOrder()).flatMap(Mistake::in).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Mistake> in(Path table) {
        List<Mistake> mistakes = new ArrayList<>();
        String name = table.getFileName().toString().replace(".txt", "");
        List<String> lines;
        try {
            lines = Files.readAllLines(table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (int at = 0; at + 2 < lines.size(); at++) {
            if (lines.get(at).startsWith("-")) {
                mistakes.add(new Mistake(
                        name, text(lines.get(at), "-"), text(lines.get(at + 1), "+"), text(lines.get(at + 2), "=")));
            }
        }
        return mistakes.stream();
    }

    private static String text(String line, String mark) {
        assertThat(line).startsWith(mark);
        return line.length() < 2 ? "" : line.substring(2).replace("\\n", "\n");
    }

    /** The file that has it, and no other. */
    String file() {
        String flawless = Fixtures.flawless();
        assertThat(flawless.split(Pattern.quote(right), -1)).as(right).hasSize(2);
        return flawless.replace(right, wrong);
    }

    boolean isError() {
        return line.contains(": error: ");
    }

    @Override
    public String toString() {
        return table + ": " + wrong + " for " + right;
    }
}
