// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That the log goes to syslog, too, and under which name: what {@code log_file="Sys::Syslog"} and its companions in
 * {@code server-params} say.
 *
 * @param ident what the lines begin with
 * @param facility in capital letters, e.g. LOCAL6
 */
record Syslog(String ident, String facility) {
    /** What makes Koha's server log to syslog. */
    private static final String LOG_FILE = "Sys::Syslog";

    private static final String USUAL_IDENT = "acs";
    /** That of Koha's sample files. */
    private static final String USUAL_FACILITY = "LOCAL6";

    private static final List<String> FACILITIES = List.of(
            "AUTH",
            "AUTHPRIV",
            "CRON",
            "DAEMON",
            "FTP",
            "KERN",
            "LOCAL0",
            "LOCAL1",
            "LOCAL2",
            "LOCAL3",
            "LOCAL4",
            "LOCAL5",
            "LOCAL6",
            "LOCAL7",
            "LPR",
            "MAIL",
            "NEWS",
            "SYSLOG",
            "USER",
            "UUCP");

    /** Reads it; empty if the log is to go where it always goes. */
    static Optional<Syslog> read(Node serverParams) {
        if (!serverParams.unknown("log_file").strip().equals(LOG_FILE)) {
            return Optional.empty();
        }
        serverParams.raw("log_file");
        return Optional.of(new Syslog(ident(serverParams), facility(serverParams)));
    }

    private static String ident(Node node) {
        String ident = node.text("syslog_ident").orElse(USUAL_IDENT);
        if (!ident.matches("[\\w.-]{1,32}")) {
            node.problems()
                    .warning(
                            node.line("syslog_ident"),
                            "`syslog_ident` is " + Text.quoted(ident) + " and taken as " + USUAL_IDENT
                                    + " (expected: up to 32 letters, digits, _, . or -)");
            return USUAL_IDENT;
        }
        return ident;
    }

    private static String facility(Node node) {
        String text = node.text("syslog_facility").orElse(USUAL_FACILITY);
        String facility = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^LOG_", "");
        if (!FACILITIES.contains(facility)) {
            node.problems()
                    .warning(
                            node.line("syslog_facility"),
                            "`syslog_facility` is " + Text.quoted(text) + " and taken as local6"
                                    + " (expected: such as local0 to local7, daemon, user)");
            return USUAL_FACILITY;
        }
        return facility;
    }

    @Override
    public String toString() {
        return "facility " + facility.toLowerCase(Locale.ROOT) + ", ident " + ident;
    }
}
