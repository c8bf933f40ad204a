// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import acs.api.data.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes checked files into the database, within the caller's transaction. */
final class Loader {
    private static final int TOGETHER = 1000;

    private final Connection connection;
    private final Today today;
    private final Problems problems;
    private final Checker checked;
    private final PinHashes hashes;
    private final Progress progress;
    private final long total;
    private long done;

    Loader(
            Connection connection,
            Today today,
            Problems problems,
            Checker checked,
            PinHashes hashes,
            Progress progress) {
        this.connection = connection;
        this.today = today;
        this.problems = problems;
        this.checked = checked;
        this.hashes = hashes;
        this.progress = progress;
        this.total = checked.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Writes all rows; what is found wrong only now goes to the problems. */
    void load(EnumMap<DataFile, Path> files) throws IOException, SQLException {
        Ids ids = new Ids(connection);
        for (Map.Entry<DataFile, Path> file : files.entrySet()) {
            load(file.getKey(), file.getValue(), ids);
        }
        boolean reference = files.containsKey(DataFile.LIBRARIES)
                || files.containsKey(DataFile.ITEM_TYPES)
                || files.containsKey(DataFile.CATEGORIES);
        if (reference) {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE revisions SET revision = revision + 1 WHERE subject = 'reference'");
            }
        }
    }

    private void load(DataFile file, Path path, Ids ids) throws IOException, SQLException {
        try (CsvFile csv = CsvFile.open(path, file, today, problems);
                RowLoader loader = loader(file, path, ids, csv.present())) {
            if (loader instanceof PatronLoader patrons && hasPatrons()) {
                release(path, patrons);
            }
            for (List<Row> rows = next(csv); !rows.isEmpty(); rows = next(csv)) {
                loader.load(rows);
                done += rows.size();
                progress.reached(Progress.Step.LOAD, Math.min(done, total), total);
            }
        }
    }

    private RowLoader loader(DataFile file, Path path, Ids ids, Set<String> present) throws SQLException {
        return switch (file) {
            case LIBRARIES -> new ReferenceLoader(connection, ids, Reference.LIBRARY, present);
            case ITEM_TYPES -> new ReferenceLoader(connection, ids, Reference.ITEM_TYPE, present);
            case CATEGORIES -> new ReferenceLoader(connection, ids, Reference.CATEGORY, present);
            case PATRONS -> new PatronLoader(connection, ids, hashes, present);
            case ITEMS -> new ItemLoader(connection, ids, present);
            case LOANS -> new LoanLoader(connection, ids, present);
            case HOLDS -> new HoldLoader(connection, ids, path.toString(), problems, today.now(), present);
            case FEES -> new FeeLoader(connection, ids, checked.fees(), today.now(), present);
        };
    }

    private boolean hasPatrons() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT EXISTS (SELECT 1 FROM patrons)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void release(Path path, PatronLoader patrons) throws IOException, SQLException {
        try (CsvFile csv = CsvFile.open(path, DataFile.PATRONS, today, problems)) {
            for (List<Row> rows = next(csv); !rows.isEmpty(); rows = next(csv)) {
                patrons.release(rows);
            }
        }
    }

    private static List<Row> next(CsvFile csv) throws IOException {
        List<Row> rows = new ArrayList<>(TOGETHER);
        while (rows.size() < TOGETHER) {
            Optional<Row> row = csv.next();
            if (row.isEmpty()) {
                break;
            }
            rows.add(row.get());
        }
        return rows;
    }
}
