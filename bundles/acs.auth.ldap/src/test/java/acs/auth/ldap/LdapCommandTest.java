// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LdapCommandTest {

    @Test
    void saysStepByStepWhatIsAskedAndAnswered() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            LdapCommand command = new LdapCommand(List.of(authenticator));
            assertThat(command.ldap("test", "ada", "1815"))
                    .containsSubsequence(
                            "directory test",
                            "connect to ldap://localhost:" + directory.port(),
                            "bind as cn=kiosks,dc=example,dc=org",
                            "search (uid=ada) below dc=example,dc=org",
                            "1 found",
                            "bind as uid=ada,ou=people,dc=example,dc=org",
                            "surname = Lovelace",
                            "city = Athens, OH (where there is none)",
                            "verdict: ACCEPT")
                    .doesNotContain("1815")
                    .doesNotContain(TestDirectory.SERVICE_PASSWORD);
            assertThat(command.ldap("test", "ada", "1816")).endsWith("verdict: REJECT");
            assertThat(command.ldap("test", "nobody", "1816")).endsWith("verdict: ABSTAIN");
            VerdictTest.ask(authenticator, "ada", "1815");
            assertThat(command.ldap()).contains("test: ok").contains("accept 1");
            authenticator.close();
        }
    }

    @Test
    void namesWhatIsWrong() {
        LdapAuthenticator authenticator = Given.at("localhost:1").open();
        LdapCommand command = new LdapCommand(List.of(authenticator));
        assertThat(command.ldap("test", "ada", "1815"))
                .contains("ldap://localhost:1 cannot be reached")
                .endsWith("verdict: UNAVAILABLE");
        authenticator.close();
    }

    @Test
    void saysHowItIsUsed() {
        LdapCommand command = new LdapCommand(List.of());
        assertThat(command.ldap()).isEqualTo("no directory is configured");
        assertThat(command.ldap("--help")).contains("acs:ldap [test USER PASSWORD]");
        assertThatThrownBy(() -> command.ldap("test", "ada")).isInstanceOf(IllegalArgumentException.class);
    }
}
