// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads loans. One that is there already becomes the loan of the file, and can no longer be taken back by a terminal. */
final class LoanLoader implements RowLoader {
    private static final List<String> PLAIN = List.of("loaned", "due", "renewals", "recalled", "recall_due");
    private static final List<String> FORGOTTEN = List.of(
            "renewed = NULL",
            "made = NULL",
            "undo_status = NULL",
            "undo_to_library = NULL",
            "undo_hold_id = NULL",
            "undo_fee_id = NULL");

    private final Ids ids;
    private final KeyQuery existing;
    private final List<String> plain;
    private final TableWriter inserts;
    private final TableWriter updates;

    LoanLoader(Connection connection, Ids ids, Set<String> present) throws SQLException {
        this.ids = ids;
        this.existing = new KeyQuery(connection, "SELECT item_id FROM loans WHERE item_id IN");
        this.plain = PLAIN.stream().filter(present::contains).toList();
        List<String> columns = new ArrayList<>(plain);
        columns.add("patron_id");
        List<String> all = new ArrayList<>(columns);
        all.add("item_id");
        this.inserts = TableWriter.insertingUnnumbered(connection, "loans", all);
        this.updates = TableWriter.updating(connection, "loans", "item_id", columns, FORGOTTEN);
    }

    @Override
    public void load(List<Row> rows) throws SQLException {
        Map<String, Long> items = ids.of(Reference.ITEM, rows, "barcode");
        Map<String, Long> patrons = ids.of(Reference.PATRON, rows, "cardnumber");
        Set<Long> known = new HashSet<>();
        existing.each(items.values(), loan -> known.add(loan.getLong(1)));
        for (Row row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            plain.forEach(column -> values.add(row.stored(column)));
            values.add(patrons.get(row.text("cardnumber")));
            Long item = items.get(row.text("barcode"));
            values.add(item);
            if (item != null && known.contains(item)) {
                updates.add(values);
            } else {
                inserts.add(values);
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
