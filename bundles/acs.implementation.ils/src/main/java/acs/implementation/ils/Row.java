// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** The row of an answer, read column by column in the order of the query: no column has to be named twice. */
final class Row {

    /** Makes something of a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet columns;
    private int column;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    boolean next() throws SQLException {
        column = 0;
        return columns.next();
    }

    String text() throws SQLException {
        return columns.getString(++column);
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(columns.getString(++column));
    }

    int number() throws SQLException {
        return columns.getInt(++column);
    }

    OptionalInt optionalNumber() throws SQLException {
        int number = columns.getInt(++column);
        return columns.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** A key; 0 where there is none. */
    long id() throws SQLException {
        return columns.getLong(++column);
    }

    boolean flag() throws SQLException {
        return columns.getBoolean(++column);
    }

    BigDecimal amount() throws SQLException {
        return columns.getBigDecimal(++column);
    }

    Optional<BigDecimal> optionalAmount() throws SQLException {
        return Optional.ofNullable(columns.getBigDecimal(++column));
    }

    Instant instant() throws SQLException {
        return columns.getObject(++column, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalInstant() throws SQLException {
        return Optional.ofNullable(columns.getObject(++column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    Optional<LocalDate> optionalDate() throws SQLException {
        return Optional.ofNullable(columns.getObject(++column, LocalDate.class));
    }
}
