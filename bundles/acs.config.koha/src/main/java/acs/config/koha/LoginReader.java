// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code login}: who may log in, what it may do, and how it wants to be spoken to. */
final class LoginReader {
    private static final List<String> REQUESTS =
            List.of("01", "09", "11", "15", "17", "19", "23", "25", "29", "35", "37", "63", "65", "93", "97", "99");

    private final Problems problems;
    private final Ids ids;
    private final Defaults defaults;
    private final Path folder;

    /** @param folder that file names start from */
    LoginReader(Problems problems, Ids ids, Defaults defaults, Path folder) {
        this.problems = problems;
        this.ids = ids;
        this.defaults = defaults;
        this.folder = folder;
    }

    /** The entry; empty if it has no id. */
    Optional<Entry> read(Node node) {
        Optional<String> id = node.required("id");
        id.ifPresent(given -> ids.claim(Kind.ACCOUNT, given, node.line("id")));
        Map<String, Object> properties = new TreeMap<>();
        id.ifPresent(given -> properties.put("id", given));
        SecretAttribute.read(node, "password", folder).ifPresent(secret -> properties.put("password", secret));
        node.required("institution").ifPresent(institution -> properties.put("institution", institution));
        ids.checkReference(node, "institution", Kind.INSTITUTION);
        node.text("location").ifPresent(location -> properties.put("location", location));
        rights(node, properties);
        dialect(node, properties);
        handedOn(node, properties);
        return id.map(given -> new Entry(new Key(Kind.ACCOUNT, given), node.line(), properties));
    }

    private void rights(Node node, Map<String, Object> properties) {
        putUnlessEmpty(properties, "messages", messages(node));
        node.flag("offline").ifPresent(offline -> properties.put("offline", offline.toString()));
        node.flag("pin_required").ifPresent(required -> properties.put("pin_required", required));
        node.choice("personal_data", List.of("always", "pin", "never"))
                .ifPresent(word -> properties.put("personal_data", word));
        putUnlessEmpty(properties, "allow_from", SharedAttributes.networks(node));
    }

    private List<String> messages(Node node) {
        List<String> codes = SharedAttributes.words(node.text("messages").orElse(""));
        for (String code : codes) {
            if (!REQUESTS.contains(code)) {
                problems.error(
                        node.line("messages"),
                        "`messages` contains " + Text.quoted(code)
                                + " (expected: request codes such as 09,11,17,63,99)");
                return List.of();
            }
        }
        return codes.stream().distinct().sorted().toList();
    }

    private void dialect(Node node, Map<String, Object> properties) {
        String delimiter = SharedAttributes.delimiter(node).orElse(defaults.delimiter());
        properties.put("delimiter", delimiter);
        SharedAttributes.encoding(node).ifPresent(encoding -> {
            properties.put("encoding", encoding);
            SharedAttributes.checkTogether(node, encoding, delimiter);
        });
        properties.put("terminator", terminator(node));
        properties.put("error_detect", ErrorDetect.ofLogin(node).orElse(defaults.errorDetect()));
        node.choice("patron_id", List.of("sent", "card")).ifPresent(word -> properties.put("patron_id", word));
    }

    /** Koha takes everything but {@code CR} as CRLF. */
    private String terminator(Node node) {
        String value = node.text("terminator").orElse("CRLF");
        if (value.equals("CR") || value.equals("CRLF")) {
            return value;
        }
        problems.warning(
                node.line("terminator"),
                "`terminator` is " + Text.quoted(value) + " and taken as CRLF (expected: CR or CRLF)");
        return "CRLF";
    }

    private void handedOn(Node node, Map<String, Object> properties) {
        putUnlessEmpty(properties, "settings", LoginSettings.read(node));
        putUnlessEmpty(properties, "preferences", preferences(node));
        node.done(LoginSettings.names());
    }

    private List<String> preferences(Node node) {
        Map<String, String> preferences = new TreeMap<>(defaults.preferences());
        node.children("syspref_overrides").forEach(overrides -> preferences.putAll(overrides.texts()));
        return preferences.entrySet().stream()
                .map(preference -> preference.getKey() + "=" + preference.getValue())
                .toList();
    }

    private static void putUnlessEmpty(Map<String, Object> properties, String name, List<String> values) {
        if (!values.isEmpty()) {
            properties.put(name, List.copyOf(values));
        }
    }
}
