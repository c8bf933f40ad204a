// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address without brackets; empty = all addresses
 * @param number 1..65535
 */
record Port(String host, int number) {
    static final String EXPECTED = "[host:]port/tcp with a port of 1..65535, e.g. 127.0.0.1:6001/tcp";

    private static final int HIGHEST = 65535;
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?:(?<all>\\*):|\\[(?<six>[0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]:|(?<name>[\\w.-]+):)?"
                    + "(?<number>\\d{1,5})/tcp(?:/(?<version>ipv4|ipv6))?",
            Pattern.CASE_INSENSITIVE);

    /** Reads {@code [host:]port/tcp[/IPv4|/IPv6]}; empty if it is not that. */
    static Optional<Port> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt number = Numbers.parse(matcher.group("number"), 1, HIGHEST);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String six = matcher.group("six");
        String version =
                Optional.ofNullable(matcher.group("version")).orElse("").toLowerCase(Locale.ROOT);
        if (six != null) {
            boolean fits = Networks.isAddress(six) && !version.equals("ipv4");
            return fits ? Optional.of(new Port(six, number.getAsInt())) : Optional.empty();
        }
        String name = Optional.ofNullable(matcher.group("name")).orElse("");
        boolean four = Networks.isAddress(name);
        if ((four && version.equals("ipv6")) || (!four && name.matches("[0-9.]+"))) {
            return Optional.empty();
        }
        return Optional.of(new Port(name.isEmpty() ? all(version) : name, number.getAsInt()));
    }

    /** What it is called: the same, however it was written, so that a place written anew is still the same place. */
    String id() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (name.isEmpty() ? "" : name + ":") + number + "/tcp";
    }

    private static String all(String version) {
        return switch (version) {
            case "ipv4" -> "0.0.0.0";
            case "ipv6" -> "::";
            default -> "";
        };
    }
}
