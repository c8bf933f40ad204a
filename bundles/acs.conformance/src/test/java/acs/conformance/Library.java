// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import acs.api.circulation.Circulation;
import acs.api.circulation.Diagnosis;
import acs.implementation.ils.IlsCirculation;
import acs.implementation.ils.IlsStore;
import acs.testkit.AcsCore;
import acs.testkit.Components;
import acs.testkit.Stage;
import acs.testkit.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The library of the transcripts: the ILS on a database in memory, filled once from the files in {@code library}, and
 * brought back to that for each transcript. For one thread.
 */
final class Library implements Stage {
    static final Path RESOURCES = Path.of("src/test/resources");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** 2026-01-15 09:30 there. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T14:30:00Z"), ZONE);

    private static final String URL = "jdbc:h2:mem:conformance;DB_CLOSE_DELAY=-1";
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final Library ONLY = open();

    private final JdbcDataSource source = new JdbcDataSource();
    private final IlsStore store;
    private final IlsCirculation circulation;
    private final Snapshot snapshot;
    private final Map<String, String> sentences = Sentences.read(RESOURCES.resolve("given.txt"));

    private Library() throws SQLException {
        source.setURL(URL);
        store = Components.make(
                IlsStore.class,
                Map.of(
                        "url",
                        URL,
                        "demo",
                        RESOURCES.resolve("library").toString(),
                        "timezone",
                        ZONE.getId(),
                        "pin_cost",
                        4));
        store.bindDriver(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.h2.Driver"));
        circulation = new IlsCirculation(store);
        awaitOpen();
        snapshot = Snapshot.of(source);
    }

    /** The one library of all tests of this module. */
    static Library only() {
        return ONLY;
    }

    private static Library open() {
        try {
            return new Library();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void awaitOpen() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!circulation.diagnose().equals(Diagnosis.ok())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(circulation.diagnose().detail());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public AcsCore.Builder set(Transcript transcript) {
        AcsCore.Builder core = set(transcript.header("configuration"));
        transcript.header("setting").lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            core.setting(parts[0].strip(), parts[1].strip());
        });
        return core;
    }

    /** The library as it is in its files, under a configuration in which the given texts are replaced. */
    AcsCore.Builder set(String replacements) {
        return set(replacements, UnaryOperator.identity());
    }

    /** @param around puts something between the core and the library */
    AcsCore.Builder set(String replacements, UnaryOperator<Circulation> around) {
        restore();
        return AcsCore.reading(configuration(replacements))
                .implementation("ILS", around.apply(circulation))
                .clock(CLOCK);
    }

    void restore() {
        try {
            snapshot.restore();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Lines of the form {@code this -> that}. */
    private static Path configuration(String replacements) {
        Path original = RESOURCES.resolve("SIPconfig.xml");
        if (replacements.isEmpty()) {
            return original;
        }
        try {
            String text = Files.readString(original);
            for (String line : replacements.lines().toList()) {
                String[] parts = line.split(" -> ", 2);
                if (parts.length < 2 || !text.contains(parts[0])) {
                    throw new IllegalArgumentException("configuration: " + line + " (expected: THIS -> THAT)");
                }
                text = text.replace(parts[0], parts[1]);
            }
            Path changed = Files.createTempDirectory(Path.of("target"), "configuration")
                    .resolve("SIPconfig.xml");
            return Files.writeString(changed, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void given(String sentence) {
        String command = sentences.get(sentence);
        if (command == null) {
            throw new IllegalArgumentException("given: " + sentence + " (expected: one of " + sentences.keySet() + ")");
        }
        execute(command);
    }

    void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException wrong) {
            throw new IllegalArgumentException(sql, wrong);
        }
    }

    /** Everything in the database, as the commands that would make it. */
    List<String> everything() {
        List<String> commands = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SCRIPT SCHEMA public")) {
            while (result.next()) {
                commands.add(result.getString(1));
            }
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
        return commands;
    }

    /** The one number that a query finds. */
    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The one value that a query finds, empty if there is none. */
    String text(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            String value = result.next() ? result.getString(1) : "";
            return value == null ? "" : value;
        } catch (SQLException wrong) {
            throw new IllegalArgumentException(sql, wrong);
        }
    }
}
