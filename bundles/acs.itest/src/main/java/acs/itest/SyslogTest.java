// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import acs.client.SipClient;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** A site whose SIP server has always logged to syslog: the packed server does, too, from the moment the file says so. */
class SyslogTest {
    private static final int MOST_LINES = 1000;
    private static final int PATIENCE_MILLIS = 60_000;

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
            syslog.setSoTimeout(PATIENCE_MILLIS);
            configure(server, port, "min_servers='10'");
            server.run();
            configure(server, port, "log_file='Sys::Syslog' syslog_ident='koha_sip' syslog_facility='local6'");
            // local6 is 22, INFO is 6
            assertThat(receive(syslog, line -> line.contains("is in force")))
                    .matches(
                            "<182>\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ koha_sip: .*SIPconfig\\.xml is in force: .*");

            try (SipClient kiosk = LiveServer.kiosk(port)) {
                LiveServer.ask(kiosk, "9300CNkiosk|COsecret|");
            }
            assertThat(receive(syslog, line -> line.contains("INPUT MSG")))
                    .contains(" koha_sip: kiosk@127.0.0.1:")
                    .contains(": INPUT MSG: '9300CNkiosk|CO***|AY1AZ");
            assertThat(receive(syslog, line -> line.contains("OUTPUT MSG"))).contains("OUTPUT MSG: '941AY1AZ");

            configure(server, port, "log_file='Sys::Syslog' syslog_ident='branch_7' syslog_facility='daemon'");
            assertThat(receive(syslog, line -> line.contains("is in force")))
                    .startsWith("<30>")
                    .contains(" branch_7: ");
        }
    }

    /** The first line that fits. */
    private static String receive(DatagramSocket syslog, Predicate<String> wanted) throws IOException {
        for (int i = 0; i < MOST_LINES; i++) {
            DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
            syslog.receive(packet);
            String line = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("none of " + MOST_LINES + " lines is the one that is waited for");
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
