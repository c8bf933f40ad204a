// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.Problem;
import acs.api.status.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

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

    /** Something that is as it should be, though an operator may wonder about it. */
    void remark(int line, String text) {
        remarks.add(file + ":" + line + ": " + text);
    }

    /** All remarks, in the order in which they were made. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** All of them, sorted by line. */
    List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(Problem::line));
        return List.copyOf(all);
    }
}
