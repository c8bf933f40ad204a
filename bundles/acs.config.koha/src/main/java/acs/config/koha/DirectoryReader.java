// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one {@code ldapserver}, in Koha's form and with what we add to it. */
final class DirectoryReader {
    /** How Koha's files say yes and no, and how people do. */
    static final Map<String, Boolean> WORDS =
            Map.of("1", true, "true", true, "yes", true, "0", false, "false", false, "no", false);

    private static final List<String> FLAGS =
            List.of("auth_by_bind", "replicate", "update", "update_password", "starttls");
    private static final List<String> TEXTS = List.of("user", "principal_name", "filter");
    private static final Pattern HOST = Pattern.compile(
            "(ldaps?://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("\\$\\[file:([^\\]]+)]");
    private static final String PRINCIPAL_PLACE = "%s";

    private final Node server;
    private final Path folder;
    private final Problems problems;
    private final Map<String, Object> properties = new TreeMap<>();
    /** What was told: a value that is looked at twice is wrong once. */
    private final Set<String> told = new HashSet<>();

    /** @param folder that relative paths start from */
    DirectoryReader(Node server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.problems = server.problems();
    }

    /** @param ranking of the directory: the highest is asked first */
    Entry read(int ranking) {
        String id = server.text("id").orElse("ldapserver");
        server.raw("listenref");
        properties.put("id", id);
        properties.put("service.ranking", ranking);
        hosts();
        required("base").ifPresent(base -> properties.put("base", base));
        TEXTS.forEach(name -> value(name).ifPresent(text -> properties.put(name, text)));
        FLAGS.forEach(name -> flag(name).ifPresent(value -> properties.put(name, value)));
        flag("anonymous_bind").ifPresent(value -> properties.put("anonymous_bind", value.toString()));
        credentials();
        value("truststore")
                .ifPresent(file ->
                        properties.put("truststore", folder.resolve(file).toString()));
        number("connect_timeout", 1, 60);
        number("response_timeout", 1, 60);
        number("pool_size", 1, 100);
        number("remember", 0, 3600);
        number("max_wrong", 1, 1000);
        choice("on_missing", List.of("keep", "clear"));
        choice("on_outage", List.of("refuse", "local"));
        if (flag("welcome").orElse(false)) {
            warn("welcome", "`welcome` has no effect: no mail is sent to new patrons");
        }
        mapping();
        categories();
        principal();
        server.done();
        return new Entry(new Key(Kind.DIRECTORY, id), server.line(), properties);
    }

    private void hosts() {
        required("hostname").ifPresent(text -> {
            List<String> hosts = new ArrayList<>();
            boolean good = true;
            for (String host : text.split(",", -1)) {
                if (!HOST.matcher(host.strip()).matches()) {
                    good = false;
                    wrong("hostname", host, "NAME, NAME:PORT, ldap://NAME:PORT or ldaps://NAME:PORT");
                }
                hosts.add(host.strip());
            }
            properties.put("hostname", hosts);
            boolean secure = hosts.stream()
                    .allMatch(host -> host.toLowerCase(Locale.ROOT).startsWith("ldaps:"));
            if (good && !secure && !flag("starttls").orElse(false)) {
                warn("hostname", "passwords travel in clear (expected: ldaps:// or `starttls`)");
            }
        });
    }

    private void credentials() {
        Optional<String> user = value("user");
        Optional<String> pass = value("pass");
        if (user.isPresent() != pass.isPresent()) {
            warn(user.isPresent() ? "user" : "pass", "one of `user` and `pass` is missing, so anybody searches");
            properties.remove("user");
        } else if (user.isPresent() && flag("anonymous_bind").orElse(false)) {
            properties.remove("user");
        } else {
            pass.ifPresent(secret -> properties.put(".pass", absolute(secret)));
        }
        value("truststore_password").ifPresent(secret -> properties.put(".truststore_password", secret));
    }

    private String absolute(String secret) {
        Matcher reference = FILE.matcher(secret);
        return reference.matches() ? "$[file:" + folder.resolve(reference.group(1)) + "]" : secret;
    }

    private void principal() {
        boolean used =
                flag("auth_by_bind").orElse(false) && !flag("anonymous_bind").orElse(true);
        if (!used) {
            return;
        }
        Optional<String> principal = value("principal_name");
        if (principal.isPresent()
                && principal.get().contains("%")
                && !principal.get().contains(PRINCIPAL_PLACE)) {
            wrong("principal_name", principal.get(), "a text with %s in it");
        }
    }

    private void mapping() {
        List<String> columns = new ArrayList<>();
        boolean found = false;
        for (Node mapping : server.children("mapping")) {
            for (Node column : mapping.children()) {
                String attribute = column.raw("is").orElse("").strip();
                String name = column.name().toLowerCase(Locale.ROOT);
                found |= name.equals("userid") && !attribute.isEmpty();
                String otherwise = Text.plain(column.text());
                columns.add(name + "=" + attribute + (otherwise.isEmpty() ? "" : "|" + otherwise));
            }
        }
        if (!found) {
            problems.error(server.line(), "`mapping` has no `userid` (expected: e.g. <userid is=\"uid\"/>)");
        }
        properties.put("mapping", columns);
    }

    private void categories() {
        List<String> words = new ArrayList<>();
        for (Node categories : server.children("categorycode_mapping")) {
            categories.text("default").ifPresent(code -> properties.put("categorycode_default", code.strip()));
            for (Node word : categories.children("categorycode")) {
                word.required("value")
                        .ifPresent(value ->
                                words.add(value.strip() + "=" + word.text().strip()));
            }
            categories.done();
        }
        if (!words.isEmpty()) {
            properties.put("categorycode_mapping", words);
        }
    }

    private Optional<Node> child(String name) {
        return server.children(name).stream().findFirst();
    }

    /** The text of a child; an empty one counts as absent. */
    private Optional<String> value(String name) {
        return child(name).map(Node::text).filter(text -> !text.isBlank());
    }

    private Optional<String> required(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            problems.error(child(name).map(Node::line).orElse(server.line()), "`ldapserver` has no `" + name + "`");
        }
        return value;
    }

    private Optional<Boolean> flag(String name) {
        Optional<String> value = value(name).map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (value.isPresent() && !WORDS.containsKey(value.get())) {
            wrong(name, value.get(), "1 or 0");
        }
        return value.map(WORDS::get);
    }

    private void number(String name, int least, int most) {
        value(name).ifPresent(text -> {
            OptionalInt number = Numbers.parse(text, least, most);
            number.ifPresent(good -> properties.put(name, good));
            if (number.isEmpty()) {
                wrong(name, text, "a whole number, " + least + ".." + most);
            }
        });
    }

    private void choice(String name, List<String> words) {
        value(name).ifPresent(text -> {
            properties.put(name, text.strip());
            if (!words.contains(text.strip())) {
                wrong(name, text, String.join(", ", words));
            }
        });
    }

    private void wrong(String name, String value, String expected) {
        int line = child(name).map(Node::line).orElse(server.line());
        String text = "`" + name + "` is " + Text.quoted(value) + " (expected: " + expected + ")";
        if (told.add(text)) {
            problems.error(line, text);
        }
    }

    private void warn(String name, String text) {
        problems.warning(child(name).map(Node::line).orElse(server.line()), text);
    }
}
