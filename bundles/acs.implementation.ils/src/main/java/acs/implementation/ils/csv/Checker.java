// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import acs.api.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads every file once and finds everything that is wrong, changing nothing. */
final class Checker {
    private static final int TOLD = 2000;

    private final Today today;
    private final Problems problems;
    private final References references;
    private final PatronNames names;
    private final RowRules rules;
    /** Keys of rows that define nothing others refer to. */
    private final KeyTable loans = new KeyTable();

    private final KeyTable holds = new KeyTable();
    private final KeyTable captured = new KeyTable();
    private final KeyTable fees = new KeyTable();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private long plainPins;

    Checker(Connection connection, Today today, Problems problems) {
        this.today = today;
        this.problems = problems;
        this.references = new References(connection, problems);
        this.names = new PatronNames(connection, problems);
        this.rules = new RowRules(problems, today);
    }

    /** Checks the files in the order in which they can refer to one another. */
    void check(EnumMap<DataFile, Path> files, Progress progress) throws IOException, SQLException {
        long total = 0;
        for (Path path : files.values()) {
            total += Files.size(path);
        }
        long before = 0;
        for (Map.Entry<DataFile, Path> file : files.entrySet()) {
            before += check(file.getKey(), file.getValue(), before, total, progress);
        }
        references.settle();
    }

    /** How many rows each file has, by its name. */
    Map<String, Long> rows() {
        return rows;
    }

    /** How many PINs have to be hashed. */
    long plainPins() {
        return plainPins;
    }

    /** The ids that the file of fees gives. */
    KeyTable fees() {
        return fees;
    }

    private long check(DataFile file, Path path, long before, long total, Progress progress)
            throws IOException, SQLException {
        long count = 0;
        try (CsvFile csv = CsvFile.open(path, file, today, problems)) {
            for (Optional<Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                check(path.toString(), row.get());
                if (++count % TOLD == 0) {
                    progress.reached(Progress.Step.CHECK, Math.min(total, before + csv.bytesRead()), total);
                }
            }
            if (file == DataFile.PATRONS) {
                names.finish(references.defined(Reference.PATRON), csv.present());
            }
            if (!csv.sound()) {
                references.unreadable(file);
            }
            progress.reached(Progress.Step.CHECK, Math.min(total, before + csv.bytesRead()), total);
            rows.put(file.fileName(), count);
            return csv.bytesRead();
        }
    }

    private void check(String path, Row row) throws SQLException {
        checkKey(path, row);
        references.check(path, row);
        rules.check(path, row);
    }

    private void checkKey(String path, Row row) throws SQLException {
        switch (row.file()) {
            case LIBRARIES -> unique(path, row, "code", row.text("code"), references.defined(Reference.LIBRARY));
            case ITEM_TYPES -> unique(path, row, "code", row.text("code"), references.defined(Reference.ITEM_TYPE));
            case CATEGORIES -> unique(path, row, "code", row.text("code"), references.defined(Reference.CATEGORY));
            case PATRONS -> checkPatron(path, row);
            case ITEMS -> {
                unique(path, row, "barcode", row.text("barcode"), references.defined(Reference.ITEM));
                if (!row.text("title_id").isEmpty()) {
                    references.defined(Reference.TITLE).putIfAbsent(row.text("title_id"), row.line());
                }
            }
            case LOANS -> unique(path, row, "barcode", row.text("barcode"), loans);
            case HOLDS -> checkHold(path, row);
            case FEES -> unique(path, row, "id", row.text("id"), fees);
        }
    }

    private void checkPatron(String path, Row row) throws SQLException {
        references.defined(Reference.PATRON).putIfAbsent(row.text("cardnumber"), row.line());
        names.check(path, row);
        String pin = row.text("pin");
        plainPins += pin.isEmpty() || pin.startsWith(Kind.HASHED) ? 0 : 1;
    }

    private void checkHold(String path, Row row) {
        String what = RowRules.isForItem(row) ? "item " + row.text("barcode") : "title " + titleOf(row);
        unique(path, row, "cardnumber", row.text("cardnumber"), what, holds);
        if (RowRules.isCaptured(row)) {
            unique(path, row, "barcode", row.text("barcode"), captured);
        }
    }

    private static String titleOf(Row hold) {
        String title = hold.text("title_id");
        return title.isEmpty() ? "of " + hold.text("barcode") : title;
    }

    private void unique(String path, Row row, String column, String key, KeyTable keys) {
        unique(path, row, column, key, "", keys);
    }

    private void unique(String path, Row row, String column, String key, String what, KeyTable keys) {
        if (key.isEmpty()) {
            return;
        }
        int line = keys.putIfAbsent(what.isEmpty() ? key : key + " " + what, row.line());
        if (line != 0) {
            String once = what.isEmpty() ? "each only once" : "one hold for " + what;
            Column which = row.file().columns().get(row.file().indexOf(column));
            problems.add(path, row.line(), which, key, once + ", as line " + line + " has it already");
        }
    }
}
