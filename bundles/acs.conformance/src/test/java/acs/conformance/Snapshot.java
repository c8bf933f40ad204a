// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All tables of an H2 database as they once were, kept beside them; bringing them back takes some milliseconds. */
final class Snapshot {
    private final DataSource source;
    private final List<String> restore = new ArrayList<>();

    private Snapshot(DataSource source) {
        this.source = source;
    }

    static Snapshot of(DataSource source) throws SQLException {
        Snapshot snapshot = new Snapshot(source);
        snapshot.take();
        return snapshot;
    }

    private void take() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA snapshot");
            restore.add("SET REFERENTIAL_INTEGRITY FALSE");
            for (String table : names(
                    statement,
                    "SELECT '\"' || table_name || '\"' FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
                statement.execute("CREATE TABLE snapshot." + table + " AS SELECT * FROM public." + table);
                restore.add("TRUNCATE TABLE public." + table);
                restore.add("INSERT INTO public." + table + " SELECT * FROM snapshot." + table);
            }
            restore.addAll(names(
                    statement,
                    "SELECT 'ALTER TABLE public.' || table_name || ' ALTER COLUMN ' || column_name || ' RESTART WITH '"
                            + " || identity_base FROM information_schema.columns"
                            + " WHERE table_schema = 'PUBLIC' AND is_identity = 'YES'"));
            restore.addAll(names(
                    statement,
                    "SELECT 'ALTER SEQUENCE public.' || sequence_name || ' RESTART WITH ' || base_value"
                            + " FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC'"));
            restore.add("SET REFERENTIAL_INTEGRITY TRUE");
        }
    }

    private static List<String> names(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    void restore() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : restore) {
                statement.execute(command);
            }
        }
    }
}
