// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what a {@code login} says to the core and the implementations, as {@code name=value}. */
final class LoginSettings {
    private static final String SORT_BINS = "sort_bin_mapping";

    private final Node login;
    private final Problems problems;
    private final List<String> settings = new ArrayList<>();

    private LoginSettings(Node login) {
        this.login = login;
        this.problems = login.problems();
    }

    /**
     * All attributes that nobody read yet, and all child elements: of the second {@code screen_msg_regex} the attribute
     * {@code find} is called {@code screen_msg_regex.2.find}; the lines of all {@code sort_bin_mapping} are one setting,
     * as they are in the system preference that they replace. Sorted; what is unknown is reported, and handed on, because
     * an implementation may know it.
     */
    static List<String> read(Node login) {
        LoginSettings gathered = new LoginSettings(login);
        gathered.attributes();
        gathered.children();
        gathered.sortBins();
        return gathered.settings.stream().sorted().toList();
    }

    private void attributes() {
        for (String name : login.unread()) {
            if (LoginAttributes.isAttribute(name)) {
                put(name, login.raw(name).orElse(""));
                warnOfTrap(name);
                checkTime(name);
                LoginRules.check(login, name);
            } else {
                put(name, login.unknown(name));
            }
        }
    }

    private void children() {
        for (String element : new TreeSet<>(LoginAttributes.CHILDREN.keySet())) {
            List<Node> children = login.children(element);
            for (int index = 0; index < children.size(); index++) {
                Node child = children.get(index);
                for (String attribute : LoginAttributes.CHILDREN.getOrDefault(element, List.of())) {
                    String name = element + "." + (index + 1) + "." + attribute;
                    child.raw(attribute).ifPresent(value -> put(name, value));
                }
                warnOfField(element, child);
                LoginRules.checkChild(element, child);
                child.done();
            }
        }
    }

    private void sortBins() {
        List<String> lines = new ArrayList<>();
        for (Node child : login.children(SORT_BINS)) {
            child.required("mapping").ifPresent(lines::add);
            LoginRules.checkSortBins(child);
            child.done();
        }
        if (!lines.isEmpty()) {
            put(SORT_BINS, String.join("\n", lines));
        }
    }

    private void put(String name, String value) {
        settings.add(name + "=" + value);
    }

    private void checkTime(String name) {
        if (name.equals(LoginAttributes.TIME) && !isTime(login.raw(name).orElse(""))) {
            problems.error(
                    login.line(name),
                    "`" + name + "` is " + login.quoted(name)
                            + " (expected: a date and time, e.g. 2026-01-15T18:00 or 2026-01-15T18:00+01:00)");
        }
    }

    private static boolean isTime(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parse(text.strip());
            return time.isSupported(ChronoField.SECOND_OF_DAY);
        } catch (DateTimeException none) {
            return false;
        }
    }

    private void warnOfTrap(String name) {
        boolean isTrap = LoginAttributes.IN_FORCE.contains(name)
                && LoginAttributes.SWITCHES.contains(name)
                && KohaBoolean.isTrap(login.raw(name).orElse(""));
        if (isTrap) {
            problems.warning(
                    login.line(name),
                    "`" + name + "` is " + login.quoted(name)
                            + " and taken as off, Koha would take it as on (expected: 1 or 0)");
        }
    }

    /** A field without a code of two characters would be no field of a message. */
    private void warnOfField(String element, Node child) {
        boolean hasField =
                LoginAttributes.CHILDREN.getOrDefault(element, List.of()).contains("field");
        if (hasField && !child.raw("field").orElse("").matches("[A-Za-z0-9]{2}")) {
            problems.warning(
                    child.line("field"),
                    "`field` of `" + element + "` is " + child.quoted("field") + " (expected: two letters or digits)");
        }
    }

    /** The names of attributes that could be meant by one that nobody knows. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(LoginAttributes.IN_FORCE);
        names.removeIf(name -> !LoginAttributes.isAttribute(name));
        return names;
    }
}
