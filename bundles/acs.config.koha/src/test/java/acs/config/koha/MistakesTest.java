// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake, made in a file that is otherwise flawless, is told in one line that leads to it. */
class MistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource("mistakes")
    void isToldInOnePreciseLine(String right, String wrong, String line) throws IOException {
        String flawless = Fixtures.flawless();
        assertThat(flawless.split(Pattern.quote(right), -1)).as(right).hasSize(2);

        List<Problem> problems =
                Fixtures.read(folder, flawless.replace(right, wrong)).problems();

        assertThat(problems).singleElement().hasToString(folder.resolve("SIPconfig.xml") + ":" + line);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(listeners(), accounts(), institutions(), whole()).flatMap(mistakes -> mistakes);
    }

    private static Stream<Arguments> listeners() {
        String port = "(expected: [host:]port/tcp with a port of 1..65535, e.g. 127.0.0.1:6001/tcp)";
        return Stream.of(
                mistake(
                        "127.0.0.1:6001/tcp",
                        "127.0.0.1:70000/tcp",
                        "6: error: `port` is `127.0.0.1:70000/tcp` " + port),
                mistake("6002/tcp", "6002", "10: error: `port` is `6002` " + port),
                mistake("6002/tcp", "6002/udp", "10: error: `port` is `6002/udp` " + port),
                mistake("6002/tcp", "0/tcp", "10: error: `port` is `0/tcp` " + port),
                mistake("6002/tcp", "six/tcp", "10: error: `port` is `six/tcp` " + port),
                mistake("6002/tcp", "[::1:6002/tcp", "10: error: `port` is `[::1:6002/tcp` " + port),
                mistake("6002/tcp", "::1:6002/tcp", "10: error: `port` is `::1:6002/tcp` " + port),
                mistake("6002/tcp", "10.0.0.300:6002/tcp", "10: error: `port` is `10.0.0.300:6002/tcp` " + port),
                mistake("6002/tcp", "10.0.0.3:6002/tcp/IPv6", "10: error: `port` is `10.0.0.3:6002/tcp/IPv6` " + port),
                mistake("6002/tcp", "[::1]:6002/tcp/IPv4", "10: error: `port` is `[::1]:6002/tcp/IPv4` " + port),
                mistake("<service port=\"6002/tcp\"", "<service", "10: error: `service` has no `port`"),
                mistake(
                        "6002/tcp",
                        "127.0.0.1:6001/TCP",
                        "10: error: the port `127.0.0.1:6001/tcp` of `service` is used twice, first on line 6"),
                mistake(
                        "6002/tcp",
                        "8023/tcp",
                        "10: error: the port `8023/tcp` of `service` is used twice, first on line 9"),
                mistake(
                        "\"telnet\"",
                        "\"Telnet\"",
                        "9: warning: `transport` is `Telnet` and the listener stays closed (did you mean `telnet`?)"),
                mistake(
                        "\"telnet\"",
                        "\"http\"",
                        "9: warning: `transport` is `http` and the listener stays closed (expected: RAW or telnet)"),
                mistake(
                        " transport=\"telnet\"",
                        "",
                        "9: warning: `service` has no `transport` and the listener stays closed (expected: RAW or telnet)"),
                mistake(
                        "timeout=\"60\" client",
                        "timeout=\"1m\" client",
                        "6: error: `timeout` is `1m` (expected: a whole number, 0..86400)"),
                mistake(
                        "client_timeout=\"600\"",
                        "client_timeout=\"never\"",
                        "6: warning: `client_timeout` is `never` and taken as no timeout"
                                + " (expected: seconds, 0 for none)"),
                mistake(
                        "client_timeout=\"600\"",
                        "client_timeout=\"600000\"",
                        "6: error: `client_timeout` is `600000` (expected: a whole number, 0..86400)"),
                mistake(
                        "10.0.0.0/8,",
                        "10.0.0.0/33,",
                        "7: error: `allow_from` contains `10.0.0.0/33`"
                                + " (expected: networks such as 192.168.1.0/24 or 2001:db8::/32)"),
                mistake(
                        "192.168.1.7",
                        "kiosk.example.org",
                        "7: error: `allow_from` contains `kiosk.example.org`"
                                + " (expected: networks such as 192.168.1.0/24 or 2001:db8::/32)"),
                mistake(
                        "\"500\"",
                        "\"many\"",
                        "8: error: `max_sessions` is `many` (expected: a whole number, 1..1000000)"),
                mistake(
                        "\"50\"",
                        "\"0\"",
                        "8: error: `max_sessions_per_address` is `0` (expected: a whole number, 1..1000000)"),
                mistake(
                        "\"4096\"",
                        "\"-1\"",
                        "8: error: `max_message` is `-1` (expected: a whole number, 256..1048576)"),
                mistake(
                        "max_message",
                        "max_mesage",
                        "8: warning: unknown attribute `max_mesage`, did you mean `max_message`?"),
                mistake("login=\"none\"", "login=\"no\"", "10: error: `login` is `no` (expected: required, none)"),
                mistake(" account=\"sorter\"", "", "10: error: `service` has no `account`"),
                mistake(
                        "account=\"sorter\"",
                        "account=\"sortre\"",
                        "10: error: `account` is `sortre`, did you mean `sorter`?"),
                mistake(
                        "account=\"sorter\"",
                        "account=\"library\"",
                        "10: error: `account` is `library` (expected: an id of `login`)"),
                mistake(
                        "login=\"none\"",
                        "login=\"required\"",
                        "10: warning: `account` has no effect without `login=\"none\"`"),
                mistake(
                        "\"telnet\"",
                        "\"telnet\" tls=\"maybe\"",
                        "9: error: `tls` is `maybe` (expected: true or false)"),
                mistake("\"telnet\"", "\"telnet\" tls=\"true\"", "9: error: `service` has no `keystore`"),
                mistake(
                        "\"telnet\"",
                        "\"telnet\" tls=\"true\" keystore=\"no.p12\"",
                        "9: warning: `keystore` is `no.p12` (expected: a PKCS#12 or PEM file that can be read)"),
                mistake(
                        "\"telnet\"",
                        "\"telnet\" tls=\"true\" keystore=\"SIPconfig.xml\" client_auth=\"always\"",
                        "9: error: `client_auth` is `always` (expected: none, want, need)"),
                mistake(
                        "\"telnet\"",
                        "\"telnet\" keystore_password=\"hush-hush\" ",
                        "9: warning: `keystore_password` has no effect without `tls=\"true\"`"),
                mistake(
                        "<service port=\"6002/tcp\"",
                        "<servic port=\"6002/tcp\"",
                        "10: warning: unknown element `servic`, did you mean `service`?"),
                mistake(
                        "keepalive_time=\"120\"",
                        "keepalive_time=\"2min\"",
                        "4: warning: `custom_tcp_keepalive_time` is `2min` and not used (expected: seconds, 1..32767)"),
                mistake(
                        "keepalive_intvl",
                        "keepalive_interval",
                        "4: warning: unknown attribute `custom_tcp_keepalive_interval`,"
                                + " did you mean `custom_tcp_keepalive_intvl`?"));
    }

    private static Stream<Arguments> accounts() {
        String charset = "(expected: a character set such as utf8, ascii, iso-8859-1 or cp850)";
        return Stream.of(
                mistake("<login id=\"kiosk1\"", "<login", "13: error: `login` has no `id`"),
                mistake("<login id=\"kiosk1\"", "<login id=\"\"", "13: error: `login` has no `id`"),
                mistake(
                        "id=\"kiosk1\"",
                        "id=\"sorter\"",
                        "16: error: the id `sorter` of `login` is used twice, first on line 13"),
                mistake(" institution=\"NORTH\"", "", "13: error: `login` has no `institution`"),
                mistake(
                        "institution=\"NORTH\"",
                        "institution=\"NROTH\"",
                        "13: error: `institution` is `NROTH`, did you mean `NORTH`?"),
                mistake(
                        "institution=\"NORTH\"",
                        "institution=\"LPL\"",
                        "13: error: `institution` is `LPL` (expected: an id of `institution`)"),
                mistake("cp850", "cp8500", "13: error: `encoding` is `cp8500` " + charset),
                mistake("cp850", "MARC-8", "13: error: `encoding` is `MARC-8` " + charset),
                mistake(
                        "cp850",
                        "UTF-16",
                        "13: error: `encoding` is `UTF-16`"
                                + " (expected: a character set that contains ASCII as it is, such as utf8 or cp850)"),
                mistake(
                        "terminator=\"CR\"",
                        "terminator=\"CR\" log_personal_data_until=\"tomorrow\"",
                        "13: error: `log_personal_data_until` is `tomorrow`"
                                + " (expected: a date and time, e.g. 2026-01-15T18:00 or 2026-01-15T18:00+01:00)"),
                mistake(
                        "terminator=\"CR\"",
                        "terminator=\"LF\"",
                        "13: warning: `terminator` is `LF` and taken as CRLF (expected: CR or CRLF)"),
                mistake(
                        "\"required\" messages",
                        "\"always\" messages",
                        "14: error: `error-detect` is `always` (expected: enabled, required, disabled)"),
                mistake(
                        "\"11,09\"",
                        "\"11,10\"",
                        "14: error: `messages` contains `10` (expected: request codes such as 09,11,17,63,99)"),
                mistake(
                        "\"11,09\"",
                        "\"checkout\"",
                        "14: error: `messages` contains `checkout` (expected: request codes such as 09,11,17,63,99)"),
                mistake(
                        "offline=\"true\"",
                        "offline=\"ture\"",
                        "14: error: `offline` is `ture` (expected: true or false)"),
                mistake(
                        "pin_required=\"yes\"",
                        "pin_required=\"sometimes\"",
                        "14: error: `pin_required` is `sometimes` (expected: true or false)"),
                mistake(
                        "personal_data=\"pin\"",
                        "personal_data=\"PIN only\"",
                        "14: error: `personal_data` is `PIN only` (expected: always, pin, never)"),
                mistake(
                        "10.1.0.0/16",
                        "10.1/16",
                        "15: error: `allow_from` contains `10.1/16`"
                                + " (expected: networks such as 192.168.1.0/24 or 2001:db8::/32)"),
                mistake("\"card\"", "\"barcode\"", "15: error: `patron_id` is `barcode` (expected: sent, card)"),
                mistake(
                        "delimiter=\"^\"",
                        "delimiter=\"||\"",
                        "15: error: `delimiter` is `||`"
                                + " (expected: one character that is neither a letter nor a digit, usually |)"),
                mistake(
                        "delimiter=\"^\"",
                        "delimiter=\"A\"",
                        "15: error: `delimiter` is `A`"
                                + " (expected: one character that is neither a letter nor a digit, usually |)"),
                mistake(
                        "delimiter=\"^\"",
                        "delimiter=\"€\"",
                        "15: error: `delimiter` is `€`"
                                + " (expected: one character that is neither a letter nor a digit, usually |)"),
                mistake(
                        "patron_id",
                        "patronid",
                        "15: warning: unknown attribute `patronid`, did you mean `patron_id`?"),
                mistake("location=", "colour=", "15: warning: unknown attribute `colour` of `login` has no effect"),
                mistake(
                        "checked_in_ok",
                        "chekced_in_ok",
                        "16: warning: unknown attribute `chekced_in_ok`, did you mean `checked_in_ok`?"),
                mistake(
                        "checked_in_ok=\"1\"",
                        "checked_in_ok=\"no\"",
                        "16: warning: `checked_in_ok` is `no` and taken as off, Koha would take it as on"
                                + " (expected: 1 or 0)"),
                mistake(
                        "checked_in_ok=\"1\"",
                        "ae_field_template=\"[% IF patron.surname %]x\"",
                        "16: error: `ae_field_template` is broken at character 4: `IF` without END"),
                mistake(
                        "checked_in_ok=\"1\"",
                        "av_field_template=\"[% accountline.amount | $Prize %]\"",
                        "16: warning: `av_field_template` at character 26: there is no filter `$Prize` here:"
                                + " values stay as they are"),
                mistake(
                        "checked_in_ok=\"1\"",
                        "da_field_template=\"[% WHILE 1 %][% END %]\"",
                        "16: error: `da_field_template` is broken at character 4: `WHILE` is not supported in templates"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<custom_item_field field=\"IT\" template=\"[% item.itype\"/>\n<syspref_overrides><O",
                        "17: error: `template` is broken at character 1: `[%` without `%]`"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<screen_msg_regex find=\"Greetings (from\" replace=\"\"/>\n<syspref_overrides><O",
                        "17: error: `find` is no regular expression: character 16: Unclosed group"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<screen_msg_regex find=\"a(?=b)\" replace=\"\"/>\n<syspref_overrides><O",
                        "17: warning: `find`: `a(?=b)` has Perl syntax that is not supported, such as (?=…), (?<!…) or"
                                + " \\1, and the rule is left out"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<sort_bin_mapping mapping=\"SOUTH:itype:eq:BK\"/>\n<syspref_overrides><O",
                        "17: warning: `mapping` has `SOUTH:itype:eq:BK`, which is skipped"
                                + " (expected: library:field:operator:value:bin)"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<sort_bin_mapping mapping=\"SOUTH:itype:is:BK:1\"/>\n<syspref_overrides><O",
                        "17: warning: `mapping` has the operator `is`, which never fits"
                                + " (expected: eq, ne, <, >, <=, >=)"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<sort_bin_mapping/>\n<syspref_overrides><O",
                        "17: error: `sort_bin_mapping` has no `mapping`"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<screen_msg_regx find=\"a\" replace=\"b\"/>\n<syspref_overrides><O",
                        "17: warning: unknown element `screen_msg_regx`, did you mean `screen_msg_regex`?"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<item_field field=\"CALL\" code=\"itemnumber\"/>\n<syspref_overrides><O",
                        "17: warning: `field` of `item_field` is `CALL` (expected: two letters or digits)"),
                mistake(
                        "<syspref_overrides>\n        <O",
                        "<screen_msg_regex find=\"b\" fnd=\"a\" replace=\"b\"/>\n<syspref_overrides><O",
                        "17: warning: unknown attribute `fnd`, did you mean `find`?"),
                mistake(
                        "cp850\" terminator=\"CR\"\n      error-detect",
                        "shiftjis\" delimiter=\"|\" terminator=\"CR\"\n error-detect=\"enabled\"/>\n<login id=\"x\""
                                + " institution=\"NORTH\" error-detect",
                        "13: warning: `encoding` is `shiftjis`, where the byte of the delimiter `|` is part of characters"
                                + " (expected: another `delimiter`)"),
                mistake(
                        "\"hush-hush\"",
                        "\"{bcrypt}hush-hush\"",
                        "13: error: `password` is no bcrypt hash (expected: what `acs hash` prints)"),
                mistake(
                        "\"hush-hush\"",
                        "\"$[env:ACS_NO_SUCH_VARIABLE]\"",
                        "13: warning: `password` names the environment variable `ACS_NO_SUCH_VARIABLE`, which is not set"),
                mistake(
                        "\"hush-hush\"",
                        "\"$[file:no-such-file]\"",
                        "13: warning: `password` names the file `no-such-file`, which cannot be read"),
                mistake(
                        "\"hush-hush\"",
                        "\"$[vault:hush-hush]\"",
                        "13: warning: `password` looks like a reference but is taken literally"
                                + " (expected: $[env:NAME] or $[file:PATH])"));
    }

    private static Stream<Arguments> institutions() {
        return Stream.of(
                mistake(
                        "<institutions>",
                        "<institutions><institution implementation=\"ILS\"><policy/></institution>",
                        "22: error: `institution` has no `id`"),
                mistake(
                        "<institution id=\"SOUTH\" implementation=\"ILS\"",
                        "<institution id=\"SOUTH\"",
                        "28: error: `institution` has no `implementation`"),
                mistake(
                        "</institutions>",
                        "<institution id=\"NORTH\" implementation=\"ILS\"><policy/></institution></institutions>",
                        "31: error: the id `NORTH` of `institution` is used twice, first on line 23"),
                mistake(
                        "Europe/Berlin",
                        "Europe/Berln",
                        "23: error: `timezone` is `Europe/Berln` (expected: a time zone such as Europe/Berlin)"),
                mistake(
                        "\"EUR\"",
                        "\"Euro\"",
                        "23: error: `currency` is `Euro` (expected: three letters of ISO 4217, such as USD or EUR)"),
                mistake(
                        "\"EUR\"",
                        "\"eur\"",
                        "23: error: `currency` is `eur` (expected: three letters of ISO 4217, such as USD or EUR)"),
                mistake("\"003\"", "\"de\"", "24: error: `language` is `de` (expected: a whole number, 0..27)"),
                mistake("\"003\"", "\"028\"", "24: error: `language` is `028` (expected: a whole number, 0..27)"),
                mistake("greeting=", "greting=", "24: warning: unknown attribute `greting`, did you mean `greeting`?"),
                mistake(
                        "renewal=\"yes\"",
                        "renewal=\"ture\"",
                        "25: warning: `renewal` is `ture` and taken as false (expected: true or false)"),
                mistake(
                        "renewal=\"yes\"",
                        "renewal=\"always\"",
                        "25: warning: `renewal` is `always` and taken as true (expected: true or false)"),
                mistake(
                        "checkin=\"true\" checkout=\"true\"",
                        "chekin=\"true\" checkout=\"true\"",
                        "25: warning: unknown attribute `chekin`, did you mean `checkin`?"),
                mistake(
                        "timeout=\"100\"",
                        "timeout=\"10s\"",
                        "26: error: `timeout` is `10s` (expected: a whole number, 0..999)"),
                mistake(
                        "timeout=\"100\"",
                        "timeout=\"1000\"",
                        "26: warning: `timeout` is `1000` and taken as 0 (expected: 0..999)"),
                mistake(
                        "retries=\"5\"",
                        "retries=\"-5\"",
                        "26: error: `retries` is `-5` (expected: a whole number, 0..999)"),
                mistake(
                        "<policy checkin=\"true\" checkout=\"false\"/>",
                        "",
                        "28: warning: `institution` has no `policy`: its terminals may neither check out nor check in"),
                mistake(
                        "<policy checkin=\"true\" checkout=\"false\"/>",
                        "<policy checkin=\"true\"/>\n<policy/>",
                        "30: error: `policy` is there twice, first on line 29"),
                mistake(
                        "<policy checkin=\"true\" checkout=\"false\"/>",
                        "<policy checkin=\"true\"/>checkout=true",
                        "28: warning: text between the tags of `institution` has no effect"));
    }

    private static Stream<Arguments> whole() {
        return Stream.of(
                mistake(
                        "<acsconfig delimiter=\"|\"",
                        "<acsconfig delimiter=\" \"",
                        "2: error: `delimiter` is `` (expected: one character that is neither a letter nor a digit,"
                                + " usually |)"),
                mistake(
                        "timeout=\"45\"",
                        "timeout=\"soon\"",
                        "2: error: `timeout` is `soon` (expected: a whole number, 0..86400)"),
                mistake(
                        "enabled=\"true\"",
                        "enabled=\"maybe\"",
                        "3: error: `enabled` is `maybe` (expected: enabled, required, disabled)"),
                mistake(
                        "<error-detect",
                        "<error-detection",
                        "3: warning: unknown element `error-detection`, did you mean `error-detect`?"),
                mistake(
                        "timeout=\"45\"",
                        "time_out=\"45\"",
                        "2: warning: unknown attribute `time_out`, did you mean `timeout`?"));
    }

    private static Arguments mistake(String right, String wrong, String line) {
        return Arguments.of(right, wrong, line);
    }
}
