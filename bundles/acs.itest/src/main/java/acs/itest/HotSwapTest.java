// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.SipClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** What an operator does while kiosks work: nobody is cut off, and every request is answered right. */
class HotSwapTest {
    private static final int KIOSKS = 16;
    private static final int SWAPS = 5;
    private static final String ILS = "acs.implementation.ils";
    private static final String DATE = "20260115    093000";
    private static final String NO_DATE = " ".repeat(18);

    private final BundleContext bundles =
            FrameworkUtil.getBundle(HotSwapTest.class).getBundleContext();
    private final LiveServer server = new LiveServer(bundles);

    @Test
    void aNewJarOverTheOldOneAndANewConfigurationDisturbNobody() throws Exception {
        int port = LiveServer.freePort();
        Path jar = server.shipped(ILS);
        uninstall();
        // a database of its own: the tests' framework has opened the usual one, so that it is not empty any more
        server.save(
                "acs.implementation.ils.cfg",
                "url = jdbc:h2:file:" + server.data().resolve("swap") + "\ndemo = " + library() + "\n");
        server.save("SIPconfig.xml", configuration(port, ""));
        server.drop(jar);
        LiveServer.waitUntil("the library is served", () -> LiveServer.isServed(port));

        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(KIOSKS);
        try (LogWatch log = new LogWatch(bundles)) {
            List<Future<String>> kiosks = new ArrayList<>();
            for (int i = 1; i <= KIOSKS; i++) {
                String item = "I" + i;
                kiosks.add(threads.submit(() -> work(port, item, done, answers)));
            }
            for (int swap = 1; swap <= SWAPS; swap++) {
                long before = modified();
                server.drop(jar);
                LiveServer.waitUntil("the new jar is installed", () -> modified() > before && isActive());
                waitForAnswers(kiosks, answers, 200);
            }
            int second = LiveServer.freePort();
            server.save("SIPconfig.xml", configuration(port, service(second)));
            LiveServer.waitUntil("the second listener serves", () -> LiveServer.isServed(second));
            waitForAnswers(kiosks, answers, 200);
            done.set(true);
            for (Future<String> kiosk : kiosks) {
                assertThat(kiosk.get(60, TimeUnit.SECONDS)).isEmpty();
            }
            assertThat(log.errors()).isEmpty();
        } finally {
            done.set(true);
            threads.shutdownNow();
            server.delete("SIPconfig.xml");
        }
    }

    /** A folder of files that the empty database is filled with: one patron, and an item for each kiosk. */
    private Path library() throws IOException {
        Path folder = Files.createDirectories(server.data().resolve("library"));
        Files.writeString(folder.resolve("libraries.csv"), "code,name\nMAIN,Main Library\n");
        Files.writeString(folder.resolve("item_types.csv"), "code,loan_days\nBK,21\n");
        Files.writeString(folder.resolve("categories.csv"), "code\nA\n");
        Files.writeString(
                folder.resolve("patrons.csv"), "cardnumber,pin,surname,category,library\nK1,1234,Reader,A,MAIN\n");
        StringBuilder items = new StringBuilder("barcode,title,item_type,home_library\n");
        for (int i = 1; i <= KIOSKS; i++) {
            items.append("I").append(i).append(",Title ").append(i).append(",BK,MAIN\n");
        }
        Files.writeString(folder.resolve("items.csv"), items);
        return folder;
    }

    /** Borrows and returns until it is told to stop; says what was wrong, or nothing. */
    private static String work(int port, String item, AtomicBoolean done, AtomicInteger answers) throws IOException {
        String[][] round = {
            {"17" + DATE + "AOMAIN|AB" + item + "|", "18", "|"},
            {"23001" + DATE + "AOMAIN|AAK1|AC|AD1234|", "24", "|BLY|CQY|"},
            {"11NN" + DATE + NO_DATE + "AOMAIN|AAK1|AB" + item + "|AC|AD1234|BOY|", "121", "AB" + item + "|"},
            {"09N" + DATE + NO_DATE + "APMAIN|AOMAIN|AB" + item + "|AC|", "101", "AB" + item + "|"}
        };
        try (SipClient kiosk = LiveServer.kiosk(port)) {
            String login = LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
            if (!login.equals("941")) {
                return login;
            }
            while (!done.get()) {
                for (String[] step : round) {
                    String answer = LiveServer.ask(kiosk, step[0]);
                    if (!answer.startsWith(step[1]) || !answer.contains(step[2])) {
                        return step[0] + " was answered " + answer;
                    }
                    answers.incrementAndGet();
                }
            }
            return "";
        }
    }

    /** Waits for more answers; a kiosk that has given up says at once why. */
    private static void waitForAnswers(List<Future<String>> kiosks, AtomicInteger answers, int more) throws Exception {
        int enough = answers.get() + more;
        LiveServer.waitUntil(
                "kiosks got " + more + " more answers",
                () -> answers.get() >= enough || kiosks.stream().anyMatch(Future::isDone));
        for (Future<String> kiosk : kiosks) {
            if (kiosk.isDone()) {
                assertThat(kiosk.get()).isEmpty();
            }
        }
    }

    /** The tests' framework starts with every bundle; this one is to come by way of its folder. */
    private void uninstall() throws Exception {
        for (Bundle bundle : bundles.getBundles()) {
            if (ILS.equals(bundle.getSymbolicName())) {
                bundle.uninstall();
            }
        }
    }

    private long modified() {
        long latest = 0;
        for (Bundle bundle : bundles.getBundles()) {
            if (ILS.equals(bundle.getSymbolicName())) {
                latest = Math.max(latest, bundle.getLastModified());
            }
        }
        return latest;
    }

    private boolean isActive() {
        for (Bundle bundle : bundles.getBundles()) {
            if (ILS.equals(bundle.getSymbolicName())) {
                return bundle.getState() == Bundle.ACTIVE;
            }
        }
        return false;
    }

    private static String service(int port) {
        return "<service port=\"127.0.0.1:" + port + "/tcp\" transport=\"RAW\" protocol=\"SIP/2.00\" timeout=\"60\"/>";
    }

    private static String configuration(int port, String more) {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners>%s%s</listeners>
                  <accounts><login id="kiosk" password="secret" institution="MAIN"/></accounts>
                  <institutions>
                    <institution id="MAIN" implementation="ILS">
                      <policy checkin="true" checkout="true" renewal="true" timeout="300" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                .formatted(service(port), more);
    }
}
