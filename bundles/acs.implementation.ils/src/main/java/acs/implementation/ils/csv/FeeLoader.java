// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads fees. One without an id is always a new one. */
final class FeeLoader implements RowLoader {
    private final FeeCodes codes;
    private final KeyTable given;
    private final Ids ids;
    private final Instant now;
    private final Set<String> present;
    private final KeyQuery existing;
    private final TableWriter inserts;
    private final TableWriter updates;

    FeeLoader(Connection connection, Ids ids, KeyTable given, Instant now, Set<String> present) throws SQLException {
        this.codes = new FeeCodes(connection);
        this.given = given;
        this.ids = ids;
        this.now = now;
        this.present = present;
        this.existing = new KeyQuery(connection, "SELECT code, id FROM fees WHERE code IN");
        List<String> columns = new ArrayList<>(List.of("patron_id", "fee_type", "amount"));
        if (present.contains("outstanding")) {
            columns.add("outstanding");
        }
        if (present.contains("description")) {
            columns.add("description");
        }
        if (present.contains("barcode")) {
            columns.add("item_id");
        }
        if (present.contains("date")) {
            columns.add("charged");
        }
        this.updates = TableWriter.updating(connection, "fees", "id", columns, List.of());
        this.inserts = TableWriter.inserting(
                connection,
                "fees",
                List.of("patron_id", "fee_type", "amount", "outstanding", "description", "item_id", "charged", "code"));
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Long> patrons = ids.of(Reference.PATRON, rows, "cardnumber");
        Map<String, Long> items = ids.of(Reference.ITEM, rows, "barcode");
        Map<String, Long> known = new HashMap<>();
        existing.each(
                rows.stream()
                        .map(row -> row.text("id"))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                fee -> known.put(fee.getString(1), fee.getLong(2)));
        for (Row row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(patrons.get(row.text("cardnumber")));
            values.add(row.value("type"));
            values.add(row.value("amount"));
            Long id = known.get(row.text("id"));
            addOptional(values, row, items, id == null);
            if (id == null) {
                values.add(row.text("id").isEmpty() ? codes.next(given) : row.text("id"));
                inserts.add(values);
            } else {
                values.add(id);
                updates.add(values);
            }
        }
        inserts.write();
        updates.write();
        codes.goBehind(rows);
    }

    private void addOptional(List<@Nullable Object> values, Row row, Map<String, Long> items, boolean all) {
        if (all || present.contains("outstanding")) {
            values.add(row.value("outstanding") == null ? row.value("amount") : row.value("outstanding"));
        }
        if (all || present.contains("description")) {
            values.add(row.text("description"));
        }
        if (all || present.contains("barcode")) {
            values.add(items.get(row.text("barcode")));
        }
        if (all || present.contains("date")) {
            values.add(Objects.requireNonNullElse(row.value("date"), now));
        }
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        updates.close();
    }
}
