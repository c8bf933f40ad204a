// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What transcripts may call given: each sentence stands on a line of its own, what the database is told is indented below. */
final class Sentences {
    private Sentences() {}

    static Map<String, String> read(Path file) {
        Map<String, String> sentences = new LinkedHashMap<>();
        try {
            String sentence = "";
            for (String line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith(" ")) {
                    sentences.merge(sentence, line.strip(), (one, other) -> one + " " + other);
                } else {
                    sentence = line.strip();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
