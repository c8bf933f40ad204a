// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import acs.api.data.Progress;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;

/**
 * Saves the database as the CSV files that {@link Importer} takes, as it was at one moment. Safe for use by many threads.
 *
 * <p>The files have the data of patrons and the hashes of their PINs, so only their owner may read them.
 */
public final class Exporter {
    private static final int TOGETHER = 1000;

    private final DataSource database;
    private final Clock clock;
    private final Currency currency;

    /**
     * An exporter.
     *
     * @param database with the schema in place
     * @param clock whose zone is the library's
     * @param currency what amounts are in
     */
    public Exporter(DataSource database, Clock clock, Currency currency) {
        this.database = requireNonNull(database, "database");
        this.clock = requireNonNull(clock, "clock");
        this.currency = requireNonNull(currency, "currency");
    }

    /**
     * Writes all files.
     *
     * @param folder made if it is not there; files of the same names are replaced, all at the end
     * @param progress is told how far it is
     * @throws IOException if the database cannot be read or a file not be written; files of before are as they were then
     */
    public void exportTo(Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        Map<DataFile, Path> written = new EnumMap<>(DataFile.class);
        try (Connection connection = database.getConnection()) {
            // One moment for all files. A pool puts the level back when the connection is closed.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            BulkWork.begin(connection);
            write(connection, folder, written, progress);
            connection.rollback();
            for (Map.Entry<DataFile, Path> file : written.entrySet()) {
                Path target = folder.resolve(file.getKey().fileName());
                Files.move(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (SQLException failure) {
            throw new IOException("The database failed, nothing was exported: " + failure.getMessage(), failure);
        } finally {
            for (Path file : written.values()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void write(Connection connection, Path folder, Map<DataFile, Path> written, Progress progress)
            throws IOException, SQLException {
        long total = 0;
        for (DataFile file : DataFile.values()) {
            total += count(connection, file);
        }
        long done = 0;
        for (DataFile file : DataFile.values()) {
            // Temporary files are their owner's alone.
            Path path = Files.createTempFile(folder, "." + file.fileName(), ".new");
            written.put(file, path);
            try (Writer out = Files.newBufferedWriter(path, UTF_8)) {
                print(out, file.columns().stream().map(Column::name).toList());
                done = write(connection, file, out, done, total, progress);
            }
        }
        progress.reached(Progress.Step.SAVE, total, total);
    }

    private static long count(Connection connection, DataFile file) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(ExportQuery.count(file))) {
            row.next();
            return row.getLong(1);
        }
    }

    private long write(Connection connection, DataFile file, Writer out, long done, long total, Progress progress)
            throws IOException, SQLException {
        Today today = Today.of(clock, currency);
        int aliases = file.indexOf("aliases");
        long count = done;
        try (var query = connection.prepareStatement(ExportQuery.of(file))) {
            query.setFetchSize(TOGETHER);
            try (ResultSet rows = query.executeQuery()) {
                boolean more = rows.next();
                while (more) {
                    List<String> cells = cells(file, rows, today);
                    more = aliases < 0 ? rows.next() : gather(rows, cells, aliases);
                    print(out, cells);
                    if (++count % TOGETHER == 0) {
                        progress.reached(Progress.Step.SAVE, Math.min(count, total), total);
                    }
                }
            }
        }
        return count;
    }

    /** Makes one row of all that differ in the alias only; returns whether there are more. */
    private static boolean gather(ResultSet rows, List<String> cells, int aliases) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        names.add(cells.get(aliases));
        boolean more = rows.next();
        while (more && rows.getString(1).equals(cells.get(0))) {
            names.add(rows.getString(aliases + 1));
            more = rows.next();
        }
        cells.set(aliases, String.join(" ", names));
        return more;
    }

    private static void print(Writer out, List<String> cells) throws IOException {
        out.write(CSVFormat.RFC4180.format(cells.toArray()));
        out.write(CSVFormat.RFC4180.getRecordSeparator());
    }

    private static List<String> cells(DataFile file, ResultSet row, Today today) throws SQLException {
        List<String> cells = new ArrayList<>(file.columns().size());
        for (Column column : file.columns()) {
            Object value = row.getObject(cells.size() + 1, column.kind().type());
            cells.add(value == null ? "" : cell(column.kind(), value, today));
        }
        return cells;
    }

    private static String cell(Kind kind, Object value, Today today) {
        return kind.writer().write(value instanceof OffsetDateTime time ? time.toInstant() : value, today);
    }
}
