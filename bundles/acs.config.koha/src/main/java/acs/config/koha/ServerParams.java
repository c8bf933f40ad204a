// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code server-params} means to a server without worker processes.
 *
 * @param listeners properties of all listeners that follow from it
 * @param syslog that the log goes to syslog, too
 */
record ServerParams(Map<String, Object> listeners, Optional<Syslog> syslog) {
    /** Linux takes no more. */
    private static final int LONGEST_KEEPALIVE = 32_767;

    private static final int MOST_SESSIONS = 1_000_000;

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "min_servers",
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

    ServerParams {
        listeners = Map.copyOf(listeners);
    }

    static ServerParams none() {
        return new ServerParams(Map.of(), Optional.empty());
    }

    /** Reads it, and says at INFO what becomes of what. */
    static ServerParams read(Node node) {
        Map<String, Object> properties = new TreeMap<>();
        boolean keepalive = node.text("custom_tcp_keepalive")
                .filter(text -> !text.strip().equals("0") && !KohaBoolean.isTrap(text))
                .isPresent();
        OptionalInt time = number(node, "custom_tcp_keepalive_time", "seconds", LONGEST_KEEPALIVE);
        OptionalInt interval = number(node, "custom_tcp_keepalive_intvl", "seconds", LONGEST_KEEPALIVE);
        if (keepalive) {
            properties.put("tcp_keepalive", true);
            time.ifPresent(seconds -> properties.put("tcp_keepalive_time", seconds));
            interval.ifPresent(seconds -> properties.put("tcp_keepalive_interval", seconds));
        }
        number(node, "max_servers", "a number", MOST_SESSIONS).ifPresent(most -> {
            properties.put("max_sessions", most);
            remark(node, "max_servers", "is the `max_sessions` of each `service` without its own");
        });
        node.text("user").map(String::strip).ifPresent(user -> checkUser(node, user));
        Optional<Syslog> syslog = Syslog.read(node);
        syslog.ifPresent(to -> remark(node, "log_file", "sends the log to syslog, too (" + to + ")"));
        nameMeaningless(node);
        node.done(WITHOUT_MEANING);
        return new ServerParams(properties, syslog);
    }

    /** A Java process cannot become another user: it is started as that one. */
    private static void checkUser(Node node, String user) {
        String runsAs = System.getProperty("user.name", "");
        if (!user.equals(runsAs)) {
            remark(
                    node,
                    "user",
                    "is " + Text.quoted(user) + ", and this runs as " + Text.quoted(runsAs)
                            + ": start the server as the user that it is to run as");
        }
    }

    private static void remark(Node node, String name, String what) {
        node.problems().remark(node.line(name), "of `server-params`, `" + name + "` " + what);
    }

    /** As in Koha, what is no positive number is not used. */
    private static OptionalInt number(Node node, String name, String unit, int most) {
        String text = node.text(name).orElse("");
        OptionalInt number = Numbers.parse(text, 1, most);
        if (number.isEmpty() && !text.isEmpty()) {
            node.problems()
                    .warning(
                            node.line(name),
                            "`" + name + "` is " + Text.quoted(text) + " and not used (expected: " + unit + ", 1.."
                                    + most + ")");
        }
        return number;
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
                                    + " no meaning here: there are no worker processes, and `conf` says how things are logged");
        }
    }
}
