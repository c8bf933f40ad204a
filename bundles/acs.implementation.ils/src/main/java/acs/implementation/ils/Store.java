// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosis;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's database from the moment it is configured: opens it in the background, tries again while it cannot be
 * opened, and opens it anew when it was lost. Until then it says why.
 *
 * <p>Safe for use by many threads.
 */
final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String OPENING = "the database is being opened";
    private static final long RETRY_MILLIS = 5_000;
    private static final long PATIENCE_MILLIS = 8_000;
    private static final long REVISION_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Finds the driver of a kind of database, if it is installed. */
    interface Sources {
        Optional<DataSource> of(Engine engine) throws SQLException;
    }

    /** What fills a database that is new. */
    interface Filling {
        void into(DataSource database) throws IOException;
    }

    private final IlsSettings settings;
    private final Sources sources;
    private final Filling filling;
    private final PinMemory pins;
    private final Background background = new Background();
    private final Thread opener;
    private final LongSupplier nanoTime;
    private final long born;

    private @Nullable Database database;
    private String reason = OPENING;
    private boolean closed;

    private volatile @Nullable ReferenceData reference;
    private volatile long referenceRead;

    private Store(IlsSettings settings, Sources sources, Filling filling, PinMemory pins, LongSupplier nanoTime) {
        this.settings = settings;
        this.sources = sources;
        this.filling = filling;
        this.pins = pins;
        this.nanoTime = nanoTime;
        this.born = nanoTime.getAsLong();
        this.opener = new Thread(this::keepOpen, "acs-ils-open");
        opener.setDaemon(true);
    }

    /**
     * A store that opens its database in the background.
     *
     * @param sources finds the driver, if it is installed
     * @param filling is asked once, when the database is new
     */
    static Store open(IlsSettings settings, Sources sources, Filling filling, PinMemory pins) {
        return open(settings, sources, filling, pins, System::nanoTime);
    }

    /** @param nanoTime tells how long the first opening takes */
    static Store open(IlsSettings settings, Sources sources, Filling filling, PinMemory pins, LongSupplier nanoTime) {
        Store store = new Store(settings, sources, filling, pins, nanoTime);
        store.opener.start();
        return store;
    }

    IlsSettings settings() {
        return settings;
    }

    PinMemory pins() {
        return pins;
    }

    /** For what no terminal waits for. */
    Executor background() {
        return background;
    }

    /**
     * How it is, from memory. While the database is opened for the first time requests wait for it, as after a swap, so
     * that is no reason to send terminals away; nor one to look after it, unless it takes longer than they wait.
     */
    synchronized Diagnosis diagnose() {
        if (database != null) {
            return Diagnosis.ok();
        }
        if (!reason.equals(OPENING)) {
            return new Diagnosis(Diagnosis.State.OFFLINE, reason);
        }
        boolean late = nanoTime.getAsLong() - born > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        return new Diagnosis(late ? Diagnosis.State.DEGRADED : Diagnosis.State.OK, reason);
    }

    /** Reference data or patrons were changed by somebody else than terminals. */
    void changed() {
        reference = null;
        pins.forgetAll();
    }

    /** Reads at the desk of a request. */
    <T> T read(String what, Context context, AtDesk<T> work) throws CirculationException {
        return guarded(opened -> opened.read(what, session -> work.at(desk(session, context))));
    }

    /** Reads and writes at the desk of a request, in one transaction that is taken back if the outcome is a refusal. */
    <T> T write(String what, Context context, AtDesk<T> work) throws CirculationException {
        return guarded(opened -> opened.write(what, session -> work.at(desk(session, context))));
    }

    /** What a request does at its desk. */
    interface AtDesk<T> {
        T at(Desk desk) throws SQLException;
    }

    /** What is done with the open database. */
    interface Use<T> {
        T with(Database opened) throws CirculationException;
    }

    /** Uses the database as soon as it is open, for which it waits some seconds. */
    <T> T guarded(Use<T> use) throws CirculationException {
        Database opened = await();
        try {
            return use.with(opened);
        } catch (CirculationException failure) {
            if (failure.getCause() instanceof SQLException cause && opened.isLost(cause)) {
                lost(opened, cause);
            }
            throw failure;
        }
    }

    /** Completes when everything that was written here before this call is on the disk. */
    synchronized CompletionStage<?> saved() {
        return database == null
                ? CompletableFuture.failedFuture(new CirculationException("ILS: " + reason))
                : database.saved();
    }

    private Desk desk(Session session, Context context) throws SQLException {
        return new Desk(session, context, reference(session), settings);
    }

    /** The copy in memory, looked after every few seconds: another server may share the database. */
    private ReferenceData reference(Session session) throws SQLException {
        ReferenceData known = reference;
        long now = System.nanoTime();
        if (known != null && now - referenceRead < REVISION_NANOS) {
            return known;
        }
        if (known == null || ReferenceData.currentRevision(session) != known.revision()) {
            known = ReferenceData.read(session);
            reference = known;
        }
        referenceRead = now;
        return known;
    }

    private synchronized Database await() throws CirculationException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            while (database == null && !closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                wait(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (database == null) {
            throw new CirculationException("ILS: " + reason);
        }
        return database;
    }

    private void keepOpen() {
        while (awaitNeed()) {
            try {
                use(opened());
            } catch (SQLException | IOException | RuntimeException failure) {
                failed("the database cannot be used: " + firstLine(failure));
            }
        }
    }

    /** Takes the database into use; nobody wants it any more if the store was closed while it was opened. */
    private void use(Database opened) {
        synchronized (this) {
            if (!closed) {
                database = opened;
                notifyAll();
                return;
            }
        }
        opened.close();
    }

    private Database opened() throws SQLException, IOException {
        Engine engine = Engine.of(settings.url());
        DataSource source = sources.of(engine)
                .orElseThrow(() -> new SQLException("no JDBC driver " + engine.driver() + " is installed"));
        Database opened = Database.open(settings, source);
        try {
            if (opened.isFresh()) {
                filling.into(opened.source());
            }
            changed();
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /** Waits while the database is open; false when it is to be no more. */
    private synchronized boolean awaitNeed() {
        try {
            while (database != null && !closed) {
                wait();
            }
        } catch (InterruptedException stop) {
            return false;
        }
        return !closed;
    }

    /** Says it once, not with every attempt. */
    private synchronized void failed(String why) {
        if (!reason.equals(why)) {
            LOG.error("ILS: {}", why);
        }
        reason = why;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
        try {
            for (long left = RETRY_MILLIS; left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stop) {
            closed = true;
        }
    }

    private void lost(Database opened, SQLException cause) {
        synchronized (this) {
            if (database != opened) {
                return;
            }
            database = null;
            reason = "the database was lost: " + firstLine(cause);
            LOG.error("ILS: {}", reason);
        }
        opened.close();
        synchronized (this) {
            notifyAll();
        }
    }

    /** The driver that the open database came from is gone. */
    void driverLeft() {
        Database opened;
        synchronized (this) {
            opened = database;
        }
        if (opened != null) {
            lost(opened, new SQLException("its JDBC driver was uninstalled"));
        }
    }

    private static String firstLine(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        return message.strip().lines().findFirst().orElse(failure.toString());
    }

    @Override
    public void close() {
        Database opened;
        synchronized (this) {
            closed = true;
            opened = database;
            database = null;
            reason = "the database is closed";
            notifyAll();
        }
        try {
            opener.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        background.close();
        if (opened != null) {
            opened.close();
        }
    }
}
