// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the message in a line of a log, a transcript or this command's own output. */
final class LoggedLine {
    private static final Pattern LOG = Pattern.compile("(?:INPUT|OUTPUT) MSG: '([^']*+(?:'[^']++)*+)'");
    private static final Pattern MARKED = Pattern.compile("\\A(?:SEND|READ|C|S): ?");

    private LoggedLine() {}

    static String message(String line) {
        Matcher log = LOG.matcher(line);
        if (log.find()) {
            return log.group(1);
        }
        Matcher marked = MARKED.matcher(line);
        return marked.find() ? line.substring(marked.end()) : line;
    }
}
