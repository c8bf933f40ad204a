// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code service}: where to listen, and for whom. */
final class ServiceReader {
    static final int LONGEST_TIMEOUT = 86_400;

    private static final List<String> TRANSPORTS = List.of("RAW", "telnet");

    private final Problems problems;
    private final Ids ids;
    private final Defaults defaults;
    private final List<Entry> referable;
    private final Path folder;

    /**
     * @param referable the accounts of the file, among others
     * @param folder that file names start from
     */
    ServiceReader(Problems problems, Ids ids, Defaults defaults, List<Entry> referable, Path folder) {
        this.problems = problems;
        this.ids = ids;
        this.defaults = defaults;
        this.referable = referable;
        this.folder = folder;
    }

    /** The entry; empty if it has no port that can be used, or speaks what nobody here speaks. */
    Optional<Entry> read(Node node) {
        Optional<String> text = node.required("port").map(given -> given.toLowerCase(Locale.ROOT));
        Optional<Port> port = text.flatMap(Port::parse);
        if (text.isPresent() && port.isEmpty()) {
            node.wrong("port", Port.EXPECTED);
        }
        port.ifPresent(given -> ids.claim(Kind.LISTENER, given.id(), node.line("port")));
        Map<String, Object> properties = new TreeMap<>(defaults.server().listeners());
        Optional<String> transport = transport(node);
        transport.ifPresent(name -> properties.put("transport", name));
        node.raw("protocol"); // as in Koha, the messages say which it is
        timeouts(node, properties);
        admission(node, properties);
        tls(node, properties);
        limits(node, properties);
        node.done();
        if (port.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        properties.put("id", port.get().id());
        properties.put("host", port.get().host());
        properties.put("port", port.get().number());
        return Optional.of(new Entry(new Key(Kind.LISTENER, port.get().id()), node.line(), properties));
    }

    private Optional<String> transport(Node node) {
        Optional<String> value = node.text("transport");
        if (value.isPresent() && TRANSPORTS.contains(value.get())) {
            return value;
        }
        String hint = NearMiss.of(value.orElse(""), TRANSPORTS)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("expected: RAW or telnet");
        String is = value.isEmpty() ? "`service` has no `transport`" : "`transport` is " + node.quoted("transport");
        problems.warning(node.line("transport"), is + " and the listener stays closed (" + hint + ")");
        return Optional.empty();
    }

    private void timeouts(Node node, Map<String, Object> properties) {
        int given = node.number("timeout", 0, LONGEST_TIMEOUT).orElse(0);
        int timeout = given == 0 ? defaults.timeout() : given;
        properties.put("timeout", timeout);
        properties.put("client_timeout", clientTimeout(node, timeout));
    }

    /** Absent: as long as for the login. Anything but digits: none, as in Koha. */
    private int clientTimeout(Node node, int timeout) {
        Optional<String> value = node.raw("client_timeout").map(String::strip);
        if (value.isEmpty()) {
            return timeout;
        }
        if (!Numbers.isDigits(value.get())) {
            problems.warning(
                    node.line("client_timeout"),
                    "`client_timeout` is " + Text.quoted(value.get())
                            + " and taken as no timeout (expected: seconds, 0 for none)");
            return 0;
        }
        return node.number("client_timeout", 0, LONGEST_TIMEOUT).orElse(0);
    }

    private void admission(Node node, Map<String, Object> properties) {
        Optional<String> login = node.choice("login", List.of("required", "none"));
        boolean isWrong = login.isEmpty() && node.text("login").isPresent();
        properties.put("login", login.orElse("required"));
        properties.put("delimiter", defaults.delimiter());
        Optional<String> account = node.text("account");
        if (login.equals(Optional.of("none"))) {
            node.required("account").ifPresent(id -> properties.put("account", id));
            ids.checkReference(node, "account", Kind.ACCOUNT);
            account.flatMap(this::delimiter).ifPresent(delimiter -> properties.put("delimiter", delimiter));
        } else if (account.isPresent() && !isWrong) {
            problems.warning(node.line("account"), "`account` has no effect without `login=\"none\"`");
        }
        List<String> networks = SharedAttributes.networks(node);
        if (!networks.isEmpty()) {
            properties.put("allow_from", networks);
        }
    }

    /** The terminal is known from its first byte, and with it the delimiter. */
    private Optional<String> delimiter(String account) {
        return referable.stream()
                .filter(entry -> entry.key().equals(new Key(Kind.ACCOUNT, account)))
                .map(entry -> entry.text("delimiter"))
                .findFirst();
    }

    private void tls(Node node, Map<String, Object> properties) {
        boolean on = node.flag("tls").orElse(false);
        node.choice("client_auth", List.of("none", "want", "need"))
                .ifPresent(word -> properties.put("client_auth", word));
        SecretAttribute.read(node, "keystore_password", folder)
                .ifPresent(secret -> properties.put(".keystore_password", secret));
        properties.put("tls", on);
        Optional<String> keystore = on ? node.required("keystore") : node.text("keystore");
        keystore.map(name -> folder.resolve(name).normalize()).ifPresent(path -> {
            properties.put("keystore", path.toString());
            if (on && !Files.isReadable(path)) {
                problems.warning(
                        node.line("keystore"),
                        "`keystore` is " + node.quoted("keystore")
                                + " (expected: a PKCS#12 or PEM file that can be read)");
            }
        });
        if (!on) {
            for (String attribute : List.of("keystore", "keystore_password", "client_auth")) {
                node.text(attribute)
                        .ifPresent(value -> problems.warning(
                                node.line(attribute), "`" + attribute + "` has no effect without `tls=\"true\"`"));
            }
        }
    }

    private void limits(Node node, Map<String, Object> properties) {
        node.number("max_sessions", 1, 1_000_000).ifPresent(most -> properties.put("max_sessions", most));
        node.number("max_sessions_per_address", 1, 1_000_000)
                .ifPresent(most -> properties.put("max_sessions_per_address", most));
        node.number("max_message", 256, 1_048_576).ifPresent(most -> properties.put("max_message", most));
    }
}
