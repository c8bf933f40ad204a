// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads items. */
final class ItemLoader implements RowLoader {
    private static final List<String> PLAIN = List.of(
            "barcode",
            "collection",
            "location",
            "call_number",
            "status",
            "not_for_loan",
            "materials",
            "properties",
            "price");

    private final Ids ids;
    private final TitleLoader titles;
    private final KeyQuery existing;
    private final List<String> plain;
    private final boolean holding;
    private final boolean status;
    private final TableWriter inserts;
    private final TableWriter updates;

    ItemLoader(Connection connection, Ids ids, Set<String> present) throws SQLException {
        this.ids = ids;
        this.titles = new TitleLoader(connection, ids, present);
        this.existing = new KeyQuery(
                connection,
                "SELECT i.barcode, i.id, t.id, t.code FROM items i JOIN titles t ON t.id = i.title_id"
                        + " WHERE i.barcode IN");
        this.plain = PLAIN.stream().filter(present::contains).toList();
        this.holding = present.contains("holding_library");
        this.status = present.contains("status");
        List<String> columns = new ArrayList<>(plain);
        columns.addAll(List.of("title_id", "item_type_id", "home_library_id"));
        if (status) {
            columns.add("to_library_id");
        }
        List<String> all = new ArrayList<>(columns);
        all.add("holding_library_id");
        this.inserts = TableWriter.inserting(connection, "items", all);
        this.updates = TableWriter.updating(connection, "items", "id", holding ? all : columns, List.of());
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Known> known = known(rows);
        Map<Row, Long> title = titles.load(rows, known);
        List<Known> moved = new ArrayList<>();
        for (Row row : rows) {
            long titleId = title.getOrDefault(row, 0L);
            Known item = known.get(row.text("barcode"));
            List<@Nullable Object> values = values(row, titleId);
            if (item == null) {
                values.add(holdingLibrary(row));
                inserts.add(values);
            } else {
                if (holding) {
                    values.add(holdingLibrary(row));
                }
                values.add(item.id);
                updates.add(values);
                if (item.titleId != titleId) {
                    moved.add(new Known(item.id, item.titleId, item.code, titleId));
                }
            }
        }
        inserts.write();
        updates.write();
        titles.follow(moved);
    }

    private List<@Nullable Object> values(Row row, long titleId) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        plain.forEach(column -> values.add(row.stored(column)));
        values.add(titleId);
        values.add(ids.of(Reference.ITEM_TYPE, row.text("item_type")));
        values.add(ids.of(Reference.LIBRARY, row.text("home_library")));
        if (status) {
            values.add(ids.of(Reference.LIBRARY, row.text("to_library")));
        }
        return values;
    }

    private @Nullable Long holdingLibrary(Row row) throws SQLException {
        String library = row.text("holding_library");
        return ids.of(Reference.LIBRARY, library.isEmpty() ? row.text("home_library") : library);
    }

    private Map<String, Known> known(List<Row> rows) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        existing.each(
                rows.stream().map(row -> row.text("barcode")).toList(),
                item -> known.put(
                        item.getString(1),
                        new Known(item.getLong(2), item.getLong(3), Optional.ofNullable(item.getString(4)), 0)));
        return known;
    }

    @Override
    public void close() throws SQLException {
        titles.close();
        inserts.close();
        updates.close();
    }

    /** An item of the database, its title with its code if it has one, and the title it belongs to from now on. */
    record Known(long id, long titleId, Optional<String> code, long newTitleId) {}
}
