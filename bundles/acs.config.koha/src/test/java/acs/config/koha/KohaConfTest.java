// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What is read of a {@code koha-conf.xml}. */
class KohaConfTest {
    private static final String GOOD =
            """
            <yazgfs>
             <listen id="biblioserver">unix:/var/run/koha/bib.sock</listen>
             <config>
              <db_scheme>mysql</db_scheme>
              <useldapserver>1</useldapserver>
              <ldapserver id="main">
               <hostname>ldaps://one.example.org, ldaps://two.example.org:1636</hostname>
               <base>dc=example,dc=org</base>
               <user>cn=kiosks,dc=example,dc=org</user>
               <pass>$[file:ldap.pass]</pass>
               <auth_by_bind>0</auth_by_bind>
               <update>0</update>
               <response_timeout>5</response_timeout>
               <on_missing>clear</on_missing>
               <mapping><userid is="uid"/><city is="l">Athens, OH</city></mapping>
               <categorycode_mapping default="PT"><categorycode value="prof">STAFF</categorycode></categorycode_mapping>
              </ldapserver>
              <zebra_bib_index_mode>dom</zebra_bib_index_mode>
             </config>
            </yazgfs>
            """;

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("koha-conf.xml"), text);
    }

    private List<String> problems(String text) throws IOException {
        return Check.check(write(text)).stream()
                .map(Problem::toString)
                .map(line -> line.substring(line.lastIndexOf("koha-conf.xml")))
                .toList();
    }

    @Test
    void readsADirectoryAndNothingElse() throws IOException {
        SipConfig config = KohaConfReader.read(write(GOOD));
        assertThat(config.problems()).isEmpty();
        assertThat(config.entries()).hasSize(1);
        assertThat(config.entries().get(0).key().pid()).isEqualTo("acs.auth.ldap~koha-conf.main");
        assertThat(config.entries().get(0).properties())
                .containsEntry("hostname", List.of("ldaps://one.example.org", "ldaps://two.example.org:1636"))
                .containsEntry("base", "dc=example,dc=org")
                .containsEntry("user", "cn=kiosks,dc=example,dc=org")
                .containsEntry(".pass", "$[file:" + folder.resolve("ldap.pass") + "]")
                .containsEntry("auth_by_bind", false)
                .containsEntry("update", false)
                .containsEntry("response_timeout", 5)
                .containsEntry("on_missing", "clear")
                .containsEntry("mapping", List.of("userid=uid", "city=l|Athens, OH"))
                .containsEntry("categorycode_mapping", List.of("prof=STAFF"))
                .containsEntry("categorycode_default", "PT")
                .containsEntry("service.ranking", 100);
    }

    @Test
    void asksSeveralInTheOrderOfTheFile() throws IOException {
        String second = GOOD.substring(GOOD.indexOf("<ldapserver"), GOOD.indexOf("<zebra"))
                .replace("\"main\"", "\"other\"");
        SipConfig config = KohaConfReader.read(write(GOOD.replace("<zebra", second + "<zebra")));
        assertThat(config.problems()).isEmpty();
        assertThat(config.entries())
                .extracting(entry -> entry.text("service.ranking"))
                .containsExactly("100", "99");
    }

    @Test
    void isNothingUnlessSwitchedOn() throws IOException {
        assertThat(KohaConfReader.read(write(GOOD.replace(">1</useldap", ">0</useldap")))
                        .entries())
                .isEmpty();
        assertThat(KohaConfReader.read(write("<yazgfs/>")).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<base>dc=example,dc=org</base>|''|6: error: `ldapserver` has no `base`",
                "ldaps://one.example.org,|http://one,|7: error: `hostname` is `http://one` (expected: NAME, NAME:PORT,"
                        + " ldap://NAME:PORT or ldaps://NAME:PORT)",
                "<update>0|<update>maybe|12: error: `update` is `maybe` (expected: 1 or 0)",
                "<response_timeout>5|<response_timeout>900|13: error: `response_timeout` is `900` (expected: a whole"
                        + " number, 1..60)",
                "clear</on|empty</on|14: error: `on_missing` is `empty` (expected: keep, clear)",
                "<userid is=\"uid\"/>|''|6: error: `mapping` has no `userid` (expected: e.g. <userid is=\"uid\"/>)",
                "<update>0</update>|<updaet>0</updaet>|12: warning: unknown element `updaet`, did you mean `update`?",
                "<update>0</update>|<welcome>1</welcome>|12: warning: `welcome` has no effect: no mail is sent to new"
                        + " patrons",
                "ldaps://one|ldap://one|7: warning: passwords travel in clear (expected: ldaps:// or `starttls`)",
                "value=\"prof\"|value=\"\"|16: error: `categorycode` has no `value`"
            })
    void saysInOneLineWhatIsWrong(String part, String instead, String expected) throws IOException {
        assertThat(GOOD).contains(part);
        assertThat(problems(GOOD.replace(part, instead))).containsExactly("koha-conf.xml:" + expected);
    }

    @Test
    void saysWhereAFileIsBroken() throws IOException {
        assertThat(problems(GOOD.replace("</mapping>", "")))
                .singleElement()
                .asString()
                .startsWith("koha-conf.xml:17: error: not well-formed XML");
    }

    @Test
    void theOldOneStaysWhereTheNewOneIsBroken(@TempDir Path data) throws Exception {
        Felix felix = new Felix(data);
        try {
            ConfigurationAdmin admin = felix.configurationAdmin();
            Path path = write(GOOD);
            KohaConfFile file = new KohaConfFile(admin, folder);
            assertThat(find(admin)).containsExactly(Map.entry("acs.auth.ldap~koha-conf.main", "dc=example,dc=org"));

            write(GOOD.replace("</mapping>", ""));
            file.update(path.toFile());
            assertThat(file.problems()).hasSize(1);
            assertThat(find(admin)).containsExactly(Map.entry("acs.auth.ldap~koha-conf.main", "dc=example,dc=org"));

            write(GOOD.replace("<base>dc", "<base>ou=people,dc"));
            file.update(path.toFile());
            assertThat(file.problems()).isEmpty();
            assertThat(find(admin))
                    .containsExactly(Map.entry("acs.auth.ldap~koha-conf.main", "ou=people,dc=example,dc=org"));

            Files.delete(path);
            file.uninstall(path.toFile());
            assertThat(find(admin)).isEmpty();
        } finally {
            felix.close();
        }
    }

    private static Map<String, String> find(ConfigurationAdmin admin) throws Exception {
        Configuration[] found = admin.listConfigurations("(service.factoryPid=acs.auth.ldap)");
        return Stream.of(found == null ? new Configuration[0] : found)
                .collect(java.util.stream.Collectors.toMap(
                        Configuration::getPid,
                        one -> String.valueOf(one.getProperties().get("base"))));
    }
}
