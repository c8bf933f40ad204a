// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database: runs what a request does with it as one transaction, and says when that is on the disk.
 *
 * <p>Safe for use by many threads.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int TRIES = 8;
    private static final int CONNECT_MILLIS = 10_000;

    /** What a request does with the database. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    private final Engine engine;
    private final HikariDataSource pool;
    private final Connection own;
    private final @Nullable CommitBarrier barrier;
    private final boolean fresh;
    private final Map<Connection, Statements> statements = new ConcurrentHashMap<>();

    private Database(
            Engine engine, HikariDataSource pool, Connection own, @Nullable CommitBarrier barrier, boolean fresh) {
        this.engine = engine;
        this.pool = pool;
        this.own = own;
        this.barrier = barrier;
        this.fresh = fresh;
    }

    /**
     * Connects, and brings the tables up to date.
     *
     * @throws SQLException if there is no database, or it cannot be used; nothing in it was changed then
     */
    static Database open(IlsSettings settings, DataSource source) throws SQLException {
        Engine engine = Engine.of(settings.url());
        Connection own = source.getConnection();
        try {
            boolean fresh = Schema.migrate(source);
            HikariDataSource pool = pool(engine, settings, source);
            CommitBarrier barrier = engine.needsBarrier(settings.url()) ? barrier(own) : null;
            return new Database(engine, pool, own, barrier, fresh);
        } catch (SQLException | RuntimeException failure) {
            own.close();
            throw failure;
        }
    }

    private static HikariDataSource pool(Engine engine, IlsSettings settings, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("acs-ils");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        if (engine.keepsStatements()) {
            config.setMaxLifetime(0); // nothing between us and an embedded database wears out
        }
        return new HikariDataSource(config);
    }

    private static CommitBarrier barrier(Connection own) throws SQLException {
        PreparedStatement mark =
                own.prepareStatement("UPDATE revisions SET revision = revision + 1 WHERE subject = 'commit'");
        if (mark.executeUpdate() == 0) {
            own.createStatement().execute("INSERT INTO revisions (subject, revision) VALUES ('commit', 1)");
        }
        PreparedStatement checkpoint = own.prepareStatement("CHECKPOINT SYNC");
        return CommitBarrier.open(() -> {
            // Without a change of its own it would not wait for a write that H2's background writer has begun.
            mark.executeUpdate();
            checkpoint.execute();
        });
    }

    /** Whether the tables were made when this database was opened. */
    boolean isFresh() {
        return fresh;
    }

    /** For whoever loads or saves data in bulk. */
    DataSource source() {
        return pool;
    }

    /** Reads. */
    <T> T read(String what, Work<T> work) throws CirculationException {
        try (Connection connection = pool.getConnection()) {
            return work.with(session(connection));
        } catch (SQLException failure) {
            throw new CirculationException(what + ": " + failure.getMessage(), failure);
        }
    }

    /** One user of the connection at a time: that of the pool. */
    private Session session(Connection pooled) throws SQLException {
        if (!engine.keepsStatements()) {
            return new Session(new Statements(pooled, false), engine);
        }
        Connection connection = pooled.unwrap(Connection.class);
        return new Session(statements.computeIfAbsent(connection, opened -> new Statements(opened, true)), engine);
    }

    /**
     * Reads and writes in one transaction, which is taken back if the outcome is a refusal. Work that lost a race against
     * another transaction is done again from its beginning.
     */
    <T> T write(String what, Work<T> work) throws CirculationException {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (SQLException failure) {
                if (attempt == TRIES || !lostRace(failure)) {
                    throw new CirculationException(what + ": " + failure.getMessage(), failure);
                }
                LOG.debug("{}: tried again after: {}", what, failure.getMessage());
            }
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        boolean committed = false;
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Session session = session(connection);
                T result = work.with(session);
                if (session.changed() && !(result instanceof Outcome.Refused)) {
                    connection.commit();
                    committed = true;
                    committed();
                }
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private void committed() {
        if (barrier != null) {
            barrier.committed();
        }
    }

    /** Completes when everything that was written here before this call is on the disk. */
    CompletionStage<?> saved() {
        return barrier == null ? CompletableFuture.completedFuture(true) : barrier.saved();
    }

    /** Returns when everything that was committed before this call, by whomever, is on the disk. */
    void save() throws SQLException, InterruptedException {
        committed();
        try {
            saved().toCompletableFuture().get();
        } catch (ExecutionException failure) {
            throw new SQLException("the commit did not reach the disk", failure.getCause());
        }
    }

    /** Deadlock, serialization failure, lock not available, or a key that somebody else was faster with. */
    private static boolean lostRace(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return state.startsWith("40") || state.equals("HYT00") || state.equals("55P03") || state.equals("23505");
    }

    /** Whether the failure means that the embedded database is gone, and every other request will fail like this one. */
    boolean isLost(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException one && engine.isGone(one)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        pool.close();
        if (barrier != null) {
            barrier.close();
        }
        try {
            own.close();
        } catch (SQLException failure) {
            LOG.warn("The database did not close properly: {}", failure.getMessage());
        }
    }
}
