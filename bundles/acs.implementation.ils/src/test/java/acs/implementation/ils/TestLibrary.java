// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.Circulation;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.Return;
import acs.implementation.ils.csv.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A library of its own on one of the databases, filled from {@code fixture.sql}. */
final class TestLibrary implements AutoCloseable {
    static final char[] PIN = "1234".toCharArray();

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PIN_HASH = PinDesk.hash(PIN, 4);
    private static final long PATIENCE_MILLIS = 60_000;

    /** Every rule is tested on each. */
    enum On {
        H2,
        POSTGRESQL;

        TestLibrary open() throws Exception {
            if (this == H2) {
                return h2("jdbc:h2:mem:circulation" + NUMBER.incrementAndGet());
            }
            DataSource source = Databases.POSTGRESQL.fresh();
            fill(source);
            return new TestLibrary(Scene.settings("jdbc:postgresql:test", "", ""), source);
        }
    }

    final Store store;
    final IlsCirculation circulation;
    private final DataSource source;

    private TestLibrary(IlsSettings settings, DataSource source) throws InterruptedException {
        this.source = source;
        PinMemory pins = new PinMemory(settings.pinMemory(), System::nanoTime);
        this.store = Store.open(settings, engine -> Optional.of(source), TestLibrary::fill, pins);
        this.circulation = new IlsCirculation(store);
        awaitOpen();
    }

    /** On a file that lasts. */
    static TestLibrary onFile(Path folder) throws Exception {
        return h2("jdbc:h2:file:" + folder.resolve("ils").toAbsolutePath());
    }

    private static TestLibrary h2(String url) throws Exception {
        IlsSettings settings = Scene.settings(url, "", "");
        Properties properties = Engine.H2.connecting(settings);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(properties.getProperty("url"));
        return new TestLibrary(settings, source);
    }

    private void awaitOpen() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!store.diagnose().equals(Diagnosis.ok())) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException(store.diagnose().detail());
            }
            Thread.sleep(5);
        }
    }

    private static void fill(DataSource source) throws IOException {
        String script;
        try (var stream = TestLibrary.class.getResourceAsStream("fixture.sql")) {
            script = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("@PIN@", PIN_HASH);
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : script.split(";\\R", -1)) {
                if (!command.isBlank()) {
                    statement.addBatch(command);
                }
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** As whoever asked is told: when it is on the disk. */
    private <T> T saved(T outcome) {
        circulation.saved().toCompletableFuture().join();
        return outcome;
    }

    Outcome<Loan> checkout(Scene scene, String patron, String item) throws Exception {
        return saved(circulation.checkout(scene.context(), new Checkout(patron, item, true, false, "")));
    }

    Outcome<Loan> checkoutPaying(Scene scene, String patron, String item) throws Exception {
        return saved(circulation.checkout(scene.context(), new Checkout(patron, item, true, true, "")));
    }

    Outcome<Return> checkin(Scene scene, String item) throws Exception {
        return saved(circulation.checkin(scene.context(), new Checkin(item, "", Optional.empty(), "")));
    }

    Outcome<Return> cancelCheckout(Scene scene, String item) throws Exception {
        return saved(circulation.cancelCheckout(scene.context(), new Checkin(item, "", Optional.empty(), "")));
    }

    Outcome<Loan> cancelCheckin(Scene scene, String patron, String item) throws Exception {
        return saved(circulation.cancelCheckin(scene.context(), new Checkout(patron, item, false, false, "")));
    }

    Outcome<Loan> renew(Scene scene, String patron, String item) throws Exception {
        return saved(circulation.renew(scene.context(), new Renewal(patron, item, "", false, false, "")));
    }

    /** What a patron owes. */
    BigDecimal owed(String patron) throws Exception {
        Circulation library = circulation;
        return library.findPatron(Scene.main().context(), patron).orElseThrow().owed();
    }

    /** The one value that a query finds, as text; null if it finds none. */
    String value(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    long count(String table) throws SQLException {
        return Long.parseLong(value("SELECT COUNT(*) FROM " + table));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Refusal reason(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("done: " + done.value());
                },
                Outcome.Refused::reason);
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(Outcome.Done::value, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    static Duration days(long number) {
        return Duration.ofDays(number);
    }

    @Override
    public void close() {
        store.close();
    }
}
