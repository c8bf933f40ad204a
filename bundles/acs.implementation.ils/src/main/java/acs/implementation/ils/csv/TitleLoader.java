// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads the titles that items are copies of: one for each title id, one for each item that has none. */
final class TitleLoader implements AutoCloseable {
    private final Ids ids;
    private final boolean coded;
    private final List<String> columns;
    private final TableWriter inserts;
    private final TableWriter updates;
    private final TableWriter holdsOfItem;
    private final TableWriter holdsOfTitle;
    private final TableWriter deletes;

    TitleLoader(Connection connection, Ids ids, Set<String> present) throws SQLException {
        this.ids = ids;
        this.coded = present.contains("title_id");
        this.columns = List.of("title", "author", "isbn").stream()
                .filter(present::contains)
                .toList();
        List<String> all = new ArrayList<>(columns);
        all.add("code");
        this.inserts = TableWriter.inserting(connection, "titles", all);
        this.updates = TableWriter.updating(connection, "titles", "id", columns, List.of());
        this.holdsOfItem =
                TableWriter.running(connection, "UPDATE holds SET title_id = ? WHERE item_id = ? AND title_id = ?");
        this.holdsOfTitle = TableWriter.running(connection, "UPDATE holds SET title_id = ? WHERE title_id = ?");
        this.deletes = TableWriter.running(connection, "DELETE FROM titles WHERE id = ?");
    }

    /** Writes the titles of the rows; returns the number of each row's title. */
    Map<Row, Long> load(List<Row> rows, Map<String, ItemLoader.Known> items) throws SQLException {
        Map<String, Long> codes = ids.of(Reference.TITLE, rows, "title_id");
        Map<Row, Long> titles = new HashMap<>();
        Map<Long, Row> old = new LinkedHashMap<>();
        Map<String, Row> fresh = new LinkedHashMap<>();
        List<Row> single = new ArrayList<>();
        for (Row row : rows) {
            String code = row.text("title_id");
            ItemLoader.Known item = items.get(row.text("barcode"));
            Long id = code.isEmpty() ? kept(item) : codes.get(code);
            if (id != null) {
                titles.put(row, id);
                old.put(id, row);
            } else if (code.isEmpty()) {
                single.add(row);
            } else {
                fresh.put(code, row);
            }
        }
        update(old);
        insert(fresh, single, titles);
        Map<String, Long> written = new HashMap<>();
        fresh.forEach((code, row) -> written.put(code, titles.getOrDefault(row, 0L)));
        rows.forEach(row -> titles.computeIfAbsent(row, one -> written.get(one.text("title_id"))));
        return titles;
    }

    /** Lets the holds follow items that belong to another title now, and forgets titles that were theirs alone. */
    void follow(List<ItemLoader.Known> moved) throws SQLException {
        for (ItemLoader.Known item : moved) {
            if (item.code().isPresent()) {
                holdsOfItem.add(List.of(item.newTitleId(), item.id(), item.titleId()));
            } else {
                holdsOfTitle.add(List.of(item.newTitleId(), item.titleId()));
                deletes.add(List.of(item.titleId()));
            }
        }
        holdsOfItem.write();
        holdsOfTitle.write();
        deletes.write();
    }

    /** The title an item has already and keeps: any, if the file says nothing of titles, otherwise one of its own. */
    private @Nullable Long kept(ItemLoader.@Nullable Known item) {
        return item != null && (!coded || item.code().isEmpty()) ? (Long) item.titleId() : null;
    }

    private void update(Map<Long, Row> titles) throws SQLException {
        for (Map.Entry<Long, Row> title : titles.entrySet()) {
            List<@Nullable Object> values = values(title.getValue());
            values.add(title.getKey());
            updates.add(values);
        }
        updates.write();
    }

    private void insert(Map<String, Row> fresh, List<Row> single, Map<Row, Long> titles) throws SQLException {
        List<Row> all = new ArrayList<>(fresh.values());
        all.addAll(single);
        for (Row row : all) {
            List<@Nullable Object> values = values(row);
            values.add(row.value("title_id"));
            inserts.add(values);
        }
        long[] numbers = inserts.writeNumbered(all.size());
        for (int i = 0; i < numbers.length; i++) {
            titles.put(all.get(i), numbers[i]);
        }
    }

    private List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.stored(column)));
        return values;
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        updates.close();
        holdsOfItem.close();
        holdsOfTitle.close();
        deletes.close();
    }
}
