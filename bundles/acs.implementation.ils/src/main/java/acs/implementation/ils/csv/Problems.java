// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import acs.api.status.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with files: the first thousand are listed, the others counted. */
final class Problems {
    private static final int LISTED = 1000;
    private static final int LONGEST_VALUE = 60;

    private final List<Problem> listed = new ArrayList<>();
    private long count;

    void add(String file, long line, String text) {
        if (++count <= LISTED) {
            listed.add(new Problem(file, (int) Math.min(Integer.MAX_VALUE, line), Problem.Severity.ERROR, text));
        }
    }

    /** A cell does not hold what is expected. */
    void add(String file, long line, Column column, String cell, String expected) {
        String shown = column.kind().secret() ? "" : " \"" + shortened(cell) + "\"";
        add(file, line, "column " + column.name() + ":" + shown + " (expected: " + expected + ")");
    }

    boolean none() {
        return count == 0;
    }

    /** Those beyond the listed ones. */
    long further() {
        return count - listed.size();
    }

    /** The listed ones, the files in the order they came, their lines sorted. */
    List<Problem> sorted() {
        List<String> files = listed.stream().map(Problem::file).distinct().toList();
        return listed.stream()
                .sorted(Comparator.comparing((Problem problem) -> files.indexOf(problem.file()))
                        .thenComparing(Problem::line))
                .toList();
    }

    private static String shortened(String cell) {
        String oneLine = cell.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= LONGEST_VALUE ? oneLine : oneLine.substring(0, LONGEST_VALUE) + "…";
    }
}
