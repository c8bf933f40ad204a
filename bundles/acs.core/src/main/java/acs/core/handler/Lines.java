// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Breaks a text into lines, between words where there are any. */
final class Lines {
    private Lines() {}

    /** @param limit characters on a line, 1 or more */
    static List<String> wrap(String text, int limit) {
        return wrap(text, limit, String::length);
    }

    /**
     * The text itself if it fits, else its parts without the blanks they are broken at.
     *
     * @param limit how much a line holds, 1 or more; a single character that is larger has a line to itself
     * @param size how much of a line a text takes
     */
    static List<String> wrap(String text, int limit, ToIntFunction<String> size) {
        if (size.applyAsInt(text) <= limit) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (size.applyAsInt(rest) > limit) {
            int end = fitting(rest, limit, size);
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return List.copyOf(lines);
    }

    /** How many characters from the start fit, at least one, and no half of a surrogate pair. */
    private static int fitting(String text, int limit, ToIntFunction<String> size) {
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (size.applyAsInt(text.substring(0, middle)) <= limit) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
            fits--;
        }
        return fits > 0 ? fits : Character.charCount(text.codePointAt(0));
    }
}
