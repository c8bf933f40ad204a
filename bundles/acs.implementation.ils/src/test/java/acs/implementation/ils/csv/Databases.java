// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

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

        /** To empty one is many times faster than to make one. */
        @Override
        public DataSource fresh() throws SQLException {
            DataSource source = FREE.poll();
            if (source == null) {
                source = super.fresh();
            } else {
                clear(source);
            }
            USED.add(source);
            return source;
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Queue<DataSource> FREE = new ConcurrentLinkedQueue<>();
    private static final Queue<DataSource> USED = new ConcurrentLinkedQueue<>();

    /** The test that used them is over: its databases serve the next one. */
    public static final class Recycling implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext test) {
            for (DataSource used = USED.poll(); used != null; used = USED.poll()) {
                FREE.add(used);
            }
        }
    }

    /** A database of its own, without any table. */
    abstract DataSource empty() throws SQLException;

    /** A database of its own, with the tables and nothing in them. */
    public DataSource fresh() throws SQLException {
        DataSource source = empty();
        migrate(source);
        return source;
    }

    /** As it was when its tables were made; fails if the last test has left a transaction open. */
    private static void clear(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '20s'");
            statement.execute(
                    """
                    DO $$
                    DECLARE name text;
                    BEGIN
                      SET LOCAL session_replication_role = replica; -- in no order, whatever refers to whatever
                      FOR name IN SELECT tablename FROM pg_tables
                          WHERE schemaname = 'public' AND tablename NOT IN ('acs_schema', 'revisions') LOOP
                        EXECUTE 'DELETE FROM ' || quote_ident(name);
                      END LOOP;
                      FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
                        EXECUTE 'ALTER SEQUENCE ' || quote_ident(name) || ' RESTART';
                      END LOOP;
                    END $$""");
        }
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
                // nothing of it has to outlast the tests, let alone a loss of power
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
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
                throw new UncheckedIOException(failure);
            }
        }
    }
}
