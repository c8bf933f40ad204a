// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.sip2.Fixed;
import acs.sip2.MessageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says by field in what an answer differs from what was expected. */
final class Difference {
    private static final String ANY = "...";

    private final Wildcards wildcards;
    private final String delimiter;
    private final List<String> sentences = new ArrayList<>();

    private Difference(Wildcards wildcards, char delimiter) {
        this.wildcards = wildcards;
        this.delimiter = String.valueOf(delimiter);
    }

    /** Lines to read for a person; none if no field differs. */
    static List<String> of(Wildcards wildcards, char delimiter, String pattern, String answer) {
        Difference difference = new Difference(wildcards, delimiter);
        difference.compare(wildcards.filled(pattern), answer);
        return difference.sentences;
    }

    private void compare(String expected, String answer) {
        if (answer.length() < 2 || !wildcards.matches(start(expected, 2), start(answer, 2))) {
            sentences.add("message: expected " + start(expected, 2) + ", was " + start(answer, 2));
            return;
        }
        Optional<MessageType> type = MessageType.of(start(answer, 2));
        int tagged = 2 + type.map(MessageType::fixedLength).orElse(0);
        if (answer.length() < tagged
                || expected.length() < tagged
                || start(expected, tagged).contains(ANY)) {
            return;
        }
        type.ifPresent(known -> compareFixed(known, expected, answer));
        compareTagged(expected.substring(tagged), answer.substring(tagged));
    }

    private void compareFixed(MessageType type, String expected, String answer) {
        int at = 2;
        for (Fixed<?> field : type.layout()) {
            String theirs = expected.substring(at, at + field.width());
            String ours = answer.substring(at, at + field.width());
            if (!wildcards.matches(theirs, ours)) {
                sentences.add(field.name() + ": expected " + theirs + ", was " + ours);
            }
            at += field.width();
        }
    }

    private void compareTagged(String expected, String answer) {
        List<String> theirs = new ArrayList<>(split(expected));
        List<String> ours = new ArrayList<>(split(answer));
        boolean open = theirs.removeIf(field -> field.equals(ANY));
        for (String pattern : List.copyOf(theirs)) {
            ours.stream()
                    .filter(field -> wildcards.matches(pattern, field))
                    .findFirst()
                    .ifPresent(field -> {
                        ours.remove(field);
                        theirs.remove(pattern);
                    });
        }
        theirs.forEach(field -> sentences.add("missing: " + field));
        if (!open) {
            ours.forEach(field -> sentences.add("unexpected: " + field));
        }
        if (sentences.isEmpty()) {
            sentences.add("the fields come in another order");
        }
    }

    private List<String> split(String fields) {
        return Arrays.stream(fields.split(java.util.regex.Pattern.quote(delimiter), -1))
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
