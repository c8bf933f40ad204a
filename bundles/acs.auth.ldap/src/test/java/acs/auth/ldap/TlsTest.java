// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ACCEPT;
import static acs.api.auth.Verdict.REJECT;
import static acs.api.auth.Verdict.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and host names are checked, with ldaps:// and with StartTLS. */
class TlsTest {
    @TempDir
    static Path folder;

    private static Path good;
    private static Path goodPem;

    @BeforeAll
    static void make() throws Exception {
        good = Certificates.good(folder);
        goodPem = Certificates.pem(good);
    }

    private static Verdict verdict(Given given, String secret) {
        LdapAuthenticator authenticator = given.open();
        try {
            return VerdictTest.ask(authenticator, "ada", secret).verdict();
        } finally {
            authenticator.close();
        }
    }

    private static Given secure(TestDirectory directory) {
        return Given.at("ldaps://localhost:" + directory.port());
    }

    @Test
    void speaksTlsFromTheFirstByte() throws Exception {
        try (TestDirectory directory = TestDirectory.secure(good)) {
            assertThat(verdict(secure(directory).trusting(goodPem, ""), "1815")).isEqualTo(ACCEPT);
            assertThat(verdict(secure(directory).trusting(goodPem, ""), "1816")).isEqualTo(REJECT);
        }
    }

    @Test
    void speaksTlsByStartTls() throws Exception {
        try (TestDirectory directory = TestDirectory.startTls(good)) {
            assertThat(verdict(Given.at(directory).startTls().trusting(goodPem, ""), "1815"))
                    .isEqualTo(ACCEPT);
            assertThat(verdict(Given.at(directory).startTls().trusting(goodPem, ""), "1816"))
                    .isEqualTo(REJECT);
        }
    }

    @Test
    void believesNoStranger() throws Exception {
        try (TestDirectory directory = TestDirectory.secure(good)) {
            assertThat(verdict(secure(directory), "1815")).isEqualTo(UNAVAILABLE);
        }
        try (TestDirectory directory = TestDirectory.startTls(good)) {
            assertThat(verdict(Given.at(directory).startTls(), "1815")).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void believesNoCertificateOfAnotherHost() throws Exception {
        Path other = Certificates.ofAnotherHost(folder);
        Path pem = Certificates.pem(other);
        try (TestDirectory directory = TestDirectory.secure(other)) {
            assertThat(verdict(secure(directory).trusting(pem, ""), "1815")).isEqualTo(UNAVAILABLE);
        }
        try (TestDirectory directory = TestDirectory.startTls(other)) {
            assertThat(verdict(Given.at(directory).startTls().trusting(pem, ""), "1815"))
                    .isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void believesNoExpiredCertificate() throws Exception {
        Path old = Certificates.expired(folder);
        Path pem = Certificates.pem(old);
        try (TestDirectory directory = TestDirectory.secure(old)) {
            assertThat(verdict(secure(directory).trusting(pem, ""), "1815")).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void neverAsksInClearWhereTlsIsWanted() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            assertThat(verdict(Given.at(directory).startTls().trusting(goodPem, ""), "1815"))
                    .isEqualTo(UNAVAILABLE);
            assertThat(directory.binds()).isZero();
        }
    }

    @Test
    void aTrustStoreThatIsNotThereIsNoAnswer() throws Exception {
        try (TestDirectory directory = TestDirectory.secure(good)) {
            assertThat(verdict(secure(directory).trusting(folder.resolve("nowhere.pem"), ""), "1815"))
                    .isEqualTo(UNAVAILABLE);
        }
    }
}
