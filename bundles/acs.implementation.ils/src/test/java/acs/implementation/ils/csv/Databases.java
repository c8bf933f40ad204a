// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that everything is tested on; PostgreSQL is a real server, started once for all tests. */
public enum Databases {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:library" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() throws SQLException {
            String name = "library" + NUMBER.incrementAndGet();
            EmbeddedPostgres server = Server.RUNNING;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.getDatabase("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A database of its own, without any table. */
    abstract DataSource empty() throws SQLException;

    /** A database of its own, with the tables and nothing in them. */
    public DataSource fresh() throws SQLException {
        DataSource source = empty();
        migrate(source);
        return source;
    }

    /** Makes the tables. */
    static void migrate(DataSource source) {
        Flyway.configure(Databases.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:acs/implementation/ils/schema")
                .table("acs_schema")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException failure) {
                throw new ExceptionInInitializerError(failure);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }
}
