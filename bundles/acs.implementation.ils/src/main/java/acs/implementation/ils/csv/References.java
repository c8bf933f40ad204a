// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that what rows refer to is in the files, or in the database already. */
final class References {
    private static final int PENDING = 500;

    private final Connection connection;
    private final Problems problems;
    private final Map<Reference, KeyTable> defined = new EnumMap<>(Reference.class);
    private final Map<Reference, Set<String>> stored = new EnumMap<>(Reference.class);
    private final Set<Reference> unknowable = EnumSet.noneOf(Reference.class);
    private final List<Open> open = new ArrayList<>();

    References(Connection connection, Problems problems) {
        this.connection = connection;
        this.problems = problems;
        for (Reference reference : Reference.values()) {
            defined.put(reference, new KeyTable());
        }
    }

    /** The keys that the files define, each with the line of the first. */
    KeyTable defined(Reference reference) {
        return requireNonNull(defined.get(reference), "reference");
    }

    /** A file could not be read to its end, so nobody knows which keys it has: what refers to them is left alone. */
    void unreadable(DataFile file) {
        file.columns().forEach(column -> column.defines().ifPresent(unknowable::add));
    }

    /** Checks the cells of a row that refer to something, now or, of several rows together, by {@link #settle}. */
    void check(String path, Row row) throws SQLException {
        List<Column> columns = row.file().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object key = column.refersTo().isEmpty() ? null : row.value(i);
            if (key != null) {
                check(new Open(path, row.line(), column, column.refersTo().get(), key.toString()));
            }
        }
    }

    /** Asks the database for what is still open. */
    void settle() throws SQLException {
        for (Reference reference : Reference.values()) {
            List<Open> asked =
                    open.stream().filter(one -> one.reference == reference).toList();
            if (!asked.isEmpty()) {
                Set<String> existing =
                        query(reference).existing(asked.stream().map(Open::key).toList());
                asked.stream().filter(one -> !existing.contains(one.key)).forEach(this::refuse);
            }
        }
        open.clear();
    }

    private void check(Open reference) throws SQLException {
        if (unknowable.contains(reference.reference)
                || defined(reference.reference).contains(reference.key)) {
            return;
        }
        if (reference.reference.few()) {
            if (!stored(reference.reference).contains(reference.key)) {
                refuse(reference);
            }
            return;
        }
        open.add(reference);
        if (open.size() >= PENDING) {
            settle();
        }
    }

    private void refuse(Open reference) {
        String expected = "one that is in " + files(reference.reference) + " or in the database";
        problems.add(reference.path, reference.line, reference.column, reference.key, expected);
    }

    private static String files(Reference reference) {
        for (DataFile file : DataFile.values()) {
            if (file.columns().stream()
                    .anyMatch(
                            column -> column.defines().filter(reference::equals).isPresent())) {
                return file.fileName();
            }
        }
        throw new IllegalStateException(reference + " is defined by no file");
    }

    /** All keys of a table that is small; read once. */
    private Set<String> stored(Reference reference) throws SQLException {
        Set<String> known = stored.get(reference);
        if (known != null) {
            return known;
        }
        Set<String> keys = new HashSet<>();
        String sql = "SELECT " + reference.key() + " FROM " + reference.table();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        stored.put(reference, keys);
        return keys;
    }

    private KeyQuery query(Reference reference) {
        String key = reference.key();
        return new KeyQuery(connection, "SELECT " + key + " FROM " + reference.table() + " WHERE " + key + " IN");
    }

    private record Open(String path, int line, Column column, Reference reference, String key) {}
}
