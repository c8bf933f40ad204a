// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks the database for the rows of many keys at once: some hundred to a query, and always the same few queries. */
final class KeyQuery {
    private static final int[] SIZES = {500, 50, 5, 1};

    private final Connection connection;
    private final String select;

    /**
     * A query.
     *
     * @param select everything up to, and without, the list of keys: {@code SELECT … WHERE key IN}
     */
    KeyQuery(Connection connection, String select) {
        this.connection = connection;
        this.select = select;
    }

    /** What is done with each row found. */
    interface Found {
        void row(ResultSet row) throws SQLException;
    }

    /** Looks the keys up. */
    void each(Collection<?> keys, Found found) throws SQLException {
        List<Object> left = new ArrayList<>(new HashSet<>(keys));
        int from = 0;
        for (int size : SIZES) {
            if (left.size() - from >= size) {
                try (PreparedStatement query = connection.prepareStatement(select + places(size))) {
                    for (; left.size() - from >= size; from += size) {
                        ask(query, left.subList(from, from + size), found);
                    }
                }
            }
        }
    }

    /** Which of the keys are there, where the query selects the key alone. */
    Set<String> existing(Collection<String> keys) throws SQLException {
        Set<String> existing = new HashSet<>();
        each(keys, row -> existing.add(row.getString(1)));
        return existing;
    }

    private static void ask(PreparedStatement query, List<Object> keys, Found found) throws SQLException {
        for (int i = 0; i < keys.size(); i++) {
            query.setObject(i + 1, keys.get(i));
        }
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.row(rows);
            }
        }
    }

    private static String places(int count) {
        return " (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
