// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.LineConnection;
import acs.client.SipClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** What people run: the packed server, started by its script and ended by a signal. */
class DistributionTest {
    private static final String DATE = "20260115    093000";
    private static final String NO_DATE = " ".repeat(18);
    private static final int KIOSKS = 3;

    /** Of 1234, at a cost that makes every check take some tenths of a second. */
    private static final String SLOW_PIN = "{bcrypt}$2a$12$z.lpoRk8.FtAAZByNdb8EeMdQsgMlE1ckapeVFmXcGKjmUcfNHhvK";

    private final BundleContext bundles =
            FrameworkUtil.getBundle(DistributionTest.class).getBundleContext();

    /** From the first start on, whose log has nothing that an operator must look at. */
    @Test
    void losesNothingThatIsInHandWhenItIsTerminated() throws Exception {
        int port = LiveServer.freePort();
        List<LineConnection> kiosks = new ArrayList<>();
        try (Distribution server = new Distribution(bundles, "stop")) {
            library(server);
            configure(server, port);
            assertThat(server.run()).matches("ACS ready in \\d+\\.\\d s: RAW 127\\.0\\.0\\.1:" + port + "\\R");
            LiveServer.waitUntil("the library is open", () -> isOpen(port));
            for (int i = 1; i <= KIOSKS; i++) {
                kiosks.add(loggedIn(port));
            }
            for (int i = 1; i <= KIOSKS; i++) {
                send(kiosks.get(i - 1), "11NN" + DATE + NO_DATE + "AOMAIN|AAK" + i + "|ABI" + i + "|AC|AD1234|");
            }
            // whoever is answered came after them
            assertThat(LiveServer.isServed(port)).isTrue();

            server.terminate();
            for (int i = 1; i <= KIOSKS; i++) {
                assertThat(receive(kiosks.get(i - 1))).startsWith("121").contains("ABI" + i + "|AJTitle " + i + "|");
            }
            assertThat(server.status()).isZero();
            assertThat(LiveServer.isOpen(port)).isFalse();
            assertThat(server.log().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")))
                    .isEmpty();

            server.run();
            try (SipClient kiosk = LiveServer.kiosk(port)) {
                LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
                for (int i = 1; i <= KIOSKS; i++) {
                    // 04: on loan
                    assertThat(LiveServer.ask(kiosk, "17" + DATE + "AOMAIN|ABI" + i + "|"))
                            .startsWith("1804");
                }
            }
        } finally {
            for (LineConnection kiosk : kiosks) {
                kiosk.close();
            }
        }
    }

    /** Whether the library answers; before that, requests wait for its database. */
    private static boolean isOpen(int port) {
        try (SipClient kiosk = LiveServer.kiosk(port)) {
            LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
            return LiveServer.ask(kiosk, "17" + DATE + "AOMAIN|ABI1|").contains("AJTitle 1|");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static LineConnection loggedIn(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        LineConnection kiosk = LineConnection.open(address, Duration.ofSeconds(30));
        send(kiosk, "9300CNkiosk|COsecret|");
        assertThat(receive(kiosk)).isEqualTo("941");
        return kiosk;
    }

    private static void send(LineConnection kiosk, String line) throws IOException {
        kiosk.send((line + "\r").getBytes(StandardCharsets.US_ASCII));
    }

    private static String receive(LineConnection kiosk) throws IOException {
        return new String(kiosk.receive(), StandardCharsets.UTF_8);
    }

    /** A patron and an item for each kiosk, which the empty database is filled with. */
    private static void library(Distribution server) throws IOException {
        Path folder = Files.createDirectories(server.file("library"));
        StringBuilder patrons = new StringBuilder("cardnumber,pin,surname,category,library\n");
        StringBuilder items = new StringBuilder("barcode,title,item_type,home_library\n");
        for (int i = 1; i <= KIOSKS; i++) {
            patrons.append("K%d,%s,Reader,A,MAIN\n".formatted(i, SLOW_PIN));
            items.append("I%d,Title %1$d,BK,MAIN\n".formatted(i));
        }
        Files.writeString(folder.resolve("libraries.csv"), "code,name\nMAIN,Main Library\n");
        Files.writeString(folder.resolve("item_types.csv"), "code,loan_days\nBK,21\n");
        Files.writeString(folder.resolve("categories.csv"), "code\nA\n");
        Files.writeString(folder.resolve("patrons.csv"), patrons);
        Files.writeString(folder.resolve("items.csv"), items);
        Files.writeString(server.etc().resolve("acs.implementation.ils.cfg"), "demo = " + folder + "\n");
    }

    private static void configure(Distribution server, int port) throws IOException {
        Files.writeString(
                server.etc().resolve("SIPconfig.xml"),
                """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners><service port="127.0.0.1:%s/tcp" transport="RAW" timeout="60"/></listeners>
                  <accounts><login id="kiosk" password="secret" institution="MAIN" pin_required="true"/></accounts>
                  <institutions>
                    <institution id="MAIN" implementation="ILS">
                      <policy checkin="true" checkout="true" renewal="true" timeout="300" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                        .formatted(port));
    }
}
