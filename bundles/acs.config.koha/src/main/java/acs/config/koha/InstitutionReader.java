// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads {@code institution} and the {@code policy} in it. */
final class InstitutionReader {
    private static final String KOHA_GREETING = "Greetings from Koha. ";
    private static final List<String> PERMISSIONS =
            List.of("checkin", "checkout", "renewal", "status_update", "offline");
    private static final int LAST_LANGUAGE = 27;
    private static final int MOST_IN_98 = 999;

    private final Problems problems;
    private final Ids ids;

    InstitutionReader(Problems problems, Ids ids) {
        this.problems = problems;
        this.ids = ids;
    }

    /** The entry; empty if it has no id. */
    Optional<Entry> read(Node node) {
        Optional<String> id = node.required("id");
        id.ifPresent(given -> ids.claim(Kind.INSTITUTION, given, node.line("id")));
        Map<String, Object> properties = new TreeMap<>();
        id.ifPresent(given -> properties.put("id", given));
        node.required("implementation").ifPresent(name -> properties.put("implementation", name.strip()));
        node.text("name").ifPresent(name -> properties.put("name", name));
        zone(node).ifPresent(zone -> properties.put("timezone", zone));
        currency(node).ifPresent(currency -> properties.put("currency", currency));
        language(node).ifPresent(language -> properties.put("language", language));
        properties.put("greeting", node.raw("greeting").orElse(KOHA_GREETING));
        properties.put("parms", node.raw("parms").orElse(""));
        policy(node, properties);
        node.done();
        return id.map(given -> new Entry(new Key(Kind.INSTITUTION, given), node.line(), properties));
    }

    private void policy(Node institution, Map<String, Object> properties) {
        for (String permission : PERMISSIONS) {
            properties.put("policy." + permission, false);
        }
        properties.put("policy.timeout", 0);
        properties.put("policy.retries", 0);
        List<Node> policies = institution.children("policy");
        if (policies.isEmpty()) {
            problems.warning(
                    institution.line(),
                    "`institution` has no `policy`: its terminals may neither check out nor check in");
            return;
        }
        policies.stream()
                .skip(1)
                .forEach(more -> problems.error(
                        more.line(),
                        "`policy` is there twice, first on line "
                                + policies.get(0).line()));
        policy(policies.get(0)).forEach((name, value) -> properties.put("policy." + name, value));
    }

    private Map<String, Object> policy(Node policy) {
        Map<String, Object> read = new TreeMap<>();
        for (String permission : PERMISSIONS) {
            policy.raw(permission).ifPresent(text -> read.put(permission, permission(policy, permission, text)));
        }
        read.put("timeout", number(policy, "timeout"));
        read.put("retries", number(policy, "retries"));
        policy.done();
        return read;
    }

    private boolean permission(Node policy, String name, String text) {
        boolean permitted = KohaBoolean.ofPolicy(text);
        if (!KohaBoolean.isUsual(text)) {
            problems.warning(
                    policy.line(name),
                    "`" + name + "` is " + Text.quoted(text) + " and taken as " + permitted
                            + " (expected: true or false)");
        }
        return permitted;
    }

    /** What 98 has three digits for; Koha sends 000 where there are more. */
    private int number(Node policy, String name) {
        String text = policy.text(name).map(String::strip).orElse("0");
        OptionalInt number = Numbers.parse(text, 0, MOST_IN_98);
        if (number.isEmpty() && Numbers.isDigits(text)) {
            problems.warning(
                    policy.line(name), "`" + name + "` is " + Text.quoted(text) + " and taken as 0 (expected: 0..999)");
        } else if (number.isEmpty()) {
            policy.wrong(name, "a whole number, 0..999");
        }
        return number.orElse(0);
    }

    private Optional<String> zone(Node node) {
        Optional<String> value = node.text("timezone").map(String::strip);
        if (value.isPresent() && !isZone(value.get())) {
            String meant =
                    NearMiss.of(value.get(), ZoneId.getAvailableZoneIds()).orElse("Europe/Berlin");
            node.wrong("timezone", "a time zone such as " + meant);
            return Optional.empty();
        }
        return value;
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private Optional<String> currency(Node node) {
        Optional<String> value = node.text("currency").map(String::strip);
        boolean known = value.isEmpty()
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(value.get()));
        if (!known) {
            node.wrong("currency", "three letters of ISO 4217, such as USD or EUR");
            return Optional.empty();
        }
        return value;
    }

    private Optional<String> language(Node node) {
        OptionalInt code = node.number("language", 0, LAST_LANGUAGE);
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format("%03d", Language.of(code.getAsInt()).code()));
    }
}
