// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.sip2.MessageType;
import acs.testkit.Transcript.Check;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a transcript wants to know of an answer besides its pattern. */
final class Checks {
    private static final int LONGEST = 8192;

    private final Check check;
    private final Wildcards wildcards;
    private final char delimiter;

    private Checks(Check check, Wildcards wildcards, char delimiter) {
        this.check = check;
        this.wildcards = wildcards;
        this.delimiter = delimiter;
    }

    static Checks of(Check check, Wildcards wildcards, char delimiter) {
        return new Checks(check, wildcards, delimiter);
    }

    /** What is true of every answer: no control character, not too long, every field ended. */
    static void form(byte[] answer, char delimiter) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        require(answer.length <= LONGEST, "the answer has " + answer.length + " bytes", text);
        require(text.chars().noneMatch(c -> c < ' ' && c != delimiter), "the answer has control characters", text);
        String body = text.replaceFirst("(AY\\d)?AZ[0-9A-F]{4}$", "");
        int fixed = 2 + fixedLength(body);
        require(body.length() >= fixed, "the fixed part is too short", text);
        require(
                body.length() == fixed || body.charAt(body.length() - 1) == delimiter,
                "the last field has no delimiter",
                text);
    }

    /** Fails if the answer is not what is wanted. */
    void on(String answer) {
        String wanted = check.text();
        switch (check.kind()) {
            case LIKE -> require(wildcards.finds(wanted, answer), "not like " + wanted, answer);
            case UNLIKE -> require(!wildcards.finds(wanted, answer), "like " + wanted, answer);
            case HAS -> require(count(wanted, answer) > 0, "no field " + wildcards.filled(wanted), answer);
            case NOT -> require(count(wanted, answer) == 0, "a field " + wildcards.filled(wanted), answer);
            case COUNT -> {
                String[] parts = wanted.strip().split(" ", 2);
                long found = count(parts.length < 2 ? "" : parts[1], answer);
                require(found == Long.parseLong(parts[0]), found + " fields, expected " + wanted, answer);
            }
        }
    }

    private long count(String pattern, String answer) {
        return fields(answer).stream()
                .filter(field -> wildcards.matches(pattern, field))
                .count();
    }

    private List<String> fields(String answer) {
        int fixed = Math.min(answer.length(), 2 + fixedLength(answer));
        String tagged = answer.substring(fixed).replaceFirst("(AY\\d)?AZ[0-9A-F]{4}$", "");
        return Arrays.stream(tagged.split(Pattern.quote(String.valueOf(delimiter)), -1))
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static int fixedLength(String answer) {
        return answer.length() < 2
                ? 0
                : MessageType.of(answer.substring(0, 2))
                        .map(MessageType::fixedLength)
                        .orElse(0);
    }

    private static void require(boolean right, String otherwise, String answer) {
        if (!right) {
            throw new AssertionError(otherwise + "\nanswer:   " + answer);
        }
    }
}
