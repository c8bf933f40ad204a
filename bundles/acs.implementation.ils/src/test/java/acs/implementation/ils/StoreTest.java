// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Diagnosis;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class StoreTest {
    private static final IlsSettings SETTINGS = Scene.settings("jdbc:h2:mem:store", "", "");

    private final CountDownLatch installed = new CountDownLatch(1);
    private final AtomicLong now = new AtomicLong();

    /** Requests wait for it, so there is nothing to warn of. */
    @Test
    void isWellWhileTheDatabaseIsBeingOpened() throws Exception {
        try (Store store = open(Optional.of(database()))) {
            assertThat(store.diagnose()).isEqualTo(new Diagnosis(Diagnosis.State.OK, "the database is being opened"));
            installed.countDown();
            Database opened = store.guarded(database -> database);

            assertThat(opened.isFresh()).isTrue();
            assertThat(store.diagnose()).isEqualTo(Diagnosis.ok());
        }
    }

    @Test
    void needsALookWhenThatTakesLongerThanRequestsWait() {
        try (Store store = open(Optional.of(database()))) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(9));

            assertThat(store.diagnose())
                    .isEqualTo(new Diagnosis(Diagnosis.State.DEGRADED, "the database is being opened"));
            installed.countDown();
        }
    }

    @Test
    void isOfflineWhenItCannotBeOpened() throws Exception {
        try (Store store = open(Optional.empty())) {
            installed.countDown();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (store.diagnose().state() != Diagnosis.State.OFFLINE && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            assertThat(store.diagnose())
                    .isEqualTo(new Diagnosis(
                            Diagnosis.State.OFFLINE,
                            "the database cannot be used: no JDBC driver org.h2.Driver is installed"));
        }
    }

    private Store open(Optional<DataSource> found) {
        PinMemory pins = new PinMemory(SETTINGS.pinMemory(), System::nanoTime);
        return Store.open(SETTINGS, engine -> whenInstalled(found), database -> {}, pins, now::get);
    }

    private Optional<DataSource> whenInstalled(Optional<DataSource> found) throws SQLException {
        try {
            if (!installed.await(30, TimeUnit.SECONDS)) {
                throw new SQLException("nobody installs it");
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException(stopped);
        }
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(Engine.H2.connecting(SETTINGS).getProperty("url"));
        return source;
    }
}
