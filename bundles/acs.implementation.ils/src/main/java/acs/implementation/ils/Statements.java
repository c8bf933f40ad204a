// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of one connection. Where the driver keeps none itself they are kept here, for as long as the
 * connection lives: H2 parses a query that locks rows each time it is prepared. For one thread at a time.
 */
final class Statements {
    private static final String[] GENERATED = {"id"};

    private final Connection connection;
    private final boolean keeps;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /** @param keeps whether statements are used again */
    Statements(Connection connection, boolean keeps) {
        this.connection = connection;
        this.keeps = keeps;
    }

    /** A statement that nobody else uses until it is {@linkplain #giveBack given back}. */
    PreparedStatement take(String sql) throws SQLException {
        @Nullable PreparedStatement kept = idle.remove(sql);
        return kept != null ? kept : connection.prepareStatement(sql);
    }

    /** The same for one that tells the id of the row it inserts; the same text is never used for both. */
    PreparedStatement takeInsert(String sql) throws SQLException {
        @Nullable PreparedStatement kept = idle.remove(sql);
        return kept != null ? kept : connection.prepareStatement(sql, GENERATED);
    }

    /** It did what it was to do, and its result was read. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        @Nullable PreparedStatement other = keeps ? idle.put(sql, statement) : statement;
        if (other != null) {
            other.close();
        }
    }
}
