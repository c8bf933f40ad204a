// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import acs.api.data.ImportReport;
import acs.api.data.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the files of a large city's library and measures how long they take to load.
 *
 * <pre>
 * BigData make FOLDER [PATRONS ITEMS]
 * BigData load FOLDER URL         an empty or filled database, e.g. jdbc:h2:./big, or a new PostgreSQL server: new
 * BigData save FOLDER URL
 * </pre>
 */
final class BigData {
    private static final long SEED = 42;
    private static final String[] WORDS = {
        "River", "Winter", "Garden", "Letters", "House", "Silver", "Ocean", "Shadow", "Mountain", "Harvest", "Lantern"
    };

    private final Path folder;
    private final int patrons;
    private final int items;
    private final Random random = new Random(SEED);

    private BigData(Path folder, int patrons, int items) {
        this.folder = folder;
        this.patrons = patrons;
        this.items = items;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "make" ->
                make(
                        folder,
                        args.length > 2 ? Integer.parseInt(args[2]) : 100_000,
                        args.length > 3 ? Integer.parseInt(args[3]) : 500_000);
            case "load" -> load(folder, source(args[2]));
            case "save" -> save(folder, source(args[2]));
            default -> throw new IllegalArgumentException(args[0] + " (expected: make, load or save)");
        }
    }

    /** Writes all files; the same numbers always give the same files. */
    static void make(Path folder, int patrons, int items) throws IOException {
        Files.createDirectories(folder);
        new BigData(folder, patrons, items).make();
    }

    private static DataSource source(String url) throws SQLException {
        if (url.equals("new")) {
            return Databases.POSTGRESQL.empty();
        }
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            return source;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    private static void load(Path folder, DataSource database) throws Exception {
        Databases.migrate(database);
        Importer importer =
                new Importer(database, Clock.system(ZoneId.systemDefault()), Currency.getInstance("USD"), () -> {});
        ImportReport report = importer.importFrom(List.of(folder), new Watch());
        report.problems().stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%s, %d problems, %d s, heap peak %d MB%n",
                report.rows(),
                report.problems().size() + report.further(),
                report.took().toSeconds(),
                Watch.peak() >> 20);
    }

    private static void save(Path folder, DataSource database) throws Exception {
        long start = System.nanoTime();
        new Exporter(database, Clock.system(ZoneId.systemDefault()), Currency.getInstance("USD"))
                .exportTo(folder, new Watch());
        System.out.printf(
                "saved in %d s, heap peak %d MB%n", (System.nanoTime() - start) / 1_000_000_000, Watch.peak() >> 20);
    }

    private void make() throws IOException {
        file("libraries.csv", "code,name", 20, n -> "L" + n + ",Library " + n);
        file(
                "item_types.csv",
                "code,name,loan_days,renewals,fine_per_day",
                5,
                n -> "T" + n + ",Type " + n + ",28,2,0.20");
        file("categories.csv", "code,name,loan_limit,fee_limit", 4, n -> "C" + n + ",Category " + n + ",30,10.00");
        file(
                "patrons.csv",
                "cardnumber,userid,pin,surname,firstname,category,library,expires,born,address,email,phone,language",
                patrons,
                n ->
                        "%s,user%d,%04d,%s,%s,C%d,L%d,+%dd,19%02d-0%d-1%d,\"%d %s Road, Linden\",user%d@patrons.example,555-%07d,001"
                                .formatted(
                                        card(n),
                                        n,
                                        n % 10_000,
                                        word() + word(),
                                        word(),
                                        pick(4),
                                        pick(20),
                                        pick(700),
                                        30 + pick(60),
                                        pick(9),
                                        pick(9),
                                        pick(400),
                                        word(),
                                        n,
                                        n));
        file(
                "items.csv",
                "barcode,title,title_id,author,isbn,call_number,item_type,home_library,status,price",
                items,
                n -> "%s,\"%s, %s and %s\",t%d,\"%s, %s\",978%010d,%03d.%d %s,T%d,L%d,available,%d.50"
                        .formatted(
                                barcode(n),
                                word(),
                                word(),
                                word(),
                                n / 2,
                                word(),
                                word(),
                                n,
                                pick(999),
                                pick(9),
                                word(),
                                pick(5),
                                pick(20),
                                pick(60)));
        file("loans.csv", "barcode,cardnumber,loaned,due,renewals", items / 10, n -> "%s,%s,-%dd,+%dd,%d"
                .formatted(barcode(n * 10), card(pick(patrons)), pick(40), pick(28), pick(3) - 1));
        file("holds.csv", "cardnumber,title_id,placed,pickup_library", patrons / 10, n -> "%s,t%d,-%dd,L%d"
                .formatted(card(n * 10), pick(items / 2 - 1), pick(30), pick(20)));
        file("fees.csv", "id,cardnumber,type,amount,description,date", patrons / 5, n -> "f%d,%s,04,%d.20,Overdue,-%dd"
                .formatted(n, card(pick(patrons)), pick(9), pick(90)));
    }

    private interface Line {
        String of(int number);
    }

    private void file(String name, String header, int rows, Line line) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)))) {
            out.println(header);
            for (int n = 1; n <= rows; n++) {
                out.println(line.of(n));
            }
        }
    }

    private static String card(int number) {
        return "2%013d".formatted(number);
    }

    private static String barcode(int number) {
        return "3%013d".formatted(number);
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** 1..upTo. */
    private int pick(int upTo) {
        return 1 + random.nextInt(upTo);
    }

    /** Prints each step's time, and remembers how much memory was in use. */
    private static final class Watch implements Progress {
        private static long most;

        private Step step = Step.CHECK;
        private long start = System.nanoTime();

        @Override
        public void reached(Step now, long done, long total) {
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
            if (now != step) {
                step = now;
                start = System.nanoTime();
            }
            if (done == total) {
                System.out.printf("%s %d in %.1f s%n", now, total, (System.nanoTime() - start) / 1e9);
            }
        }

        static long peak() {
            return most;
        }
    }
}
