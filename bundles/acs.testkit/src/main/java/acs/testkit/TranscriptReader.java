// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.testkit.Transcript.Answer;
import acs.testkit.Transcript.Check;
import acs.testkit.Transcript.Closed;
import acs.testkit.Transcript.Given;
import acs.testkit.Transcript.HangUp;
import acs.testkit.Transcript.Send;
import acs.testkit.Transcript.Silence;
import acs.testkit.Transcript.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lines of a transcript apart. */
final class TranscriptReader {
    private static final Pattern LINE = Pattern.compile("([A-Za-z]+?)(\\d*):(?: (.*))?");
    private static final List<String> HEADERS =
            List.of("account", "listener", "encoding", "delimiter", "trailers", "configuration", "setting");

    private final String name;
    private final Map<String, String> headers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private TranscriptReader(String name) {
        this.name = name;
    }

    static Transcript read(String name, String text) {
        TranscriptReader reader = new TranscriptReader(name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                reader.read(i + 1, lines.get(i));
            }
        }
        if (reader.steps.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing is sent");
        }
        return new Transcript(name, reader.headers, reader.steps);
    }

    private void read(int number, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(number, line);
        }
        String word = parts.group(1);
        String connection = parts.group(2);
        String text = parts.group(3) == null ? "" : parts.group(3);
        switch (word) {
            case "C" ->
                steps.add(
                        text.equals("(hang up)") ? new HangUp(number, connection) : new Send(number, connection, text));
            case "S" -> steps.add(answer(number, connection, text));
            case "given" -> steps.add(new Given(number, text.strip()));
            case "has", "not", "count", "like", "unlike" ->
                steps.add(new Check(number, Check.Kind.valueOf(word.toUpperCase(Locale.ROOT)), text));
            default -> header(number, line, word, connection, text);
        }
    }

    private static Step answer(int number, String connection, String text) {
        return switch (text) {
            case "(nothing)" -> new Silence(number, connection);
            case "(closed)" -> new Closed(number, connection);
            default -> new Answer(number, connection, text);
        };
    }

    private void header(int number, String line, String word, String connection, String text) {
        if (!HEADERS.contains(word) || !steps.isEmpty()) {
            throw wrong(number, line);
        }
        headers.merge(word + connection, text.strip(), (one, other) -> one + "\n" + other);
    }

    private IllegalArgumentException wrong(int number, String line) {
        return new IllegalArgumentException(name + ":" + number + ": " + line
                + " (expected: C:, S:, has:, not:, count:, like:, unlike:, given:, or before all of them one of "
                + HEADERS + ")");
    }
}
