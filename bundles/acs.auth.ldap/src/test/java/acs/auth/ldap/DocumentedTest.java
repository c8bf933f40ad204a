// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ABSTAIN;
import static acs.api.auth.Verdict.ACCEPT;
import static acs.api.auth.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.DirectoryEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations that the manual of LDAP gives, each against a directory that fits it; hosts are this machine's. */
class DocumentedTest {
    private static final Path EXAMPLES = Path.of("../../docs/operate/ldap");

    @TempDir
    static Path folder;

    private static Path keystore;
    private static Path authority;

    @BeforeAll
    static void make() throws Exception {
        keystore = Certificates.good(folder);
        authority = Certificates.pem(keystore);
    }

    private static String trusting(String text) {
        return text.replace("</hostname>", "</hostname><truststore>" + authority + "</truststore>");
    }

    private static String read(String name) throws Exception {
        return Files.readString(EXAMPLES.resolve(name));
    }

    @Test
    void activeDirectory() throws Exception {
        try (TestDirectory directory = TestDirectory.secure(keystore)) {
            // a directory that takes names like ada@example.org; the entry itself is named otherwise
            directory.takePrincipals("@example.org", "uid=%s,ou=people,dc=example,dc=org");
            directory
                    .server()
                    .modify(
                            "dn: uid=ada,ou=people,dc=example,dc=org",
                            "changetype: modify",
                            "replace: objectClass",
                            "objectClass: user",
                            "-",
                            "replace: sAMAccountName",
                            "sAMAccountName: ada",
                            "-",
                            "replace: department",
                            "department: Faculty");
            LdapAuthenticator authenticator = Configs.open(
                            folder,
                            trusting(read("active-directory.xml")),
                            Map.of(
                                    "ldaps://dc1.example.org,ldaps://dc2.example.org",
                                    "ldaps://localhost:1,ldaps://localhost:" + directory.port()))
                    .get(0);
            DirectoryEntry entry =
                    VerdictTest.ask(authenticator, "ada", "1815").entry().orElseThrow();
            assertThat(entry.values()).containsEntry("userid", "ada").containsEntry("categorycode", "STAFF");
            assertThat(entry.defaults()).containsEntry("branchcode", "MAIN");
            assertThat(VerdictTest.ask(authenticator, "ada", "1816").verdict()).isEqualTo(ABSTAIN);
            authenticator.close();
        }
    }

    @Test
    void openLdap() throws Exception {
        try (TestDirectory directory = TestDirectory.startTls(keystore)) {
            Files.copy(authority, folder.resolve("ldap-ca.pem"));
            Files.writeString(folder.resolve("ldap.pass"), TestDirectory.SERVICE_PASSWORD + "\n");
            LdapAuthenticator authenticator = Configs.open(
                            folder,
                            read("openldap.xml"),
                            Map.of("ldap://ldap.example.org", "ldap://localhost:" + directory.port()))
                    .get(0);
            DirectoryEntry entry =
                    VerdictTest.ask(authenticator, "ada", "1815").entry().orElseThrow();
            assertThat(entry.creates()).isFalse();
            assertThat(entry.pin()).isEqualTo(DirectoryEntry.Pin.STORE);
            assertThat(entry.values()).containsEntry("surname", "Lovelace");
            assertThat(VerdictTest.ask(authenticator, "ada", "1816").verdict()).isEqualTo(REJECT);
            assertThat(VerdictTest.ask(authenticator, "bob", "second").verdict())
                    .isEqualTo(REJECT);
            authenticator.close();
        }
    }

    @Test
    void severalDirectories() throws Exception {
        try (TestDirectory directory = TestDirectory.secure(keystore)) {
            List<LdapAuthenticator> both = Configs.open(
                    folder,
                    trusting(read("several.xml")),
                    Map.of(
                            "ldaps://staff.example.org", "ldaps://localhost:" + directory.port(),
                            "ldaps://students.example.org", "ldaps://localhost:" + directory.port()));
            assertThat(both).extracting(LdapAuthenticator::name).containsExactly("staff", "students");
            assertThat(VerdictTest.ask(both.get(0), "ada", "1815").verdict()).isEqualTo(ABSTAIN);
            assertThat(VerdictTest.ask(both.get(1), "ada", "1815").verdict()).isEqualTo(ACCEPT);
            both.forEach(LdapAuthenticator::close);
        }
    }
}
