// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the settings of Koha's worker processes become where there are none. */
class ServerParamsTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    @AfterEach
    void forget() {
        List.of("acs.syslog", "acs.syslog.ident", "acs.syslog.facility").forEach(System::clearProperty);
    }

    @Test
    void limitTheTerminalsOfEachListenerWithoutALimitOfItsOwn() throws IOException {
        SipConfig config = read("max_servers='20' min_servers='5' max_requests='100'");

        assertThat(config.problems()).isEmpty();
        assertThat(Fixtures.properties(config, Kind.LISTENER, "8023/tcp")).containsEntry("max_sessions", 20);
        assertThat(Fixtures.properties(config, Kind.LISTENER, "127.0.0.1:6001/tcp"))
                .containsEntry("max_sessions", 500);
        assertThat(config.remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark)
                                .contains(
                                        ":4: of `server-params`, `max_servers` is the `max_sessions` of each `service`"
                                                + " without its own"),
                        remark -> assertThat(remark)
                                .contains(
                                        ":4: of `server-params`, `min_servers`, `max_requests` have no meaning here"));
    }

    @Test
    void saySoIfTheServerRunsAsSomebodyElse() throws IOException {
        String me = System.getProperty("user.name");

        assertThat(read("user='" + me + "'").remarks()).isEmpty();
        assertThat(read("user='nobody-else'").remarks())
                .singleElement()
                .asString()
                .contains(":4: of `server-params`, `user` is `nobody-else`, and this runs as `" + me + "`: start the");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "log_file='Sys::Syslog'; acs; LOCAL6",
                "log_file='Sys::Syslog' syslog_ident='koha_sip' syslog_facility='local3'; koha_sip; LOCAL3",
                "log_file='Sys::Syslog' syslog_facility='LOG_DAEMON'; acs; DAEMON"
            })
    void sendTheLogToSyslog(String attributes, String ident, String facility) throws IOException {
        SipConfig config = read(attributes);

        assertThat(config.problems()).isEmpty();
        assertThat(config.syslog()).contains(new Syslog(ident, facility));
        assertThat(config.remarks()).singleElement().asString().contains("`log_file` sends the log to syslog, too (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "log_file='Sys::Syslog' syslog_ident='two words'; `syslog_ident` is `two words` and taken as acs"
                        + " (expected: up to 32 letters, digits, _, . or -)",
                "log_file='Sys::Syslog' syslog_facility='local9'; `syslog_facility` is `local9` and taken as local6"
                        + " (expected: such as local0 to local7, daemon, user)"
            })
    void goOnWithWhatIsUsualWhereItIsMistaken(String attributes, String warning) throws IOException {
        SipConfig config = read(attributes);

        assertThat(config.problems()).extracting(Problem::text).containsExactly(warning);
        assertThat(config.syslog()).contains(new Syslog("acs", "LOCAL6"));
    }

    @Test
    void leaveTheLogWhereItIsWithoutSyslog() throws IOException {
        SipConfig config = read("log_file='/var/log/sip.log' syslog_ident='koha_sip'");

        assertThat(config.syslog()).isEmpty();
        assertThat(config.remarks())
                .singleElement()
                .asString()
                .contains("of `server-params`, `log_file`, `syslog_ident` have no meaning here");
    }

    @Test
    void areTakenUpByTheLogOnceForEachChange() throws Exception {
        Felix felix = new Felix(data);
        try {
            ConfigurationAdmin admin = felix.configurationAdmin();
            SipConfigFile file = new SipConfigFile(admin, folder, Optional.of("/conf/logback.xml"));
            Configuration logging = admin.getConfiguration("org.ops4j.pax.logging", "?");
            assertThat(logging.getProperties()).isNull();

            save(file, "log_file='Sys::Syslog' syslog_ident='koha_sip'");
            assertThat(logging.getProperties().get("org.ops4j.pax.logging.logback.config.file"))
                    .isEqualTo("/conf/logback.xml");
            assertThat(System.getProperty("acs.syslog")).isEqualTo("SYSLOG");
            assertThat(System.getProperty("acs.syslog.ident")).isEqualTo("koha_sip");
            long changes = logging.getChangeCount();

            save(file, "log_file='Sys::Syslog' syslog_ident='koha_sip' min_servers='1'");
            assertThat(logging.getChangeCount()).isEqualTo(changes);

            save(file, "min_servers='1'");
            assertThat(logging.getChangeCount()).isGreaterThan(changes);
            assertThat(System.getProperty("acs.syslog")).isNull();
        } finally {
            felix.close();
        }
    }

    private void save(SipConfigFile file, String attributes) throws IOException {
        file.update(Fixtures.write(folder, with(attributes)).toFile());
    }

    private SipConfig read(String attributes) throws IOException {
        return Fixtures.read(folder, with(attributes));
    }

    private static String with(String attributes) {
        return Fixtures.flawless().replaceFirst("<server-params [^>]*/>", "<server-params " + attributes + "/>");
    }
}
