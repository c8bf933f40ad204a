// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database's own numbers of what rows refer to by keys. */
final class Ids {
    private final Connection connection;
    private final Map<Reference, Map<String, Long>> few = new EnumMap<>(Reference.class);

    Ids(Connection connection) {
        this.connection = connection;
    }

    /** The numbers of all of the keys that there are. */
    Map<String, Long> of(Reference reference, Collection<String> keys) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        String select = "SELECT " + reference.key() + ", id FROM " + reference.table() + " WHERE " + reference.key();
        new KeyQuery(connection, select + " IN").each(keys, row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    /** The numbers of what a column of the rows refers to. */
    Map<String, Long> of(Reference reference, List<Row> rows, String column) throws SQLException {
        return of(
                reference,
                rows.stream()
                        .map(row -> row.text(column))
                        .filter(key -> !key.isEmpty())
                        .toList());
    }

    /** The number of something there is little of, which is remembered; null for an empty key. */
    @Nullable
    Long of(Reference reference, String key) throws SQLException {
        if (key.isEmpty()) {
            return null;
        }
        Map<String, Long> known = few.computeIfAbsent(reference, any -> new HashMap<>());
        Long id = known.get(key);
        if (id == null) {
            id = of(reference, List.of(key)).get(key);
            if (id == null) {
                throw new SQLException(reference.table() + " has lost " + key + " since it was checked");
            }
            known.put(key, id);
        }
        return id;
    }
}
