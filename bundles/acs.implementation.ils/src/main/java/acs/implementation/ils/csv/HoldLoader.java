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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads holds: a patron has one for an item, and one for any copy of a title. */
final class HoldLoader implements RowLoader {
    private final Ids ids;
    private final String path;
    private final Problems problems;
    private final Instant now;
    private final KeyQuery items;
    private final KeyQuery existing;
    private final Set<String> present;
    private final TableWriter inserts;
    private final TableWriter updates;

    HoldLoader(Connection connection, Ids ids, String path, Problems problems, Instant now, Set<String> present)
            throws SQLException {
        this.ids = ids;
        this.path = path;
        this.problems = problems;
        this.now = now;
        this.present = present;
        this.items = new KeyQuery(connection, "SELECT barcode, id, title_id FROM items WHERE barcode IN");
        this.existing = new KeyQuery(
                connection, "SELECT id, patron_id, level, title_id, item_id FROM holds WHERE patron_id IN");
        List<String> columns = new ArrayList<>(List.of("pickup_library_id"));
        if (present.contains("placed")) {
            columns.add("placed");
        }
        if (present.contains("status")) {
            columns.addAll(List.of("status", "item_id"));
        }
        if (present.contains("expires")) {
            columns.addAll(List.of("wanted_until", "shelf_until"));
        }
        this.updates = TableWriter.updating(connection, "holds", "id", columns, List.of());
        this.inserts = TableWriter.inserting(
                connection,
                "holds",
                List.of(
                        "pickup_library_id",
                        "placed",
                        "status",
                        "item_id",
                        "wanted_until",
                        "shelf_until",
                        "patron_id",
                        "level",
                        "title_id"));
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Long> patrons = ids.of(Reference.PATRON, rows, "cardnumber");
        Map<String, Long> titles = ids.of(Reference.TITLE, rows, "title_id");
        Map<String, Item> copies = copies(rows);
        Map<Key, Long> known = known(patrons);
        for (Row row : rows) {
            Optional<Item> item = Optional.ofNullable(copies.get(row.text("barcode")));
            Long title = titles.getOrDefault(
                    row.text("title_id"), item.map(Item::title).orElse(0L));
            if (item.isPresent() && item.get().title != title) {
                refuse(row);
                continue;
            }
            Key key = new Key(
                    patrons.getOrDefault(row.text("cardnumber"), 0L),
                    RowRules.isForItem(row) ? "item" : "title",
                    RowRules.isForItem(row) ? item.map(Item::id).orElse(0L) : title);
            Long id = known.get(key);
            if (id == null) {
                insert(row, key, item, title);
            } else {
                update(row, id, item);
            }
        }
        inserts.write();
        updates.write();
    }

    private void insert(Row row, Key key, Optional<Item> item, long title) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ids.of(Reference.LIBRARY, row.text("pickup_library")));
        values.add(placed(row));
        values.add(row.stored("status"));
        values.add(copy(row, item));
        values.add(isWaiting(row) ? null : row.value("expires"));
        values.add(isWaiting(row) ? row.value("expires") : null);
        values.addAll(List.of(key.patron, key.level, title));
        inserts.add(values);
    }

    private void update(Row row, long id, Optional<Item> item) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ids.of(Reference.LIBRARY, row.text("pickup_library")));
        if (present.contains("placed")) {
            values.add(placed(row));
        }
        if (present.contains("status")) {
            values.add(row.stored("status"));
            values.add(copy(row, item));
        }
        if (present.contains("expires")) {
            values.add(isWaiting(row) ? null : row.value("expires"));
            values.add(isWaiting(row) ? row.value("expires") : null);
        }
        values.add(id);
        updates.add(values);
    }

    private Object placed(Row row) {
        return Objects.requireNonNullElse(row.value("placed"), now);
    }

    private static boolean isWaiting(Row row) {
        return row.text("status").equals("waiting");
    }

    /** The copy asked for or set aside; of a title that still waits for one, none. */
    private static @Nullable Long copy(Row row, Optional<Item> item) {
        boolean certain = RowRules.isForItem(row) || RowRules.isCaptured(row);
        return certain && item.isPresent() ? (Long) item.get().id : null;
    }

    private void refuse(Row row) {
        Column column = DataFile.HOLDS.columns().get(DataFile.HOLDS.indexOf("barcode"));
        String expected = "a copy of the title " + row.text("title_id");
        problems.add(path, row.line(), column, row.text("barcode"), expected);
    }

    private Map<String, Item> copies(List<Row> rows) throws SQLException {
        Map<String, Item> copies = new HashMap<>();
        items.each(
                rows.stream()
                        .map(row -> row.text("barcode"))
                        .filter(barcode -> !barcode.isEmpty())
                        .toList(),
                item -> copies.put(item.getString(1), new Item(item.getLong(2), item.getLong(3))));
        return copies;
    }

    private Map<Key, Long> known(Map<String, Long> patrons) throws SQLException {
        Map<Key, Long> known = new HashMap<>();
        existing.each(patrons.values(), hold -> {
            String level = hold.getString(3);
            long target = level.equals("item") ? hold.getLong(5) : hold.getLong(4);
            known.put(new Key(hold.getLong(2), level, target), hold.getLong(1));
        });
        return known;
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        updates.close();
    }

    private record Item(long id, long title) {}

    /** What makes a hold that hold: the target is the item or the title. */
    private record Key(long patron, String level, long target) {}
}
