// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.ConfigurationStatus;
import acs.api.status.Problem;
import acs.client.SipClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The file is saved again and again while kiosks work, with accounts, policies, templates and one listener changed: only
 * who came in by that listener is cut off, and everybody else is answered as if nothing happened.
 *
 * <p>The properties {@code acs.itest.kiosks} and {@code acs.itest.saves} make more of it; how long each change took to be
 * in force is in {@code reload.txt} of the tests' data folder.
 */
class LiveReloadTest {
    private static final String FILE = "SIPconfig.xml";
    private static final String STATUS = "9900402.00";
    private static final String PATRON = "2300120260115    093000AOMAIN|AAD1|AC|";
    private static final String ITEM = "1720260115    093000AOMAIN|ABB1|";
    /** The listener changes with every so many saves, and a file that is wrong comes as often between them. */
    private static final int SELDOM = 5;

    private final BundleContext bundles =
            FrameworkUtil.getBundle(LiveReloadTest.class).getBundleContext();
    private final LiveServer server = new LiveServer(bundles);
    private final int kiosks = number("acs.itest.kiosks", 12);
    private final int saves = number("acs.itest.saves", 15);
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();

    private int steady;
    private int changing;

    @Test
    void cutsOffOnlyWhoCameInByTheListenerThatChanges() throws Exception {
        steady = LiveServer.freePort();
        changing = LiveServer.freePort();
        ExecutorService threads = Executors.newFixedThreadPool(kiosks);
        try (LogWatch log = new LogWatch(bundles)) {
            server.save(FILE, state(1));
            LiveServer.waitUntil("the institution is served", () -> LiveServer.isServed(steady));
            List<Future<String>> working = new ArrayList<>();
            for (int i = 0; i < kiosks; i++) {
                working.add(threads.submit(this::work));
            }
            LiveServer.waitUntil("every kiosk works", () -> answers.get() > kiosks || isAnyDone(working));
            List<Long> millis = new ArrayList<>();
            try (SipClient witness = LiveServer.kiosk(steady)) {
                assertThat(LiveServer.ask(witness, "9300CNkiosk|COsecret|")).isEqualTo("941");
                for (int n = 2; n <= saves + 1; n++) {
                    millis.add(change(n, witness));
                    if (n % SELDOM == 1) {
                        mistake(n);
                        assertThat(isInForce(n, witness)).isTrue();
                    }
                    // the transport's library says so of visitors that leave at once
                    assertThat(log.errors())
                            .allMatch(line -> line.contains(FILE) || line.contains("IoProcessor: Error 'Broken pipe'"));
                }
            }
            done.set(true);
            for (Future<String> kiosk : working) {
                assertThat(kiosk.get(60, TimeUnit.SECONDS)).isEmpty();
            }
            report(millis);
        } finally {
            done.set(true);
            threads.shutdownNow();
            server.delete(FILE);
            LiveServer.waitUntil(
                    "nothing is configured", () -> configuration().listeners().isEmpty());
        }
    }

    /** Saves another state of the file; returns after how many milliseconds it was in force. */
    private long change(int n, SipClient witness) throws Exception {
        boolean listenerChanges = isTelnet(n) != isTelnet(n - 1);
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), changing)) {
            visitor.setSoTimeout(60_000);
            long since = System.nanoTime();
            server.save(FILE, state(n));
            LiveServer.waitUntil("change " + n + " is in force", () -> isInForce(n, witness));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            if (listenerChanges) {
                visitor.getInputStream().readAllBytes(); // to its end: it is cut off
                LiveServer.waitUntil("the listener speaks otherwise", () -> greets() == isTelnet(n));
            } else {
                visitor.getOutputStream()
                        .write((isTelnet(n) ? "kiosk\r" : STATUS + "\r").getBytes(StandardCharsets.US_ASCII));
                assertThat(visitor.getInputStream().read()).isPositive();
            }
            return millis;
        }
    }

    /** A template that is broken: the file is refused. */
    private void mistake(int n) throws Exception {
        server.save(FILE, state(n + 1).replace("[% END %]", ""));
        LiveServer.waitUntil("the mistake is reported", () -> configuration().problems().stream()
                .anyMatch(Problem::isError));
    }

    /** The policy, the template and the account's fields are those of this change. */
    private static boolean isInForce(int n, SipClient witness) {
        String patron = ask(witness, PATRON);
        return ask(witness, STATUS).matches("98Y.{5}%03d.*".formatted(n))
                && patron.contains("AEchange " + n + " for Demo|")
                && patron.contains("|BV") == (n % 2 == 1);
    }

    private static String ask(SipClient witness, String line) {
        try {
            return LiveServer.ask(witness, line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the listener asks for a name, as telnet does. */
    private boolean greets() {
        try (Socket visitor = new Socket(InetAddress.getLoopbackAddress(), changing)) {
            visitor.setSoTimeout(200);
            return visitor.getInputStream().read() == 'l';
        } catch (IOException silentOrClosed) {
            return false;
        }
    }

    private static boolean isTelnet(int n) {
        return n / SELDOM % 2 == 1;
    }

    /** Works until it is told to stop; says what was wrong, or nothing. */
    private String work() throws IOException {
        try (SipClient kiosk = LiveServer.kiosk(steady)) {
            String login = LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
            if (!login.equals("941")) {
                return login;
            }
            while (!done.get()) {
                for (String[] step :
                        List.of(new String[] {STATUS, "98Y"}, new String[] {PATRON, "24"}, new String[] {ITEM, "18"})) {
                    String answer = LiveServer.ask(kiosk, step[0]);
                    if (!answer.startsWith(step[1])) {
                        return step[0] + " was answered " + answer;
                    }
                    answers.incrementAndGet();
                }
            }
            return "";
        }
    }

    private static boolean isAnyDone(List<Future<String>> working) {
        return working.stream().anyMatch(Future::isDone);
    }

    private String state(int n) {
        return """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <listeners>
                    <service port="127.0.0.1:%s/tcp" transport="RAW" timeout="60" client_timeout="600"/>
                    <service port="127.0.0.1:%s/tcp" transport="%s" timeout="60"/>
                  </listeners>
                  <accounts>
                    <login id="kiosk" password="secret" institution="MAIN" hide_fields="%s" ae_field_template="%s"/>
                  </accounts>
                  <institutions>
                    <institution id="MAIN" implementation="Demo">
                      <policy checkin="true" checkout="true" renewal="true" timeout="%s" retries="3"/>
                    </institution>
                  </institutions>
                </acsconfig>
                """
                .formatted(
                        steady,
                        changing,
                        isTelnet(n) ? "telnet" : "RAW",
                        n % 2 == 0 ? "BV" : "BH",
                        "[% IF patron.cardnumber %]change " + n + " for [% patron.surname %][% END %]",
                        n);
    }

    private void report(List<Long> millis) throws IOException {
        Collections.sort(millis);
        Files.writeString(
                server.data().resolve("reload.txt"),
                "%d kiosks, %d saves, %d answers; in force after: median %d ms, longest %d ms%n"
                        .formatted(
                                kiosks,
                                millis.size(),
                                answers.get(),
                                millis.get(millis.size() / 2),
                                millis.get(millis.size() - 1)));
    }

    private ConfigurationStatus configuration() {
        return LiveServer.service(bundles, ConfigurationStatus.class);
    }

    private int number(String property, int usual) {
        return Optional.ofNullable(bundles.getProperty(property))
                .map(Integer::parseInt)
                .orElse(usual);
    }
}
