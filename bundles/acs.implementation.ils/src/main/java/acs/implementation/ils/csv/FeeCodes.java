// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Numbers fees that come without an id, as the counter sees fees that arise here. */
final class FeeCodes {
    private static final int TRIES = 1_000_000;

    private final Connection connection;
    private final String next;
    private final KeyQuery taken;

    FeeCodes(Connection connection) throws SQLException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        this.connection = connection;
        this.next = h2 ? "SELECT NEXT VALUE FOR fee_codes" : "SELECT nextval('fee_codes')";
        this.taken = new KeyQuery(connection, "SELECT code FROM fees WHERE code IN");
    }

    /** An id that no fee has, neither here nor in the file. */
    String next(KeyTable file) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            String code = "F" + number();
            if (!file.contains(code) && taken.existing(List.of(code)).isEmpty()) {
                return code;
            }
        }
        throw new SQLException("no free fee id among " + TRIES);
    }

    private long number() throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(next)) {
            row.next();
            return row.getLong(1);
        }
    }
}
