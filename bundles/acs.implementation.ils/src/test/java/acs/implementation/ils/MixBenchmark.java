// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Checkin;
import acs.api.circulation.Checkout;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.PatronLists;
import acs.api.circulation.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * How many requests of kiosks' usual mix the library answers in a second, without sockets and protocol: 50 threads, 10,000
 * patrons, 50,000 items, every loan and return on the disk before it counts.
 *
 * <p>Arguments: seconds (default 20), settings added to the database's URL.
 */
final class MixBenchmark {
    private static final int TERMINALS = 50;
    private static final int PATRONS = 10_000;
    private static final int ITEMS = 50_000;
    private static final int LENT = 20_000;
    private static final char[] PIN = "1234".toCharArray();

    private final LongAdder status = new LongAdder();
    private final LongAdder patron = new LongAdder();
    private final LongAdder information = new LongAdder();
    private final LongAdder item = new LongAdder();
    private final LongAdder loans = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final IlsCirculation library;

    private MixBenchmark(IlsCirculation library) {
        this.library = library;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = Files.createTempDirectory(Path.of("target"), "mix");
        try {
            String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("ils")
                    + (arguments.length > 1 ? arguments[1] : "");
            Store store = Store.open(
                    Scene.settings(url, "", ""),
                    engine -> Optional.of(source(engine.connecting(Scene.settings(url, "", "")))),
                    MixBenchmark::fill,
                    new PinMemory(java.time.Duration.ofMinutes(10), System::nanoTime));
            try {
                new MixBenchmark(new IlsCirculation(store)).run(seconds, folder.resolve("ils.mv.db"));
            } finally {
                store.close();
            }
        } finally {
            delete(folder);
        }
    }

    private static DataSource source(Properties properties) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(properties.getProperty("url"));
        return source;
    }

    private void run(int seconds, Path file) throws Exception {
        while (!library.diagnose().equals(Diagnosis.ok())) {
            Thread.sleep(100);
        }
        // As if every patron had been here a moment ago: what bcrypt costs is another question.
        for (int i = 1; i <= PATRONS; i++) {
            library.check(Scene.main().context(), "P" + i, PIN);
        }
        List<Thread> terminals = new ArrayList<>();
        for (int i = 0; i < TERMINALS; i++) {
            int terminal = i;
            Thread thread = new Thread(() -> work(terminal));
            thread.start();
            terminals.add(thread);
        }
        long[] before = new long[6];
        for (int half = 0; half < 2; half++) {
            long cpu = cpuNanos();
            long start = System.nanoTime();
            Thread.sleep(TimeUnit.SECONDS.toMillis(seconds) / 2);
            double took = (System.nanoTime() - start) / 1e9;
            long[] now = {status.sum(), patron.sum(), information.sum(), item.sum(), loans.sum(), refused.sum()};
            long all = 0;
            for (int i = 0; i < 5; i++) {
                all += now[i] - before[i];
            }
            System.out.printf(
                    "%s: %,.0f requests/s (loans and returns %,.0f/s), %d refused, %.2f processors, %.0f us each, file %d MB%n",
                    half == 0 ? "warm-up" : "measured",
                    all / took,
                    (now[4] - before[4]) / took,
                    now[5] - before[5],
                    (cpuNanos() - cpu) / 1e9 / took,
                    (cpuNanos() - cpu) / 1e3 / all,
                    Files.size(file) >> 20);
            before = now;
        }
        stop.set(true);
        for (Thread terminal : terminals) {
            terminal.join();
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void work(int terminal) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int range = (ITEMS - LENT) / TERMINALS;
        try {
            while (!stop.get()) {
                Context context = Scene.main().at(ZonedDateTime.now(Scene.ZONE)).context();
                String card = "P" + random.nextInt(1, PATRONS + 1);
                int dice = random.nextInt(90);
                if (dice < 10) {
                    library.diagnose();
                    status.increment();
                } else if (dice < 35) {
                    found(library.findPatron(context, card));
                    library.check(context, card, PIN);
                    patron.increment();
                } else if (dice < 60) {
                    found(library.findPatron(context, card));
                    library.check(context, card, PIN);
                    library.counts(context, card);
                    library.loans(context, card, PatronLists.Loans.ALL, new Window(1, 10));
                    information.increment();
                } else if (dice < 80) {
                    found(library.findItem(context, "I" + random.nextInt(1, ITEMS + 1)));
                    item.increment();
                } else {
                    String barcode = "I" + (terminal * range + random.nextInt(1, range + 1));
                    count(library.checkout(context, new Checkout(card, barcode, false, false, ""))
                            .isDone());
                    library.saved().toCompletableFuture().join();
                    count(library.checkin(context, new Checkin(barcode, "", Optional.empty(), ""))
                            .isDone());
                    library.saved().toCompletableFuture().join();
                }
            }
        } catch (Exception failure) {
            failure.printStackTrace();
            stop.set(true);
        }
    }

    private static void found(Optional<?> answer) {
        if (answer.isEmpty()) {
            throw new IllegalStateException("not found");
        }
    }

    private void count(boolean done) {
        loans.increment();
        if (!done) {
            refused.increment();
        }
    }

    private static void fill(DataSource database) throws IOException {
        String hash = PinDesk.hash(PIN, 4);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "INSERT INTO libraries (code, name) VALUES ('MAIN', 'Main Library')",
                    "INSERT INTO item_types (code) VALUES ('BOOK')",
                    "INSERT INTO categories (code, loan_limit) VALUES ('ADULT', 50)",
                    "INSERT INTO patrons (cardnumber, surname, firstname, pin_hash, category_id, library_id, address, email,"
                            + " phone) SELECT 'P' || x, 'Surname' || x, 'Firstname', '" + hash + "', 1, 1,"
                            + " '12 Long Road, Some Town, 12345', 'name' || x || '@example.org', '0123456789'"
                            + " FROM system_range(1, " + PATRONS + ")",
                    "INSERT INTO patron_names SELECT cardnumber, id, 'card' FROM patrons",
                    "INSERT INTO titles (title, author) SELECT 'A title of some length ' || x, 'Author ' || x"
                            + " FROM system_range(1, " + ITEMS + ")",
                    "INSERT INTO items (barcode, title_id, item_type_id, home_library_id, holding_library_id, location,"
                            + " call_number) SELECT 'I' || x, x, 1, 1, 1, 'Main stacks', 'QA 76.' || x"
                            + " FROM system_range(1, " + ITEMS + ")",
                    "INSERT INTO loans (item_id, patron_id, loaned, due) SELECT x, 1 + MOD(x * 7, " + PATRONS + "),"
                            + " NOW(), DATEADD('DAY', 14, NOW()) FROM system_range(" + (ITEMS - LENT + 1) + ", " + ITEMS
                            + ")",
                    "ANALYZE")) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
