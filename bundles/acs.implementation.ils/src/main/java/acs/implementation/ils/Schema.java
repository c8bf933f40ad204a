// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a database to the form that this version works with. */
final class Schema {
    private static final String SCRIPTS = "classpath:acs/implementation/ils/schema";

    private Schema() {}

    /**
     * Makes or alters the tables; does nothing if they are as they should be.
     *
     * @return whether they were not there before
     * @throws SQLException if they cannot be altered, or were made by a newer version; they are as before then
     */
    static boolean migrate(DataSource database) throws SQLException {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(SCRIPTS)
                .table("acs_schema")
                .loggers("slf4j")
                .failOnMissingLocations(true)
                .load();
        try {
            boolean empty = flyway.info().current() == null;
            flyway.migrate();
            return empty;
        } catch (FlywayException failure) {
            throw new SQLException(firstLine(failure), failure);
        }
    }

    private static String firstLine(FlywayException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("migration failed");
        return message.strip().lines().findFirst().orElse("migration failed");
    }
}
