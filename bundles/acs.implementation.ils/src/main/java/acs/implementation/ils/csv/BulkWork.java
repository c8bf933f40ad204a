// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;

/** Prepares connections for work that may take longer than a terminal would wait; closing them takes it back. */
final class BulkWork {
    private BulkWork() {}

    /** Begins a transaction on a connection just opened. */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        if (!isH2(connection)) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = 0");
            }
        }
    }

    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
}
