// SPDX-License-Identifier: Apache-2.0
package acs.conformance.model;

import acs.api.circulation.Diagnosis;
import acs.implementation.ils.IlsCirculation;
import acs.implementation.ils.IlsStore;
import acs.testkit.AcsCore;
import acs.testkit.AcsServer;
import acs.testkit.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/** A server with a library in which every terminal has a patron, some items and a debt of its own. */
final class World implements AutoCloseable {
    static final int ITEMS_EACH = 5;
    static final int DEBT = 100_000;

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String CONFIGURATION =
            """
            <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
              <listeners>
                <service port="127.0.0.1:6001/tcp" transport="RAW" protocol="SIP/2.00" timeout="60"
                         max_sessions_per_address="20000"/>
              </listeners>
              <accounts><login id="kiosk" password="secret" institution="MAIN"/></accounts>
              <institutions>
                <institution id="MAIN" implementation="ILS">
                  <policy checkin="true" checkout="true" renewal="true" status_update="true" offline="false"
                          timeout="600" retries="3"/>
                </institution>
              </institutions>
            </acsconfig>
            """;

    private final String url;
    private final IlsStore store;
    private final AcsServer server;

    private World(String url, IlsStore store, AcsServer server) {
        this.url = url;
        this.store = store;
        this.server = server;
    }

    static World of(int terminals, Path folder) throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        write(library, terminals);
        String url = "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1";
        IlsStore store = Components.make(
                IlsStore.class, Map.of("url", url, "demo", library.toString(), "timezone", "UTC", "pin_cost", 4));
        store.bindDriver(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                Map.of(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS, "org.h2.Driver"));
        IlsCirculation circulation = new IlsCirculation(store);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!circulation.diagnose().equals(Diagnosis.ok())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(circulation.diagnose().detail());
            }
            LockSupport.parkNanos(5_000_000);
        }
        Path configuration = Files.writeString(folder.resolve("SIPconfig.xml"), CONFIGURATION);
        AcsCore core = AcsCore.reading(configuration)
                .implementation("ILS", circulation)
                .start();
        return new World(url, store, AcsServer.open(core));
    }

    private static void write(Path library, int terminals) throws IOException {
        StringBuilder patrons = new StringBuilder("cardnumber,surname,category,library\n");
        StringBuilder items = new StringBuilder("barcode,title,item_type,home_library\n");
        StringBuilder fees = new StringBuilder("id,cardnumber,type,amount\n");
        for (int terminal = 0; terminal < terminals; terminal++) {
            patrons.append(patron(terminal)).append(",Reader,A,MAIN\n");
            fees.append("F" + terminal + "," + patron(terminal) + ",01," + DEBT + "\n");
            for (int item = 0; item < ITEMS_EACH; item++) {
                items.append(item(terminal, item)).append(",Book " + terminal + "-" + item + ",BK,MAIN\n");
            }
            items.append(wanted(terminal)).append(",Wanted " + terminal + ",BK,MAIN\n");
        }
        Files.writeString(library.resolve("libraries.csv"), "code,name\nMAIN,Main Library\n");
        Files.writeString(library.resolve("item_types.csv"), "code,loan_days\nBK,21\n");
        Files.writeString(library.resolve("categories.csv"), "code,name\nA,Adult\n");
        Files.writeString(library.resolve("patrons.csv"), patrons);
        Files.writeString(library.resolve("items.csv"), items);
        Files.writeString(library.resolve("fees.csv"), fees);
    }

    static String patron(int terminal) {
        return "P" + terminal;
    }

    static String item(int terminal, int item) {
        return "I" + terminal + "-" + item;
    }

    /** What the terminal's patron now and then waits for. */
    static String wanted(int terminal) {
        return "W" + terminal;
    }

    AcsServer server() {
        return server;
    }

    /** What the database says: who has which item, owes how much, waits for what and is blocked. */
    Map<String, String> state() throws SQLException {
        Map<String, String> state = new TreeMap<>();
        add(
                state,
                "SELECT i.barcode, p.cardnumber || ' ' || l.renewals FROM loans l JOIN items i ON i.id = l.item_id"
                        + " JOIN patrons p ON p.id = l.patron_id");
        add(
                state,
                "SELECT 'owed ' || p.cardnumber, CAST(SUM(f.outstanding) AS INTEGER) FROM fees f"
                        + " JOIN patrons p ON p.id = f.patron_id GROUP BY p.cardnumber");
        add(
                state,
                "SELECT 'loans ' || p.cardnumber, COUNT(*) FROM loan_history h"
                        + " JOIN patrons p ON p.id = h.patron_id GROUP BY p.cardnumber");
        add(state, "SELECT 'properties ' || barcode, properties FROM items WHERE properties <> ''");
        add(state, "SELECT 'blocked ' || cardnumber, 1 FROM patrons WHERE terminal_blocked");
        add(
                state,
                "SELECT 'hold ' || p.cardnumber, MIN(i.barcode) FROM holds h JOIN patrons p ON p.id = h.patron_id"
                        + " JOIN items i ON i.title_id = h.title_id GROUP BY p.cardnumber, h.id");
        return state;
    }

    private void add(Map<String, String> state, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                state.merge(rows.getString(1), rows.getString(2), (one, other) -> one + " and " + other);
            }
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
