// SPDX-License-Identifier: Apache-2.0
package acs.api.data;

import acs.api.status.Problem;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of an import.
 *
 * @param rows how many rows each file had, by its name, in the order they were loaded
 * @param problems what is wrong, sorted by file and line; empty = everything was loaded, otherwise nothing was
 * @param further how many problems there are beyond those listed
 * @param took how long it took
 */
public record ImportReport(Map<String, Long> rows, List<Problem> problems, long further, Duration took) {

    public ImportReport {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        problems = List.copyOf(problems);
    }

    /** Whether everything was loaded. */
    public boolean loaded() {
        return problems.isEmpty();
    }
}
