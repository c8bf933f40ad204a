// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.SipClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** A site whose SIP server has always logged to syslog: the packed server does, too, from the moment the file says so. */
class SyslogTest {
    private static final int MOST_LINES = 1000;
    private static final int MOST_BYTES = 65_536;
    private static final int BETWEEN_LOOKS_MILLIS = 200;

    @Test
    void getsTheLogAndTheMessagesUnderTheSitesName() throws Exception {
        int port = LiveServer.freePort();
        try (DatagramSocket syslog = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Distribution server = new Distribution(
                        FrameworkUtil.getBundle(SyslogTest.class).getBundleContext(),
                        "syslog",
                        Map.of(
                                "JAVA_OPTS",
                                "-Dacs.syslog.host=127.0.0.1 -Dacs.syslog.port=" + syslog.getLocalPort()))) {
            syslog.setSoTimeout(BETWEEN_LOOKS_MILLIS);
            configure(server, port, "min_servers='10'");
            server.run();
            try (SipClient kiosk = LiveServer.kiosk(port)) {
                configure(server, port, "log_file='Sys::Syslog' syslog_ident='koha_sip' syslog_facility='local6'");
                // local6 is 22, INFO is 6
                String login =
                        whenTalking(kiosk, syslog, line -> line.startsWith("<182>") && line.contains("INPUT MSG"));
                assertThat(login)
                        .matches(
                                "<182>\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ koha_sip: kiosk@127\\.0\\.0\\.1:\\d+: "
                                        + "INPUT MSG: '9300CNkiosk\\|CO\\*\\*\\*\\|AY\\dAZ\\w{4}'\\R?");

                configure(server, port, "log_file='Sys::Syslog' syslog_ident='branch_7' syslog_facility='daemon'");
                assertThat(whenTalking(kiosk, syslog, line -> line.startsWith("<30>") && line.contains("is logged in")))
                        .contains(" branch_7: #");
            }
        }
    }

    /** The first line that fits, while a terminal logs in again and again. */
    private static String whenTalking(SipClient kiosk, DatagramSocket syslog, Predicate<String> wanted)
            throws InterruptedException {
        List<String> found = new ArrayList<>();
        LiveServer.waitUntil("the line is in syslog", () -> {
            talk(kiosk, syslog, wanted).ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private static Optional<String> talk(SipClient kiosk, DatagramSocket syslog, Predicate<String> wanted) {
        try {
            LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
            for (int i = 0; i < MOST_LINES; i++) {
                DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
                syslog.receive(packet);
                String line = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (wanted.test(line)) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (SocketTimeoutException noMoreLines) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Moved into place, as people should. */
    private static void configure(Distribution server, int port, String serverParams) throws IOException {
        Path written = Files.writeString(
                server.file("SIPconfig.new"),
                """
                <acsconfig xmlns="http://openncip.org/acs-config/1.0/">
                  <server-params %s/>
                  <listeners><service port="127.0.0.1:%s/tcp" transport="RAW" timeout="60"/></listeners>
                  <accounts><login id="kiosk" password="secret" institution="MAIN" log_messages="1"/></accounts>
                  <institutions>
                    <institution id="MAIN" implementation="Demo"><policy checkin="true"/></institution>
                  </institutions>
                </acsconfig>
                """
                        .formatted(serverParams, port));
        Files.move(written, server.etc().resolve("SIPconfig.xml"), StandardCopyOption.REPLACE_EXISTING);
    }
}
