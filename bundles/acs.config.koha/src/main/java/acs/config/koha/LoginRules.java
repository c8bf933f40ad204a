// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.rules.BrokenRuleException;
import acs.rules.FieldTemplate;
import acs.rules.ScreenPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks whether the templates, patterns and sort bin lines of a {@code login} are what they should be. */
final class LoginRules {
    private static final Set<String> OPERATORS = Set.of("eq", "=", "ne", "!=", "<", ">", "<=", ">=");
    private static final int SHORTEST_LINE = 5;

    private LoginRules() {}

    /** Looks at an attribute of the login itself. */
    static void check(Node login, String name) {
        if (name.endsWith("_field_template")) {
            checkTemplate(login, name);
        }
    }

    /** Looks at the attributes of a child element. */
    static void checkChild(String element, Node child) {
        if (element.equals("screen_msg_regex")) {
            checkPattern(child);
        } else if (child.raw("template").isPresent()) {
            checkTemplate(child, "template");
        }
    }

    private static void checkTemplate(Node node, String name) {
        try {
            FieldTemplate.of(node.raw(name).orElse("")).doubts().forEach(doubt -> node.problems()
                    .warning(node.line(name), "`" + name + "` at " + doubt));
        } catch (BrokenRuleException broken) {
            node.problems().error(node.line(name), "`" + name + "` is broken at " + broken.getMessage());
        }
    }

    private static void checkPattern(Node child) {
        Optional<String> find = child.raw("find");
        if (find.isEmpty()) {
            child.problems().error(child.line(), "`screen_msg_regex` has no `find`");
            return;
        }
        try {
            ScreenPattern.of(find.get(), "").doubt().ifPresent(doubt -> child.problems()
                    .warning(child.line("find"), "`find`: " + doubt));
        } catch (BrokenRuleException broken) {
            child.problems().error(child.line("find"), "`find` is no regular expression: " + broken.getMessage());
        }
    }

    /** A line that is no mapping is skipped, as Koha does. */
    static void checkSortBins(Node child) {
        for (String line : child.raw("mapping").orElse("").split("\\R", -1)) {
            List<String> parts = List.of(line.strip().split(":", -1));
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (parts.size() < SHORTEST_LINE || (parts.size() - 2) % 3 != 0) {
                child.problems()
                        .warning(
                                child.line("mapping"),
                                "`mapping` has " + Text.quoted(line.strip())
                                        + ", which is skipped (expected: library:field:operator:value:bin)");
                continue;
            }
            for (int at = 2; at + 2 < parts.size(); at += 3) {
                if (!OPERATORS.contains(parts.get(at).toLowerCase(Locale.ROOT))) {
                    child.problems()
                            .warning(
                                    child.line("mapping"),
                                    "`mapping` has the operator " + Text.quoted(parts.get(at))
                                            + ", which never fits (expected: eq, ne, <, >, <=, >=)");
                }
            }
        }
    }
}
