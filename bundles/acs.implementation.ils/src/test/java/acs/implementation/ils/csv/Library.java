// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.data.ImportReport;
import acs.api.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database and a folder of files to fill it from, at a fixed moment in New York. */
final class Library {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T14:30:00Z"), ZoneId.of("America/New_York"));
    static final Currency DOLLARS = Currency.getInstance("USD");

    private final DataSource database;
    private final Path folder;
    private final AtomicInteger changes = new AtomicInteger();

    Library(Databases kind, Path folder) throws SQLException {
        this.database = kind.fresh();
        this.folder = folder;
    }

    /** With one library, item type and category in it. */
    static Library small(Databases kind, Path folder) throws SQLException, IOException {
        Library library = new Library(kind, folder);
        library.file("libraries.csv", "code,name", "MAIN,Main", "BR2,Branch");
        library.file("item_types.csv", "code", "BOOK");
        library.file("categories.csv", "code", "ADULT");
        assertThat(library.load().loaded()).isTrue();
        for (String file : List.of("libraries.csv", "item_types.csv", "categories.csv")) {
            Files.delete(folder.resolve(file));
        }
        return library;
    }

    void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    ImportReport load() throws IOException {
        return load(folder);
    }

    ImportReport load(Path... paths) throws IOException {
        return importer().importFrom(List.of(paths), Progress.none());
    }

    Importer importer() {
        return new Importer(database, CLOCK, DOLLARS, changes::incrementAndGet);
    }

    /** The problems as an operator reads them, without the folder. */
    List<String> problems() throws IOException {
        return load().problems().stream()
                .map(problem -> problem.file().replace(folder + "/", "") + ":" + problem.line() + ": " + problem.text())
                .toList();
    }

    void save(Path target) throws IOException {
        new Exporter(database, CLOCK, DOLLARS).exportTo(target, Progress.none());
    }

    /** How often caches were told to forget. */
    int changes() {
        return changes.get();
    }

    /** The first column of a query's rows as text; "null" for no value. */
    List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    String value(String sql) throws SQLException {
        return query(sql).get(0);
    }

    /** The same as {@link #query}, for places that let no checked exception through. */
    List<String> read(String sql) {
        try {
            return query(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Changes rows in a transaction of its own; returns how many. */
    String change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return String.valueOf(statement.executeUpdate(sql));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
