// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ABSTAIN;
import static acs.api.auth.Verdict.ACCEPT;
import static acs.api.auth.Verdict.REJECT;
import static acs.api.auth.Verdict.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Identification;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a directory that answers is taken to say. */
class VerdictTest {
    static final Realm PATRONS = new Realm(Realm.Kind.PATRON, "MAIN", "ILS");

    static Identification ask(LdapAuthenticator authenticator, String name, String secret) {
        return authenticator.identify(PATRONS, name, secret.toCharArray());
    }

    private static Verdict verdict(LdapAuthenticator authenticator, String name, String secret) {
        try {
            return ask(authenticator, name, secret).verdict();
        } finally {
            authenticator.close();
        }
    }

    @Test
    void looksForPeopleAsAServiceOrAsAnybody() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            for (boolean anonymous : new boolean[] {false, true}) {
                Given given = anonymous ? Given.at(directory).anonymous() : Given.at(directory);
                assertThat(verdict(given.open(), "ada", "1815")).isEqualTo(ACCEPT);
                assertThat(verdict(given.open(), "ADA", "1815")).isEqualTo(ACCEPT);
                assertThat(verdict(given.open(), "ada", "1816")).isEqualTo(REJECT);
                assertThat(verdict(given.open(), "nobody", "1815")).isEqualTo(ABSTAIN);
            }
        }
    }

    @Test
    void aServiceThatTheDirectoryRefusesIsNoAnswer() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            assertThat(verdict(
                            Given.at(directory)
                                    .searchedBy(TestDirectory.SERVICE, "wrong")
                                    .open(),
                            "ada",
                            "1815"))
                    .isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void peopleMayBindByAPrincipal() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            String format = "uid=%s,ou=people,dc=example,dc=org";
            assertThat(verdict(Given.at(directory).principal(format).open(), "ada", "1815"))
                    .isEqualTo(ACCEPT);
            // nobody knows yet whether there is such a name, so the library may know it
            assertThat(verdict(Given.at(directory).principal(format).open(), "ada", "1816"))
                    .isEqualTo(ABSTAIN);
            assertThat(verdict(Given.at(directory).principal(format).open(), "ada,ou=people", "1815"))
                    .isEqualTo(ABSTAIN);
            // without %s the name itself is bound as
            assertThat(verdict(
                            Given.at(directory)
                                    .principal("whatever")
                                    .syncing(false, false, false)
                                    .open(),
                            "uid=ada,ou=people,dc=example,dc=org",
                            "1815"))
                    .isEqualTo(ACCEPT);
        }
    }

    @Test
    void oneNameOfSeveralPeopleIsThatOfWhoeverHasTheSecret() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            assertThat(ask(authenticator, "bob", "first").entry().orElseThrow().values())
                    .containsEntry("surname", "One");
            assertThat(ask(authenticator, "bob", "second").entry().orElseThrow().values())
                    .containsEntry("surname", "Two");
            assertThat(ask(authenticator, "bob", "third").verdict()).isEqualTo(REJECT);
            authenticator.close();
        }
    }

    @Test
    void tooManyOfOneNameAreNobody() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            for (int i = 0; i < 7; i++) {
                directory
                        .server()
                        .add(
                                "dn: cn=x" + i + ",ou=people,dc=example,dc=org",
                                "objectClass: inetOrgPerson",
                                "cn: x" + i,
                                "sn: x",
                                "uid: many",
                                "userPassword: same");
            }
            assertThat(verdict(Given.at(directory).open(), "many", "same")).isEqualTo(ABSTAIN);
        }
    }

    @Test
    void aFilterNarrowsTheSearch() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            assertThat(verdict(
                            Given.at(directory).filter("(employeeType=reader)").open(), "ada", "1815"))
                    .isEqualTo(ACCEPT);
            assertThat(verdict(
                            Given.at(directory).filter("(employeeType=staff)").open(), "ada", "1815"))
                    .isEqualTo(ABSTAIN);
        }
    }

    @Test
    void aNameNeverChangesTheFilter() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            for (String name : new String[] {"*", "a*", "ada)(uid=*", "*)(|(uid=*", "\\2a", "ad\0a", "(", "a\\"}) {
                assertThat(ask(authenticator, name, "1815").verdict()).as(name).isEqualTo(ABSTAIN);
            }
            assertThat(ask(authenticator, "a*(b)\\c", "strange").verdict()).isEqualTo(ACCEPT);
            authenticator.close();
        }
    }

    @Test
    void anEmptySecretNeverReachesTheDirectory() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            assertThat(ask(authenticator, "ada", "").verdict()).isEqualTo(REJECT);
            assertThat(directory.binds()).isZero();
            ask(authenticator, "ada", "1815");
            assertThat(directory.sawEmptyPassword()).isFalse();
            authenticator.close();
        }
    }

    @Test
    void eachResultOfASearchHasAVerdict() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            for (ResultCode code : new ResultCode[] {
                ResultCode.REFERRAL,
                ResultCode.BUSY,
                ResultCode.UNAVAILABLE,
                ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                ResultCode.NO_SUCH_OBJECT,
                ResultCode.TIME_LIMIT_EXCEEDED,
                ResultCode.OPERATIONS_ERROR
            }) {
                directory.answerSearches(code);
                assertThat(verdict(Given.at(directory).open(), "ada", "1815"))
                        .as(code.getName())
                        .isEqualTo(UNAVAILABLE);
            }
            directory.answerSearches(ResultCode.SIZE_LIMIT_EXCEEDED);
            assertThat(verdict(Given.at(directory).open(), "ada", "1815")).isEqualTo(ABSTAIN);
        }
    }

    @Test
    void eachResultOfABindHasAVerdict() throws Exception {
        Map<ResultCode, Verdict> expected = Map.of(
                ResultCode.INVALID_CREDENTIALS, REJECT,
                ResultCode.NO_SUCH_OBJECT, REJECT,
                ResultCode.UNWILLING_TO_PERFORM, REJECT,
                ResultCode.INAPPROPRIATE_AUTHENTICATION, REJECT,
                ResultCode.BUSY, UNAVAILABLE,
                ResultCode.UNAVAILABLE, UNAVAILABLE,
                ResultCode.REFERRAL, UNAVAILABLE,
                ResultCode.CONFIDENTIALITY_REQUIRED, UNAVAILABLE,
                ResultCode.OTHER, UNAVAILABLE);
        try (TestDirectory directory = TestDirectory.plain()) {
            expected.forEach((code, verdict) -> {
                directory.answerBinds(code);
                assertThat(verdict(Given.at(directory).open(), "ada", "1815"))
                        .as(code.getName())
                        .isEqualTo(verdict);
            });
        }
    }

    @Test
    void aBaseThatIsNoneIsNoAnswer() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            assertThat(verdict(Given.at(directory).below("not a dn").open(), "ada", "1815"))
                    .isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void aSecretIsNotAskedAboutAgainForAWhile() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator =
                    Given.at(directory).remembering(Duration.ofMinutes(1), 3).open();
            ask(authenticator, "ada", "1815");
            int before = directory.binds();
            assertThat(ask(authenticator, "ada", "1815").verdict()).isEqualTo(ACCEPT);
            assertThat(directory.binds()).isEqualTo(before);

            for (String wrong : new String[] {"1", "1", "1", "2", "2", "3", "4", "5"}) {
                assertThat(ask(authenticator, "ada", wrong).verdict()).isEqualTo(REJECT);
            }
            // three different wrong ones have come through: the directory would lock the account before long
            assertThat(directory.binds()).isEqualTo(before + 3);
            authenticator.close();
        }
    }

    @Test
    void aMegabyteOfAttributeChangesNothing() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            directory
                    .server()
                    .modify(
                            "dn: uid=ada,ou=people,dc=example,dc=org",
                            "changetype: modify",
                            "replace: description",
                            "description: " + "x".repeat(1_000_000));
            Mapping mapping =
                    Mapping.of(new String[] {"userid=uid", "note=description", "surname=sn"}, new String[0], "", false);
            LdapAuthenticator authenticator = Given.at(directory)
                    .mapping(mapping)
                    .response(Duration.ofSeconds(10))
                    .open();
            Identification answer = ask(authenticator, "ada", "1815");
            assertThat(answer.verdict()).isEqualTo(ACCEPT);
            assertThat(answer.entry().orElseThrow().values())
                    .containsEntry("surname", "Lovelace")
                    .doesNotContainKey("note");
            authenticator.close();
        }
    }
}
