// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Shares the numbering of fees with the desk: what is imported and what arises later must not get the same id. */
final class FeeCodes {
    private static final int TRIES = 1_000_000;
    /** How the desk names fees; more digits than it will ever count to are somebody else's. */
    private static final Pattern COUNTED = Pattern.compile("F(\\d{1,15})");

    private final Connection connection;
    private final boolean h2;
    private final KeyQuery taken;

    FeeCodes(Connection connection) throws SQLException {
        this.connection = connection;
        this.h2 = BulkWork.isH2(connection);
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

    /** Lets the counter go on behind the ids of these rows, as far as they look like its own. */
    void goBehind(List<Row> rows) throws SQLException {
        long highest = 0;
        for (Row row : rows) {
            var counted = COUNTED.matcher(row.text("id"));
            if (counted.matches()) {
                highest = Math.max(highest, Long.parseLong(counted.group(1)));
            }
        }
        if (highest == 0 || number() > highest) {
            return;
        }
        // Neither ends the transaction.
        String sql = h2
                ? "ALTER SEQUENCE fee_codes RESTART WITH " + (highest + 1)
                : "SELECT setval('fee_codes', GREATEST(" + highest + ", last_value)) FROM fee_codes";
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number() throws SQLException {
        String sql = h2 ? "SELECT NEXT VALUE FOR fee_codes" : "SELECT nextval('fee_codes')";
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
