// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it has to go, read from a {@code .sip} file: what terminals send, what comes back, what is to be
 * looked at. Immutable. The format is described in {@code docs/protocol/transcripts.md}.
 *
 * @param name the file's, without its ending
 * @param headers what is said before the first step, by lower-case names: {@code account}, {@code listener} …
 * @param steps in order
 */
public record Transcript(String name, Map<String, String> headers, List<Step> steps) {

    public Transcript {
        headers = Map.copyOf(headers);
        steps = List.copyOf(steps);
    }

    /** What ends the name of a transcript's file. */
    public static final String ENDING = ".sip";

    /** One line of it. */
    public sealed interface Step {
        /** The number of the line in the file. */
        int line();
    }

    /** The terminal of a connection sends a line; the text has its escapes still. */
    public record Send(int line, String connection, String text) implements Step {}

    /** The terminal of a connection hangs up. */
    public record HangUp(int line, String connection) implements Step {}

    /** The server answers; the text is a pattern. */
    public record Answer(int line, String connection, String pattern) implements Step {}

    /** The server does not answer. */
    public record Silence(int line, String connection) implements Step {}

    /** The server closes the connection. */
    public record Closed(int line, String connection) implements Step {}

    /** Something more about the last answer. */
    public record Check(int line, Kind kind, String text) implements Step {
        /** What about it. */
        public enum Kind {
            /** It has a field like this. */
            HAS,
            /** It has no field like this. */
            NOT,
            /** So many of its fields are like this. */
            COUNT,
            /** The regular expression is found in it. */
            LIKE,
            /** The regular expression is not found in it. */
            UNLIKE
        }
    }

    /** Something happens in the library. */
    public record Given(int line, String sentence) implements Step {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if a line is none that a transcript may have; the message names it
     */
    public static Transcript read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return TranscriptReader.read(
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name,
                Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Reads a text. */
    public static Transcript parse(String name, String text) {
        return TranscriptReader.read(name, text);
    }

    /** What the header says; empty if there is none. */
    public String header(String header) {
        return headers.getOrDefault(header, "");
    }

    /** What the header says for a connection, or for all of them. */
    public String header(String header, String connection) {
        return headers.getOrDefault(header + connection, header(header));
    }
}
