// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static acs.implementation.ils.TestLibrary.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Diagnosis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    private static final Scene MAIN = Scene.main();

    @TempDir
    Path folder;

    /** Opens the bytes that are in the file now, as after a crash, and counts. */
    private static long inTheFile(Path folder, String table) throws Exception {
        Path copy = Files.createTempDirectory(folder, "crashed");
        Files.copy(folder.resolve("ils.mv.db"), copy.resolve("ils.mv.db"));
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + copy.resolve("ils").toAbsolutePath());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void whatWasAnsweredIsInTheFile() throws Exception {
        try (TestLibrary library = TestLibrary.onFile(folder)) {
            for (int i = 0; i < 10; i++) {
                done(library.checkout(MAIN, "P110", "I001"));
                assertThat(inTheFile(folder, "loans WHERE item_id = 1")).isEqualTo(1);
                done(library.checkin(MAIN, "I001"));
                assertThat(inTheFile(folder, "loan_history")).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void survivesInterruptedRequests() throws Exception {
        try (TestLibrary library = TestLibrary.onFile(folder)) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger answered = new AtomicInteger();
            List<Thread> terminals = new ArrayList<>();
            for (String item : List.of("I001", "I003", "I009", "I018")) {
                Thread terminal = new Thread(() -> {
                    while (!stop.get()) {
                        try {
                            library.checkout(MAIN, "P110", item);
                            library.checkin(MAIN, item);
                            answered.incrementAndGet();
                        } catch (CirculationException interrupted) {
                            assertThat(interrupted).hasMessageNotContaining("closed");
                        } catch (Exception failure) {
                            throw new AssertionError(failure);
                        }
                    }
                });
                terminal.start();
                terminals.add(terminal);
            }
            for (int i = 0; i < 400; i++) {
                terminals.get(i % terminals.size()).interrupt();
                Thread.sleep(2);
            }
            stop.set(true);
            for (Thread terminal : terminals) {
                terminal.join(30_000);
            }
            assertThat(library.store.diagnose().state()).isEqualTo(Diagnosis.State.OK);
            assertThat(library.circulation.findPatron(MAIN.context(), "P110")).isPresent();
            assertThat(answered.get()).isPositive();
        }
    }

    @Test
    void saysWhyADatabaseCannotBeUsed() throws Exception {
        Files.writeString(folder.resolve("ils.mv.db"), "this is no database".repeat(1000));
        byte[] before = Files.readAllBytes(folder.resolve("ils.mv.db"));
        IlsSettings settings =
                Scene.settings("jdbc:h2:file:" + folder.resolve("ils").toAbsolutePath(), "", "");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(Engine.H2.connecting(settings).getProperty("url"));
        PinMemory pins = new PinMemory(settings.pinMemory(), System::nanoTime);
        try (Store store = Store.open(settings, engine -> Optional.of(source), database -> {}, pins)) {
            assertThatThrownBy(() -> new IlsCirculation(store).findPatron(MAIN.context(), "P100"))
                    .isInstanceOf(CirculationException.class);
            assertThat(store.diagnose().state()).isEqualTo(Diagnosis.State.OFFLINE);
            assertThat(store.diagnose().detail()).startsWith("the database cannot be used: ");
        }
        assertThat(Files.readAllBytes(folder.resolve("ils.mv.db"))).isEqualTo(before);
    }
}
