// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.DirectoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of an entry becomes what of a patron.
 *
 * @param columns of the patron, in the order of the configuration
 * @param categories the directory's words for categories of patrons; what is not among them is taken as it is
 * @param otherCategory the category of those whose word is not among them; empty = none
 * @param clears whether an attribute that the entry does not have empties the column
 */
record Mapping(List<Column> columns, Map<String, String> categories, String otherCategory, boolean clears) {
    private static final String USER_ID = "userid";
    private static final String PASSWORD = "password";
    private static final String CATEGORY = "categorycode";
    /** What is longer belongs in no column, e.g. a photograph. */
    private static final int LONGEST = 4000;

    /** One column: where it comes from, and what it is if it is not there. */
    record Column(String name, String attribute, String otherwise) {
        /** Reads {@code name=attribute} or {@code name=attribute|default}. */
        static Column of(String text) {
            int equals = text.indexOf('=');
            int bar = text.indexOf('|', equals);
            String name = equals < 0 ? "" : text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("mapping: \"" + text + "\" (expected: column=attribute|default)");
            }
            String attribute = bar < 0 ? text.substring(equals + 1) : text.substring(equals + 1, bar);
            String otherwise = bar < 0 ? "" : text.substring(bar + 1);
            return new Column(name, attribute.strip(), otherwise.strip());
        }
    }

    Mapping {
        columns = List.copyOf(columns);
        categories = Map.copyOf(categories);
        if (columns.stream().noneMatch(column -> column.name.equals(USER_ID) && !column.attribute.isEmpty())) {
            throw new IllegalArgumentException("mapping: no userid (expected: userid=ATTRIBUTE, e.g. userid=uid)");
        }
    }

    static Mapping of(String[] columns, String[] categories, String otherCategory, boolean clears) {
        List<Column> read = new ArrayList<>();
        for (String column : columns) {
            read.add(Column.of(column));
        }
        Map<String, String> words = new TreeMap<>();
        for (String word : categories) {
            int equals = word.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("categories: \"" + word + "\" (expected: word=CATEGORY)");
            }
            words.put(
                    word.substring(0, equals).strip(),
                    word.substring(equals + 1).strip());
        }
        return new Mapping(read, words, otherCategory, clears);
    }

    /** The attribute that holds the name by which people are looked for. */
    String userId() {
        return columns.stream()
                .filter(column -> column.name.equals(USER_ID))
                .findFirst()
                .orElseThrow()
                .attribute;
    }

    boolean hasPassword() {
        return columns.stream().anyMatch(column -> column.name.equals(PASSWORD));
    }

    /** What a search has to bring along; never the password. */
    String[] attributes() {
        return columns.stream()
                .filter(column -> !column.name.equals(PASSWORD) && !column.attribute.isEmpty())
                .map(Column::attribute)
                .distinct()
                .toArray(String[]::new);
    }

    /** The patron that an entry describes. */
    DirectoryEntry describe(Person person, boolean creates, boolean updates, DirectoryEntry.Pin pin) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> defaults = new TreeMap<>();
        for (Column column : columns) {
            if (column.name.equals(PASSWORD)) {
                continue;
            }
            String value = person.value(column.attribute);
            String otherwise = column.otherwise;
            if (!otherwise.isEmpty()) {
                defaults.put(column.name, otherwise);
            }
            if (!value.isEmpty() && value.length() <= LONGEST) {
                values.put(column.name, column.name.equals(CATEGORY) ? category(value) : value);
            } else if (clears) {
                values.put(column.name, otherwise);
            }
        }
        values.remove(CATEGORY, "");
        return new DirectoryEntry(values, defaults, creates, updates, pin);
    }

    private String category(String word) {
        String known = categories.get(word);
        if (known != null) {
            return known;
        }
        return otherCategory.isEmpty() ? word : otherCategory;
    }
}
