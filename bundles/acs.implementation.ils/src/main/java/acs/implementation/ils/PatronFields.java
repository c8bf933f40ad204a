// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.auth.DirectoryEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a directory says of a patron in Koha's words, in the columns that the library has for it. */
final class PatronFields {
    static final String CATEGORY = "categorycode";
    static final String LIBRARY = "branchcode";

    /** Texts by Koha's name. */
    private static final Map<String, String> TEXTS =
            Map.of("firstname", "firstname", "email", "email", "phone", "phone", "borrowernotes", "note");

    private static final Map<String, String> DATES = Map.of("dateexpiry", "expires", "dateofbirth", "born");
    private static final List<String> ADDRESS =
            List.of("streetnumber", "address", "address2", "city", "state", "zipcode", "country");
    /** Dealt with apart, or of no use: nobody shows them. */
    private static final Set<String> OTHERS = Set.of(
            "cardnumber",
            "userid",
            "surname",
            "password",
            CATEGORY,
            LIBRARY,
            "initials",
            "title",
            "othernames",
            "sex",
            "mobile",
            "fax",
            "emailpro",
            "phonepro",
            "dateenrolled",
            "opacnote",
            "contactname",
            "sort1",
            "sort2");

    private final DirectoryEntry entry;

    PatronFields(DirectoryEntry entry) {
        this.entry = entry;
    }

    /** What the directory says; empty = nothing, an empty text = that there is none. */
    Optional<String> value(String name) {
        return Optional.ofNullable(entry.values().get(name));
    }

    String otherwise(String name) {
        return entry.defaults().getOrDefault(name, "");
    }

    /** What a new patron begins with. */
    String initially(String name) {
        return value(name).filter(text -> !text.isEmpty()).orElse(otherwise(name));
    }

    /** The columns that the directory says something of, for a patron who is there. */
    Map<String, Object> columns() {
        Map<String, Object> columns = new TreeMap<>();
        TEXTS.forEach((name, column) -> value(name).ifPresent(text -> columns.put(column, text)));
        DATES.forEach((name, column) -> value(name).ifPresent(text -> {
            Optional<LocalDate> day = date(text);
            if (day.isPresent() || text.isEmpty()) {
                columns.put(column, day);
            }
        }));
        if (ADDRESS.stream().anyMatch(entry.values()::containsKey)) {
            columns.put("address", address(this::initially));
        }
        return columns;
    }

    /** All columns, for a new patron. */
    Map<String, Object> initialColumns() {
        Map<String, Object> columns = new TreeMap<>();
        TEXTS.forEach((name, column) -> columns.put(column, initially(name)));
        DATES.forEach((name, column) -> date(initially(name)).ifPresent(day -> columns.put(column, day)));
        columns.put("address", address(this::initially));
        return columns;
    }

    Map<String, String> attributes() {
        return extended(entry.values());
    }

    Map<String, String> initialAttributes() {
        Map<String, String> all = new TreeMap<>(entry.defaults());
        entry.values().forEach((name, text) -> {
            if (!text.isEmpty()) {
                all.put(name, text);
            }
        });
        return extended(all);
    }

    private static Map<String, String> extended(Map<String, String> all) {
        Map<String, String> extended = new TreeMap<>(all);
        extended.keySet().removeIf(PatronFields::isColumn);
        return extended;
    }

    private static boolean isColumn(String name) {
        return TEXTS.containsKey(name) || DATES.containsKey(name) || ADDRESS.contains(name) || OTHERS.contains(name);
    }

    private static String address(UnaryOperator<String> value) {
        StringJoiner address = new StringJoiner(", ");
        for (String part : ADDRESS) {
            String text = value.apply(part);
            if (!text.isEmpty()) {
                address.add(text);
            }
        }
        return address.toString();
    }

    /** {@code 2026-01-31} or, as directories write it, {@code 20260131…}. */
    private static Optional<LocalDate> date(String text) {
        String day = text.matches("[0-9]{8}.*")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8)
                : text;
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
