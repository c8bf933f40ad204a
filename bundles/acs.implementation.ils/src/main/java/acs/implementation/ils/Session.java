// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One connection as the queries of one request use it; for one thread. */
final class Session {
    private final Statements statements;
    private final Engine engine;
    private boolean changed;

    Session(Statements statements, Engine engine) {
        this.statements = statements;
        this.engine = engine;
    }

    /** What ends a query whose rows nobody else may change before this transaction is over. */
    String locking() {
        return engine.locking();
    }

    /** The value of a foreign key column; 0 stands for none. */
    static Object key(long id) {
        return id == 0 ? OptionalLong.empty() : id;
    }

    /** Whether something was written. */
    boolean changed() {
        return changed;
    }

    /** The first row. */
    <T> Optional<T> one(String sql, Row.Reader<T> reader, Object... values) throws SQLException {
        return with(statements.take(sql), sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /** All rows, in order. */
    <T> List<T> list(String sql, Row.Reader<T> reader, Object... values) throws SQLException {
        return with(statements.take(sql), sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** The one number that the query counts. */
    long count(String sql, Object... values) throws SQLException {
        return one(sql, Row::id, values).orElse(0L);
    }

    /** Writes; returns how many rows were touched. */
    int update(String sql, Object... values) throws SQLException {
        changed = true;
        return with(statements.take(sql), sql, values, PreparedStatement::executeUpdate);
    }

    /** Writes a row; returns the id it was given. */
    long insert(String sql, Object... values) throws SQLException {
        changed = true;
        return with(statements.takeInsert(sql), sql, values, statement -> {
            statement.executeUpdate();
            try (ResultSet key = statement.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        });
    }

    /** What is done with a statement whose values are set. */
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** A statement that failed is not used again. */
    private <T> T with(PreparedStatement statement, String sql, Object[] values, Execution<T> execution)
            throws SQLException {
        T result;
        try {
            bind(statement, values);
            result = execution.of(statement);
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
        statements.giveBack(sql, statement);
        return result;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    /** Empty optionals become NULL, instants what both databases store as such. */
    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof Long id) {
            statement.setLong(position, id);
        } else if (value instanceof String text) {
            // No text in PostgreSQL has this character, and asking for one that has is an error there.
            statement.setString(position, text.replace('\0', '\uFFFD'));
        } else if (value instanceof Instant instant) {
            statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof OptionalLong id) {
            if (id.isPresent()) {
                statement.setLong(position, id.getAsLong());
            } else {
                statement.setNull(position, Types.BIGINT);
            }
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, position, optional.get());
            } else {
                statement.setNull(position, Types.NULL);
            }
        } else {
            statement.setObject(position, value);
        }
    }
}
