// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts and updates rows of one table, many at a time; for one thread. */
final class TableWriter implements AutoCloseable {
    private final PreparedStatement statement;
    /** How many of a row's values come a second time, to be compared. */
    private final int compared;

    private TableWriter(PreparedStatement statement, int compared) {
        this.statement = statement;
        this.compared = compared;
    }

    /** A writer of new rows, whose values come in the order of the columns. */
    static TableWriter inserting(Connection connection, String table, List<String> columns) throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + places + ")";
        return new TableWriter(connection.prepareStatement(sql, new String[] {"id"}), 0);
    }

    /** The same for a table that numbers no rows. */
    static TableWriter insertingUnnumbered(Connection connection, String table, List<String> columns)
            throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + places + ")";
        return new TableWriter(connection.prepareStatement(sql), 0);
    }

    /**
     * A writer over old rows, whose values come in the order of the columns, then the key of the row. Rows that have these
     * values already are not touched, so that a file that changes little gets in nobody's way.
     *
     * @param assignments what else changes, each in the form {@code column = expression}
     */
    static TableWriter updating(
            Connection connection, String table, String key, List<String> columns, List<String> assignments)
            throws SQLException {
        String sets = Stream.concat(columns.stream().map(column -> column + " = ?"), assignments.stream())
                .collect(Collectors.joining(", "));
        String differs =
                columns.stream().map(column -> column + " IS DISTINCT FROM ?").collect(Collectors.joining(" OR "));
        String sql = "UPDATE " + table + " SET " + sets + " WHERE " + key + " = ? AND (" + differs + ")";
        return new TableWriter(connection.prepareStatement(sql), columns.size());
    }

    /** A writer that runs any statement for each of its rows of values. */
    static TableWriter running(Connection connection, String sql) throws SQLException {
        return new TableWriter(connection.prepareStatement(sql), 0);
    }

    /** Adds a row to those that {@link #write} writes. */
    void add(List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            set(i + 1, values.get(i));
        }
        for (int i = 0; i < compared; i++) {
            set(values.size() + i + 1, values.get(i));
        }
        statement.addBatch();
    }

    /** Writes the rows added since the last time. */
    void write() throws SQLException {
        statement.executeBatch();
    }

    /** The same, and returns the numbers of the rows, in their order. */
    long[] writeNumbered(int rows) throws SQLException {
        long[] numbers = new long[rows];
        if (rows == 0) {
            return numbers;
        }
        statement.executeBatch();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            for (int i = 0; i < rows; i++) {
                if (!keys.next()) {
                    throw new SQLException("the database numbered " + i + " of " + rows + " new rows");
                }
                numbers[i] = keys.getLong(1);
            }
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void set(int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(place, value);
        }
    }
}
