// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.util.Objects.requireNonNull;

import acs.api.data.ImportReport;
import acs.api.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Loads CSV files into the database: all of them or, when a single row is wrong, nothing.
 *
 * <p>The files are read twice: once to check every row, which changes nothing, and once to write them in one transaction.
 * Memory is bounded by the number of different keys, at some 30 bytes each. Safe for use by many threads.
 */
public final class Importer {
    private static final int TRIES = 3;

    private final DataSource database;
    private final Clock clock;
    private final Currency currency;
    private final Runnable changed;

    /**
     * An importer.
     *
     * @param database with the schema in place
     * @param clock what dates are relative to, in the library's zone
     * @param currency what amounts are in
     * @param changed run after every import that loaded something: caches are to be forgotten
     */
    public Importer(DataSource database, Clock clock, Currency currency, Runnable changed) {
        this.database = requireNonNull(database, "database");
        this.clock = requireNonNull(clock, "clock");
        this.currency = requireNonNull(currency, "currency");
        this.changed = requireNonNull(changed, "changed");
    }

    /**
     * Loads the files.
     *
     * @param paths files, or folders of them, in any order
     * @param progress is told how far it is
     * @return what was loaded, or what is wrong
     * @throws IOException if a file cannot be read or the database not be written; nothing was loaded then
     */
    public ImportReport importFrom(List<Path> paths, Progress progress) throws IOException {
        long start = System.nanoTime();
        Today today = Today.of(clock, currency);
        Problems problems = new Problems();
        EnumMap<DataFile, Path> files = find(paths, problems);
        try (Connection connection = database.getConnection()) {
            Checker checked = new Checker(connection, today, problems);
            BulkWork.begin(connection);
            checked.check(files, progress);
            connection.rollback();
            if (problems.none()) {
                PinHashes hashes = hashes(files, today, checked, progress);
                load(connection, files, today, problems, checked, hashes, progress);
            }
            if (problems.none() && !files.isEmpty()) {
                changed.run();
            }
            return new ImportReport(
                    checked.rows(), problems.sorted(), problems.further(), Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException failure) {
            throw new IOException("The database failed, nothing was imported: " + failure.getMessage(), failure);
        }
    }

    private static PinHashes hashes(EnumMap<DataFile, Path> files, Today today, Checker checked, Progress progress)
            throws IOException {
        Path patrons = files.get(DataFile.PATRONS);
        return patrons == null || checked.plainPins() == 0
                ? PinHashes.none()
                : PinHashes.of(patrons, today, checked.plainPins(), progress);
    }

    /** Terminals work meanwhile: where two got into each other's way and the database chose us, we begin again. */
    private static void load(
            Connection connection,
            EnumMap<DataFile, Path> files,
            Today today,
            Problems problems,
            Checker checked,
            PinHashes hashes,
            Progress progress)
            throws IOException, SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                hashes.rewind();
                BulkWork.begin(connection);
                new Loader(connection, today, problems, checked, hashes, progress).load(files);
                if (problems.none()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return;
            } catch (SQLException failure) {
                connection.rollback();
                if (attempt == TRIES || !isCollision(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isCollision(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException one && one.getSQLState() != null) {
                String state = one.getSQLState();
                // 40: lost a deadlock or a race; HYT00, 55P03: a lock took too long; 23505: somebody was faster.
                if (state.startsWith("40") || state.equals("HYT00") || state.equals("55P03") || state.equals("23505")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static EnumMap<DataFile, Path> find(List<Path> paths, Problems problems) throws IOException {
        EnumMap<DataFile, Path> files = new EnumMap<>(DataFile.class);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> inside;
                try (Stream<Path> entries = Files.list(path)) {
                    inside = entries.filter(entry -> entry.toString().endsWith(".csv"))
                            .sorted()
                            .toList();
                }
                if (inside.isEmpty()) {
                    problems.add(path.toString(), 0, "no CSV file (expected: " + DataFile.names() + ")");
                }
                inside.forEach(file -> add(file, files, problems));
            } else {
                add(path, files, problems);
            }
        }
        return files;
    }

    private static void add(Path path, EnumMap<DataFile, Path> files, Problems problems) {
        DataFile.of(path)
                .ifPresentOrElse(
                        file -> {
                            Path before = files.putIfAbsent(file, path);
                            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                                problems.add(path.toString(), 0, "not there, or not readable");
                                files.remove(file);
                            } else if (before != null) {
                                problems.add(path.toString(), 0, "a second " + file.fileName() + ", beside " + before);
                            }
                        },
                        () -> problems.add(path.toString(), 0, "unknown file (expected: " + DataFile.names() + ")"));
    }
}
