// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code server-params}, of which only keepalive means something to a server without worker processes. */
final class ServerParams {
    /** Linux takes no more. */
    private static final int LONGEST_KEEPALIVE = 32_767;

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "min_servers",
            "max_servers",
            "min_spare_servers",
            "max_spare_servers",
            "max_requests",
            "setsid",
            "user",
            "group",
            "pid_file",
            "background",
            "log_file",
            "log_level",
            "syslog_ident",
            "syslog_facility",
            "syslog_logsock",
            "syslog_logopt");

    private ServerParams() {}

    /** The properties of all listeners that follow from it. */
    static Map<String, Object> read(Node node) {
        Map<String, Object> properties = new TreeMap<>();
        boolean keepalive = node.text("custom_tcp_keepalive")
                .filter(text -> !text.strip().equals("0") && !KohaBoolean.isTrap(text))
                .isPresent();
        OptionalInt time = seconds(node, "custom_tcp_keepalive_time");
        OptionalInt interval = seconds(node, "custom_tcp_keepalive_intvl");
        if (keepalive) {
            properties.put("tcp_keepalive", true);
            time.ifPresent(seconds -> properties.put("tcp_keepalive_time", seconds));
            interval.ifPresent(seconds -> properties.put("tcp_keepalive_interval", seconds));
        }
        nameMeaningless(node);
        node.done(WITHOUT_MEANING);
        return properties;
    }

    /** As in Koha, what is no positive number is not used. */
    private static OptionalInt seconds(Node node, String name) {
        String text = node.text(name).orElse("");
        OptionalInt seconds = Numbers.parse(text, 1, LONGEST_KEEPALIVE);
        if (seconds.isEmpty() && !text.isEmpty()) {
            node.problems()
                    .warning(
                            node.line(name),
                            "`" + name + "` is " + Text.quoted(text) + " and not used (expected: seconds, 1..32767)");
        }
        return seconds;
    }

    private static void nameMeaningless(Node node) {
        List<String> meaningless = new ArrayList<>();
        for (String name : node.unread()) {
            if (WITHOUT_MEANING.contains(name)) {
                node.raw(name);
                meaningless.add("`" + name + "`");
            }
        }
        if (!meaningless.isEmpty()) {
            node.problems()
                    .remark(
                            node.line(),
                            "of `server-params`, " + String.join(", ", meaningless)
                                    + (meaningless.size() == 1 ? " has" : " have")
                                    + " no meaning here: there are no worker processes, and `conf` says how things are"
                                    + " logged");
        }
    }
}
