// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads patrons, with all the ids that find them. */
final class PatronLoader implements RowLoader {
    private static final Map<String, String> RENAMED =
            Map.of("pin", "pin_hash", "category", "category_id", "library", "library_id");
    private static final Map<String, String> KINDS =
            Map.of("cardnumber", "card", "userid", "userid", "aliases", "alias");

    private static final Map<String, String> COLUMNS = Map.of("userid", "userid", "alias", "aliases");

    private final Ids ids;
    private final PinHashes hashes;
    private final List<String> columns;
    private final TableWriter inserts;
    private final TableWriter updates;
    private final TableWriter releases;
    private final TableWriter names;
    private final KeyQuery taken;
    private final KeyQuery owned;
    private final Set<String> given;

    PatronLoader(Connection connection, Ids ids, PinHashes hashes, Set<String> present) throws SQLException {
        this.ids = ids;
        this.hashes = hashes;
        this.columns =
                present.stream().filter(column -> !column.equals("aliases")).toList();
        List<String> stored = columns.stream()
                .map(column -> RENAMED.getOrDefault(column, column))
                .toList();
        List<String> changes = new ArrayList<>(List.of("version = version + 1"));
        if (present.contains("pin")) {
            changes.add("pin_failures = 0");
        }
        this.inserts = TableWriter.inserting(connection, "patrons", stored);
        this.updates = TableWriter.updating(connection, "patrons", "id", stored, changes);
        this.releases = TableWriter.running(connection, "DELETE FROM patron_names WHERE name = ?");
        this.owned = new KeyQuery(connection, "SELECT name, kind, patron_id FROM patron_names WHERE patron_id IN");
        this.given = Set.copyOf(present);
        this.names =
                TableWriter.running(connection, "INSERT INTO patron_names (name, patron_id, kind) VALUES (?, ?, ?)");
        this.taken = new KeyQuery(connection, "SELECT name FROM patron_names WHERE name IN");
    }

    /**
     * Takes from the patrons the ids that the rows no longer give them: of all rows before any is loaded, as ids may change
     * hands.
     */
    void release(List<Row> rows) throws SQLException {
        Map<Long, Map<String, String>> wanted = new HashMap<>();
        Map<String, Long> known = ids.of(Reference.PATRON, rows, "cardnumber");
        for (Row row : rows) {
            Long id = known.get(row.text("cardnumber"));
            if (id != null) {
                wanted.put(id, PatronNames.of(row));
            }
        }
        Set<String> stale = new HashSet<>();
        owned.each(wanted.keySet(), row -> {
            String name = row.getString(1);
            String column = COLUMNS.getOrDefault(row.getString(2), "");
            Map<String, String> names = wanted.getOrDefault(row.getLong(3), Map.of());
            if (given.contains(column) && !column.equals(names.get(name))) {
                stale.add(name);
            }
        });
        for (String name : stale) {
            releases.add(List.of(name));
        }
        releases.write();
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Long> known = ids.of(Reference.PATRON, rows, "cardnumber");
        List<Row> fresh = new ArrayList<>();
        List<Row> old = new ArrayList<>();
        for (Row row : rows) {
            List<@Nullable Object> values = values(row);
            Long id = known.get(row.text("cardnumber"));
            if (id == null) {
                inserts.add(values);
                fresh.add(row);
            } else {
                values.add(id);
                updates.add(values);
                old.add(row);
            }
        }
        long[] numbers = inserts.writeNumbered(fresh.size());
        updates.write();
        for (int i = 0; i < numbers.length; i++) {
            name(fresh.get(i), numbers[i], Set.of());
        }
        Set<String> kept = taken.existing(old.stream()
                .flatMap(row -> PatronNames.of(row).keySet().stream())
                .toList());
        for (Row row : old) {
            name(row, known.getOrDefault(row.text("cardnumber"), 0L), kept);
        }
        names.write();
    }

    private void name(Row row, long id, Set<String> kept) throws SQLException {
        Set<String> left = new HashSet<>(PatronNames.of(row).keySet());
        left.removeAll(kept);
        for (Map.Entry<String, String> name : PatronNames.of(row).entrySet()) {
            if (left.contains(name.getKey())) {
                names.add(List.of(name.getKey(), id, KINDS.getOrDefault(name.getValue(), name.getValue())));
            }
        }
    }

    private List<@Nullable Object> values(Row row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : columns) {
            values.add(
                    switch (column) {
                        case "category" -> ids.of(Reference.CATEGORY, row.text(column));
                        case "library" -> ids.of(Reference.LIBRARY, row.text(column));
                        case "pin" -> hash(row.text(column));
                        default -> row.stored(column);
                    });
        }
        return values;
    }

    private @Nullable String hash(String pin) {
        if (pin.isEmpty()) {
            return null;
        }
        return pin.startsWith(Kind.HASHED) ? pin.substring(Kind.HASHED.length()) : hashes.take();
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        updates.close();
        releases.close();
        names.close();
    }
}
