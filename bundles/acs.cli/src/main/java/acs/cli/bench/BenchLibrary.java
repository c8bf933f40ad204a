// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The library that kiosks work in: some patrons and items for each of them, among many others. */
final class BenchLibrary {
    static final String INSTITUTION = "BENCH";
    static final String ACCOUNT = "bench";
    static final String PASSWORD = "bench";
    static final String PIN = "1234";

    private static final int PATRONS_EACH = 2;
    private static final int ITEMS_EACH = 20;
    private static final int PATRONS = 10_000;
    private static final int ITEMS = 50_000;

    private BenchLibrary() {}

    static String patron(int kiosk, SplittableRandom random) {
        return "P" + (kiosk * PATRONS_EACH + random.nextInt(PATRONS_EACH));
    }

    static String item(int kiosk, SplittableRandom random) {
        return "I" + (kiosk * ITEMS_EACH + random.nextInt(ITEMS_EACH));
    }

    /** Writes the library as CSV files. Only the patrons of kiosks have a PIN: hashing takes its time. */
    static void write(Path folder, int kiosks) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("libraries.csv"), "code,name\n" + INSTITUTION + ",Bench Library\n");
        Files.writeString(
                folder.resolve("item_types.csv"), "code,name,media_type,loan_days,renewals\nBK,Book,001,21,5\n");
        Files.writeString(folder.resolve("categories.csv"), "code,name\nA,Adult\n");
        try (PrintWriter patrons = csv(folder, "patrons.csv", "cardnumber,pin,surname,firstname,category,library")) {
            for (int i = 0; i < PATRONS; i++) {
                String pin = i < kiosks * PATRONS_EACH ? PIN : "";
                patrons.printf("P%d,%s,Reader %d,Rita,A,%s%n", i, pin, i, INSTITUTION);
            }
        }
        try (PrintWriter items = csv(folder, "items.csv", "barcode,title,author,item_type,home_library")) {
            for (int i = 0; i < ITEMS; i++) {
                items.printf("I%d,Title %d,Author %d,BK,%s%n", i, i, i % 1000, INSTITUTION);
            }
        }
    }

    /** Writes the configuration of a server for it. */
    static void configure(Path etc, int port) throws IOException {
        Files.createDirectories(etc);
        Files.writeString(
                etc.resolve("SIPconfig.xml"),
                """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners>
                    <service port="127.0.0.1:%d/tcp" transport="RAW" protocol="SIP/2.00" timeout="60" client_timeout="600"
                             max_sessions_per_address="20000"/>
                  </listeners>
                  <accounts>
                    <login id="%s" password="%s" institution="%s" terminator="CR"/>
                  </accounts>
                  <institutions>
                    <institution id="%s" implementation="ILS" name="Bench Library">
                      <policy checkin="true" checkout="true" renewal="true" status_update="false" offline="false"
                              timeout="100" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                        .formatted(port, ACCOUNT, PASSWORD, INSTITUTION, INSTITUTION));
    }

    private static PrintWriter csv(Path folder, String name, String header) throws IOException {
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
        file.println(header);
        return file;
    }
}
