// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a file says, and what is wrong with it.
 *
 * @param entries all that it describes, in the order of the file; not to be used if the file is refused
 * @param problems sorted by line
 * @param remarks what is no problem, but may surprise
 * @param syslog that the log goes to syslog, too
 */
record SipConfig(List<Entry> entries, List<Problem> problems, List<String> remarks, Optional<Syslog> syslog) {

    SipConfig {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** A file that configures nothing. */
    static SipConfig nothing(List<Problem> problems) {
        return new SipConfig(List.of(), problems, List.of(), Optional.empty());
    }

    /** Whether an error keeps the file from being used. */
    boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
