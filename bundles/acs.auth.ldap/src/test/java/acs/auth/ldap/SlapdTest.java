// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ABSTAIN;
import static acs.api.auth.Verdict.ACCEPT;
import static acs.api.auth.Verdict.REJECT;
import static acs.api.auth.Verdict.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import acs.api.auth.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenLDAP, which says some things otherwise than the server in memory. */
class SlapdTest {
    @TempDir
    static Path folder;

    private static Path pem;
    private static Slapd slapd;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Slapd.isInstalled(), "OpenLDAP is not tested: there is no /usr/sbin/slapd (apt-get install slapd)");
        Path keystore = Certificates.good(folder);
        pem = Certificates.pem(keystore);
        slapd = Slapd.start(folder, keystore);
    }

    @AfterAll
    static void stop() throws Exception {
        if (slapd != null) {
            slapd.stop();
        }
    }

    private static Verdict verdict(Given given, String name, String secret) {
        LdapAuthenticator authenticator = given.open();
        try {
            return VerdictTest.ask(authenticator, name, secret).verdict();
        } finally {
            authenticator.close();
        }
    }

    private static Given plain() {
        return Given.at("localhost:" + slapd.port);
    }

    @Test
    void saysYesNoOrNothing() {
        assertThat(verdict(plain(), "ada", "1815")).isEqualTo(ACCEPT);
        assertThat(verdict(plain(), "ada", "1816")).isEqualTo(REJECT);
        assertThat(verdict(plain(), "nobody", "1815")).isEqualTo(ABSTAIN);
        assertThat(verdict(plain(), "bob", "second")).isEqualTo(ACCEPT);
        assertThat(verdict(plain(), "*", "1815")).isEqualTo(ABSTAIN);
        assertThat(verdict(plain(), "a*(b)\\c", "strange")).isEqualTo(ACCEPT);
    }

    @Test
    void whoMayNotSearchFindsNobody() {
        assertThat(verdict(plain().anonymous(), "ada", "1815"))
                .isNotEqualTo(ACCEPT)
                .isNotEqualTo(REJECT);
        assertThat(verdict(plain().searchedBy(TestDirectory.SERVICE, "wrong"), "ada", "1815"))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void bindsByAPrincipal() {
        Given given = plain().principal("uid=%s,ou=people,dc=example,dc=org");
        // OpenLDAP lets nobody search below a base that they may not see
        assertThat(verdict(given.syncing(false, false, false), "ada", "1815")).isEqualTo(ACCEPT);
        assertThat(verdict(given, "ada", "1816")).isEqualTo(ABSTAIN);
    }

    @Test
    void speaksTls() {
        assertThat(verdict(Given.at("ldaps://localhost:" + slapd.securePort).trusting(pem, ""), "ada", "1815"))
                .isEqualTo(ACCEPT);
        assertThat(verdict(Given.at("ldaps://localhost:" + slapd.securePort), "ada", "1815"))
                .isEqualTo(UNAVAILABLE);
        assertThat(verdict(plain().startTls().trusting(pem, ""), "ada", "1815")).isEqualTo(ACCEPT);
        assertThat(verdict(plain().startTls().trusting(pem, ""), "ada", "1816")).isEqualTo(REJECT);
    }
}
