// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads libraries, item types and categories: what all else is described by. */
final class ReferenceLoader implements RowLoader {
    private final Ids ids;
    private final Reference reference;
    private final List<String> columns;
    private final TableWriter inserts;
    private final TableWriter updates;

    ReferenceLoader(Connection connection, Ids ids, Reference reference, Set<String> present) throws SQLException {
        this.ids = ids;
        this.reference = reference;
        this.columns = List.copyOf(present);
        this.inserts = TableWriter.inserting(connection, reference.table(), columns);
        this.updates = TableWriter.updating(connection, reference.table(), "id", columns, List.of());
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Long> known = ids.of(reference, rows, reference.key());
        for (Row row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            columns.forEach(column -> values.add(row.stored(column)));
            Long id = known.get(row.text(reference.key()));
            if (id == null) {
                inserts.add(values);
            } else {
                values.add(id);
                updates.add(values);
            }
        }
        inserts.write();
        updates.write();
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        updates.close();
    }
}
