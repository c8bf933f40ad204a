// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static acs.config.koha.Fixtures.around;
import static acs.config.koha.Fixtures.properties;
import static acs.config.koha.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipConfigReaderTest {
    private static final String SOUTH =
            "<institutions><institution id='SOUTH' implementation='ILS'><policy/></institution>" + "</institutions>";

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithAFlawlessFile() throws IOException {
        assertThat(read(folder, Fixtures.flawless()).problems()).isEmpty();
    }

    @Test
    void readsAListener() throws IOException {
        Map<String, Object> listener =
                properties(read(folder, Fixtures.flawless()), Kind.LISTENER, "127.0.0.1:6001/tcp");

        assertThat(listener)
                .containsOnly(
                        Map.entry("id", "127.0.0.1:6001/tcp"),
                        Map.entry("host", "127.0.0.1"),
                        Map.entry("port", 6001),
                        Map.entry("transport", "RAW"),
                        Map.entry("login", "required"),
                        Map.entry("delimiter", "|"),
                        Map.entry("timeout", 60),
                        Map.entry("client_timeout", 600),
                        Map.entry("allow_from", List.of("10.0.0.0/8", "192.168.1.7/32")),
                        Map.entry("tls", false),
                        Map.entry("max_sessions", 500),
                        Map.entry("max_sessions_per_address", 50),
                        Map.entry("max_message", 4096),
                        Map.entry("tcp_keepalive", true),
                        Map.entry("tcp_keepalive_time", 120),
                        Map.entry("tcp_keepalive_interval", 30));
    }

    @Test
    void givesAListenerWithoutLoginTheDelimiterOfItsAccount() throws IOException {
        assertThat(properties(read(folder, Fixtures.flawless()), Kind.LISTENER, "6002/tcp"))
                .containsEntry("login", "none")
                .containsEntry("account", "sorter")
                .containsEntry("host", "")
                .containsEntry("delimiter", "!");
    }

    @Test
    void readsTls() throws IOException {
        String service = "<listeners><service port='[::1]:6443/tcp' transport='RAW' tls='true' keystore='SIPconfig.xml'"
                + " keystore_password='hush' client_auth='want'/></listeners>";

        SipConfig config = read(folder, around(service));

        assertThat(config.problems()).isEmpty();
        assertThat(properties(config, Kind.LISTENER, "[::1]:6443/tcp"))
                .containsEntry("host", "::1")
                .containsEntry("tls", true)
                .containsEntry("keystore", folder.resolve("SIPconfig.xml").toString())
                .containsEntry(".keystore_password", "hush")
                .containsEntry("client_auth", "want");
    }

    @Test
    void readsAnAccount() throws IOException {
        assertThat(properties(read(folder, Fixtures.flawless()), Kind.ACCOUNT, "kiosk1"))
                .containsOnly(
                        Map.entry("id", "kiosk1"),
                        Map.entry("password", "hush-hush"),
                        Map.entry("institution", "NORTH"),
                        Map.entry("location", "Foyer"),
                        Map.entry("messages", List.of("09", "11")),
                        Map.entry("offline", "true"),
                        Map.entry("pin_required", true),
                        Map.entry("personal_data", "pin"),
                        Map.entry("allow_from", List.of("10.1.0.0/16")),
                        Map.entry("patron_id", "card"),
                        Map.entry("error_detect", "required"),
                        Map.entry("encoding", "IBM850"),
                        Map.entry("delimiter", "^"),
                        Map.entry("terminator", "CR"),
                        Map.entry("preferences", List.of("OverduesBlockCirc=block", "UseRecalls=1")));
    }

    @Test
    void handsOnWhatOthersActOn() throws IOException {
        assertThat(properties(read(folder, Fixtures.flawless()), Kind.ACCOUNT, "sorter"))
                .containsEntry("settings", List.of("checked_in_ok=1"))
                .containsEntry("preferences", List.of("OverduesBlockCirc=noblock", "UseRecalls=1"));
    }

    @Test
    void handsOnWhatIsNotSupportedYetAndWhatNobodyKnows() throws IOException {
        String login = "<accounts><login id='x' institution='SOUTH' hide_fields='BD,BE' colour='red'/></accounts>";

        assertThat(properties(read(folder, around(login + SOUTH)), Kind.ACCOUNT, "x"))
                .containsEntry("settings", List.of("colour=red", "hide_fields=BD,BE"));
    }

    @Test
    void readsAnInstitution() throws IOException {
        assertThat(properties(read(folder, Fixtures.flawless()), Kind.INSTITUTION, "NORTH"))
                .containsOnly(
                        Map.entry("id", "NORTH"),
                        Map.entry("name", "North Library"),
                        Map.entry("implementation", "ILS"),
                        Map.entry("timezone", "Europe/Berlin"),
                        Map.entry("currency", "EUR"),
                        Map.entry("language", "003"),
                        Map.entry("greeting", "Moin! "),
                        Map.entry("parms", "branch=N1 quiet"),
                        Map.entry("policy.checkin", true),
                        Map.entry("policy.checkout", true),
                        Map.entry("policy.renewal", true),
                        Map.entry("policy.status_update", false),
                        Map.entry("policy.offline", false),
                        Map.entry("policy.timeout", 100),
                        Map.entry("policy.retries", 5));
    }

    @Test
    void greetsAsKohaDoesUnlessToldOtherwise() throws IOException {
        String silent = around(SOUTH.replace("<institution ", "<institution greeting='' "));

        assertThat(properties(read(folder, around(SOUTH)), Kind.INSTITUTION, "SOUTH"))
                .containsEntry("greeting", "Greetings from Koha. ")
                .containsEntry("policy.checkin", false);
        assertThat(properties(read(folder, silent), Kind.INSTITUTION, "SOUTH")).containsEntry("greeting", "");
    }

    @ParameterizedTest(name = "service {1} {2}, file {0}: {3} s for the login, {4} s afterwards")
    @CsvSource({
        "'', '', '', 30, 30",
        "timeout='45', '', '', 45, 45",
        "timeout='45', timeout='60', '', 60, 60",
        "timeout='45', timeout='0', '', 45, 45",
        "'', timeout='60', client_timeout='600', 60, 600",
        "'', '', client_timeout='600', 30, 600",
        "'', timeout='60', client_timeout='0', 60, 0",
        "'', timeout='60', client_timeout='', 60, 0",
        "'', timeout='60', client_timeout='10m', 60, 0",
    })
    void countsTimeoutsAsKohaDoes(String file, String service, String client, int timeout, int clientTimeout)
            throws IOException {
        String text = "<acsconfig " + file + "><listeners><service port='1/tcp' transport='RAW' " + service + " "
                + client + "/></listeners></acsconfig>";

        assertThat(properties(read(folder, text), Kind.LISTENER, "1/tcp"))
                .containsEntry("timeout", timeout)
                .containsEntry("client_timeout", clientTimeout);
    }

    @ParameterizedTest(name = "file {0}, login {1}: {2}")
    @CsvSource({
        "'', '', enabled",
        "true, '', enabled",
        "false, '', disabled",
        "false, enabled, enabled",
        "true, disabled, disabled",
        "true, Required, required",
    })
    void detectsErrorsAsTheFileOrTheLoginSays(String file, String login, String expected) throws IOException {
        String text = "<error-detect enabled='" + file + "'/><accounts><login id='x' institution='SOUTH' error-detect='"
                + login + "'/></accounts>" + SOUTH;

        assertThat(properties(read(folder, around(text)), Kind.ACCOUNT, "x")).containsEntry("error_detect", expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "utf8, UTF-8",
        "utf-8-strict, UTF-8",
        "ascii, US-ASCII",
        "iso-8859-1, ISO-8859-1",
        "latin1, ISO-8859-1",
        "cp850, IBM850",
        "cp1252, windows-1252",
        "koi8-r, KOI8-R",
        "shiftjis, Shift_JIS",
        "euc-jp, EUC-JP",
        "big5-eten, Big5",
        "euc-kr, EUC-KR",
    })
    void knowsPerlsNamesOfCharacterSets(String perl, String java) throws IOException {
        String login = "<accounts><login id='x' institution='SOUTH' encoding='" + perl + "'/></accounts>";

        assertThat(properties(read(folder, around(login + SOUTH)), Kind.ACCOUNT, "x"))
                .containsEntry("encoding", java);
    }

    @Test
    void tellsOfWhatHasNoMeaningWithoutCallingItAProblem() throws IOException {
        SipConfig config = read(folder, Fixtures.flawless().replace("<server-params", "<server-params setsid='1'"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.remarks())
                .singleElement()
                .asString()
                .contains("SIPconfig.xml:4: of `server-params`, `setsid` has no meaning here");
    }

    @Test
    void listsAllThatIsWrongSortedByLine() throws IOException {
        String text = Fixtures.flawless()
                .replace("\"EUR\"", "\"EURO\"")
                .replace("6002/tcp", "6002")
                .replace("patron_id", "patronid");

        SipConfig config = read(folder, text);

        assertThat(config.isRefused()).isTrue();
        assertThat(config.problems()).extracting(problem -> problem.line()).containsExactly(10, 15, 23);
    }

    @Test
    void takesReferencesAndIdsOfOtherConfigurationsIntoAccount() throws IOException {
        Path file = Fixtures.write(
                folder,
                around(
                        "<accounts><login id='mine' institution='ELSEWHERE'/>\n<login id='theirs' institution='ELSEWHERE'/>"
                                + "</accounts>"));
        List<Place> others = List.of(
                new Place(new Key(Kind.INSTITUTION, "ELSEWHERE"), "acs.institution-e.config:1"),
                new Place(new Key(Kind.LISTENER, "door"), "acs.listener-door.config:1"),
                new Place(new Key(Kind.ACCOUNT, "theirs"), "acs.account-t.config:3"));

        assertThat(SipConfigReader.read(file, others).problems())
                .singleElement()
                .hasToString(
                        file + ":2: error: the id `theirs` of `login` is used twice, also in acs.account-t.config:3");
    }

    @Test
    void readsPasswordsByReferenceWithoutFollowingThem() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("kiosk.pw"), "hush");
        String logins = "<accounts><login id='x' institution='SOUTH' password='$[file:kiosk.pw]'/>"
                + "<login id='y' institution='SOUTH' password='$[env:PATH]'/></accounts>";

        SipConfig config = read(folder, around(logins + SOUTH));

        assertThat(properties(config, Kind.ACCOUNT, "x"))
                .containsEntry("password", "$[file:" + folder.resolve("kiosk.pw") + "]");
        assertThat(properties(config, Kind.ACCOUNT, "y")).containsEntry("password", "$[env:PATH]");
        assertThat(config.problems())
                .extracting(problem -> problem.text())
                .noneMatch(text -> text.contains("password"));
    }

    @Test
    void keepsPasswordsOutOfEverythingThatIsPrinted() throws IOException {
        String text = Fixtures.flawless().replace("encoding=\"cp850\"", "encoding=\"x\" pasword=\"hush-hush\"");

        SipConfig config = read(folder, text);

        assertThat(config.problems()).hasSize(2);
        assertThat(config.toString()).doesNotContain("hush-hush");
    }
}
