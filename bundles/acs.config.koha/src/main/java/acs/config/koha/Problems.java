// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.Problem;
import acs.api.status.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what is wrong with one file. */
final class Problems {
    private static final int MAX_LINES_NAMED = 5;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, List<Integer>> repeated = new LinkedHashMap<>();

    /** @param file as it is to be named */
    Problems(String file) {
        this.file = file;
    }

    /** Something for which the file is refused. */
    void error(int line, String text) {
        found.add(new Problem(file, line, Severity.ERROR, text));
    }

    /** Something that an operator should know. */
    void warning(int line, String text) {
        found.add(new Problem(file, line, Severity.WARNING, text));
    }

    /** A warning that is given once, however often its reason comes; the first lines are named. */
    void warningOnce(int line, String text) {
        repeated.computeIfAbsent(text, first -> new ArrayList<>()).add(line);
    }

    /** All of them, sorted by line. */
    List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        repeated.forEach((text, lines) -> all.add(
                new Problem(file, lines.get(0), Severity.WARNING, text + others(lines.subList(1, lines.size())))));
        all.sort(Comparator.comparingInt(Problem::line));
        return List.copyOf(all);
    }

    private static String others(List<Integer> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String named =
                lines.stream().limit(MAX_LINES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return " (also on line " + named + (lines.size() > MAX_LINES_NAMED ? ", …)" : ")");
    }
}
