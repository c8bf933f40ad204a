// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ABSTAIN;
import static acs.api.auth.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.DirectoryEntry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two configurations that Koha's manual gives as examples, each against a directory that fits it. */
class KohaManualTest {
    private static final String EMPLOYEES =
            """
            <config>
            <useldapserver>1</useldapserver><!-- see C4::Auth_with_ldap for extra configs you must add -->
            <ldapserver id="ldapserver" listenref="ldapserver">
              <hostname>ldaps://example.co.au</hostname>
              <base>ou=employees,dc=companya,dc=com,dc=au</base>
              <user></user> <!-- DN, if not anonymous -->
              <pass></pass> <!-- password, if not anonymous -->
              <auth_by_bind>1</auth_by_bind>
              <replicate>1</replicate> <!-- add new users from LDAP to Koha database -->
              <update>0</update> <!-- update existing users in Koha database -->
              <principal_name>ou=employees,dc=companya,dc=com,dc=au</principal_name>
              <mapping>
                <userid       is="uid"            ></userid>
                <cardnumber   is="uid"            ></cardnumber>
                <email        is="mail"           ></email>
                <surname      is="sn"             ></surname>
                <firstname    is="givenname"      ></firstname>
                <categorycode is="1">EM</categorycode>
                <branchcode   is="1">SYD</branchcode>
              </mapping>
            </ldapserver>
            </config>
            """;

    private static final String COMPARE =
            """
            <yazgfs><config>
            <useldapserver>1</useldapserver>
            <ldapserver id="ldapserver">
              <hostname>localhost</hostname>
              <base>dc=example,dc=org</base>
              <user>cn=kiosks,dc=example,dc=org</user>
              <pass>service secret</pass>
              <replicate>1</replicate>
              <welcome>0</welcome>
              <update>1</update>
              <auth_by_bind>0</auth_by_bind>
              <mapping>
                <firstname is="givenname"></firstname>
                <surname is="sn"></surname>
                <address is="postaladdress"></address>
                <city is="l">Athens, OH</city>
                <zipcode is="postalcode"></zipcode>
                <branchcode is="branch">Central</branchcode>
                <userid is="uid"></userid>
                <password is="userpassword"></password>
                <email is="mail"></email>
                <categorycode is="employeetype">EM</categorycode>
                <phone is="telephonenumber"></phone>
              </mapping>
            </ldapserver>
            </config></yazgfs>
            """;

    @TempDir
    Path folder;

    @Test
    void employeesWhoBind() throws Exception {
        try (TestDirectory directory = TestDirectory.of(
                """
                dn: dc=companya,dc=com,dc=au
                objectClass: domain
                dc: companya

                dn: ou=employees,dc=companya,dc=com,dc=au
                objectClass: organizationalUnit
                ou: employees

                dn: uid=jo,ou=employees,dc=companya,dc=com,dc=au
                objectClass: inetOrgPerson
                uid: jo
                cn: Jo Smith
                sn: Smith
                givenName: Jo
                mail: jo@example.co.au
                userPassword: opal
                """,
                "dc=companya,dc=com,dc=au")) {
            // the manual's host is a secure one; this directory has no certificate
            LdapAuthenticator authenticator = Configs.open(
                            folder, EMPLOYEES, Map.of("ldaps://example.co.au", "localhost:" + directory.port()))
                    .get(0);
            assertThat(VerdictTest.ask(authenticator, "jo", "quartz").verdict()).isEqualTo(REJECT);
            assertThat(VerdictTest.ask(authenticator, "flo", "opal").verdict()).isEqualTo(ABSTAIN);
            DirectoryEntry entry =
                    VerdictTest.ask(authenticator, "jo", "opal").entry().orElseThrow();
            assertThat(entry.creates()).isTrue();
            assertThat(entry.updates()).isFalse();
            assertThat(entry.pin()).isEqualTo(DirectoryEntry.Pin.KEEP);
            assertThat(entry.values())
                    .containsOnly(
                            Map.entry("userid", "jo"),
                            Map.entry("cardnumber", "jo"),
                            Map.entry("email", "jo@example.co.au"),
                            Map.entry("surname", "Smith"),
                            Map.entry("firstname", "Jo"));
            assertThat(entry.defaults()).containsOnly(Map.entry("categorycode", "EM"), Map.entry("branchcode", "SYD"));
            authenticator.close();
        }
    }

    @Test
    void peopleWhomAServiceLooksFor() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Configs.open(
                            folder, COMPARE, Map.of("<hostname>localhost", "<hostname>localhost:" + directory.port()))
                    .get(0);
            assertThat(VerdictTest.ask(authenticator, "ada", "1816").verdict()).isEqualTo(REJECT);
            assertThat(VerdictTest.ask(authenticator, "nobody", "1815").verdict())
                    .isEqualTo(ABSTAIN);
            DirectoryEntry entry =
                    VerdictTest.ask(authenticator, "ada", "1815").entry().orElseThrow();
            assertThat(entry.creates()).isTrue();
            assertThat(entry.updates()).isTrue();
            assertThat(entry.pin()).isEqualTo(DirectoryEntry.Pin.STORE);
            assertThat(entry.values())
                    .containsOnly(
                            Map.entry("userid", "ada"),
                            Map.entry("surname", "Lovelace"),
                            Map.entry("firstname", "Ada"),
                            Map.entry("email", "ada@example.org countess@example.org"),
                            Map.entry("categorycode", "reader"));
            assertThat(entry.defaults())
                    .containsOnly(
                            Map.entry("city", "Athens, OH"),
                            Map.entry("branchcode", "Central"),
                            Map.entry("categorycode", "EM"));
            authenticator.close();
        }
    }
}
