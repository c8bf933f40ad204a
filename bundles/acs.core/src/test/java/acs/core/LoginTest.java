// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.transport.Listener;
import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what those get who do not. */
class LoginTest {
    private static final String HASH = "{bcrypt}" + BCrypt.withDefaults().hashToString(4, "geheim".toCharArray());

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    private void password(String configured) {
        harness.account(Harness.account("sc02", configured));
    }

    private String login(String password) {
        return harness.connect().send("9300CNsc02|CO" + password + "|CPSC1|");
    }

    @Test
    void letsTheRightPasswordIn() { // C-049, C-052
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.send("9300CNsc01|COsecret1|CPSC1|")).isEqualTo("941");
        assertThat(kiosk.conversation.account()).isEqualTo("sc01");
        assertThat(kiosk.conversation.location()).isEqualTo("SC1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9300CNsc01|COwrong|CPSC1|", // C-050
                "9300CNsc01|CO|",
                "9300CNsc01|",
                "9300CNnobody|COsecret1|",
                "9300CN|CO|",
                "9300CNSC01|COsecret1|",
                "9310CNsc01|COsecret1|", // C-054
                "9301CNsc01|COsecret1|"
            })
    void keepsEverybodyElseOut(String login) {
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.send(login)).isEqualTo("940");
        assertThat(kiosk.conversation.isLoggedIn()).isFalse();
        assertThat(kiosk.isClosed()).isFalse();
    }

    @Test
    void takesABlankForNoAlgorithm() {
        assertThat(harness.connect().send("93  CNsc01|COsecret1|")).isEqualTo("941");
    }

    @Test
    void letsATerminalTryAgain() { // C-055
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.send("9300CNsc01|COwrong|")).isEqualTo("940");
        assertThat(kiosk.send("9300CNsc01|COsecret1|CPSC1|")).isEqualTo("941");
        assertThat(kiosk.conversation.strikes()).isZero();
    }

    @Test
    void closesAfterTheThirdFailure() {
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CNsc01|COwrong|");
        kiosk.send("9300CNsc01|COwrong|");
        assertThat(kiosk.isClosed()).isFalse();

        assertThat(kiosk.send("9300CNsc01|COwrong|")).isEqualTo("940");
        assertThat(kiosk.isClosed()).isTrue();
    }

    @Test
    void switchesToAnotherAccount() { // C-060
        harness.account(Harness.account("sc02", "secret2", onlyOf("09", "17", "99"), Dialect.standard()));
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9300CNsc02|COsecret2|CPSC2|")).isEqualTo("941");
        assertThat(kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("120");
        assertThat(shelf.loans).hasValue(0);
    }

    @Test
    void isNobodyAfterALoginThatFailed() {
        Kiosk kiosk = harness.loggedIn();
        kiosk.send("9300CNsc01|COwrong|");

        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|")).startsWith("98N");
    }

    @Test
    void servesTwoTerminalsOfOneAccount() { // C-062
        Kiosk one = harness.loggedIn();
        Kiosk two = harness.loggedIn();

        assertThat(one.send("9900402.00")).startsWith("98Y");
        assertThat(two.send("9900402.00")).startsWith("98Y");
    }

    @Test
    void checksAHash() {
        password(HASH);

        assertThat(login("geheim")).isEqualTo("941");
        assertThat(login("geheim")).isEqualTo("941");
        assertThat(login("Geheim")).isEqualTo("940");
        assertThat(login("g".repeat(100))).isEqualTo("940");
    }

    @Test
    void forgetsAPasswordFoundRightOnceTheConfigurationChanges() {
        password(HASH);
        assertThat(login("geheim")).isEqualTo("941");
        password("{bcrypt}$2a$04$......................................................");

        assertThat(login("geheim")).isEqualTo("940");
    }

    @Test
    void readsAPasswordFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "from file\n");
        password("$[file:" + file + "]");
        assertThat(login("from file")).isEqualTo("941");
        Files.writeString(file, HASH);

        assertThat(login("from file")).isEqualTo("940");
        assertThat(login("geheim")).isEqualTo("941");
        Files.delete(file);
        assertThat(login("geheim")).isEqualTo("940");
    }

    @Test
    void readsAPasswordFromTheEnvironment() {
        String name = System.getenv().keySet().stream()
                .filter(variable -> System.getenv(variable).matches("[A-Za-z0-9/._:-]+"))
                .findFirst()
                .orElseThrow();
        password("$[env:" + name + "]");

        assertThat(login(System.getenv(name))).isEqualTo("941");
        assertThat(login("$[env:" + name + "]")).isEqualTo("940");
    }

    @Test
    void neverTakesAReferenceToNothingForAnEmptyPassword() {
        password("$[env:ACS_NO_SUCH_VARIABLE]");

        assertThat(login("")).isEqualTo("940");
        assertThat(login("x")).isEqualTo("940");
    }

    @Test
    void asksTheDirectoriesInOrderWhereNoPasswordIsConfigured() {
        password("");
        List<String> asked = new ArrayList<>();
        harness.directory("second", 1, (realm, name, secret) -> {
            asked.add("second " + realm.kind() + " " + realm.institution() + " " + realm.implementation() + " " + name);
            return String.valueOf(secret).equals("ldap") ? Verdict.ACCEPT : Verdict.REJECT;
        });
        harness.directory("first", 2, (realm, name, secret) -> {
            asked.add("first");
            return Verdict.ABSTAIN;
        });

        assertThat(login("ldap")).isEqualTo("941");
        assertThat(asked).containsExactly("first", "second " + Realm.Kind.TERMINAL + " MAIN SHELF sc02");
        assertThat(login("other")).isEqualTo("940");
    }

    @Test
    void failsClosedWithoutADirectory() {
        password("");

        assertThat(login("anything")).isEqualTo("940");
    }

    @Test
    void failsClosedWithADirectoryThatIsDown() {
        password("");
        harness.directory("down", 1, (realm, name, secret) -> {
            throw new IllegalStateException("no route to host");
        });
        harness.directory("open", 0, (realm, name, secret) -> Verdict.ACCEPT);

        assertThat(login("anything")).isEqualTo("940");
    }

    @Test
    void waitsForADirectoryThatIsBeingReplaced() {
        password("");
        var reference = harness.directory("ldap", 1, (realm, name, secret) -> Verdict.REJECT);
        harness.authenticators.remove(reference);
        harness.directory("ldap", 1, (realm, name, secret) -> Verdict.ACCEPT);

        assertThat(login("anything")).isEqualTo("941");
    }

    @Test
    void keepsTerminalsOutThatComeFromElsewhere() {
        Rights inside = new Rights(Set.of(), Offline.AS_POLICY, false, PersonalData.ALWAYS, Set.of("10.0.0.0/8"));
        harness.account(Harness.account("sc02", "secret2", inside, Dialect.standard()));

        assertThat(login("secret2")).isEqualTo("940");
        assertThat(new Kiosk(harness.conversations, Harness.RAW, "10.1.2.3").send("9300CNsc02|COsecret2|"))
                .isEqualTo("941");
    }

    @Test
    void readsANonAsciiPasswordInTheCharacterSetOfTheAccount() {
        Dialect latin = new Dialect(
                StandardCharsets.ISO_8859_1,
                '|',
                Dialect.Terminator.CRLF,
                Dialect.ErrorDetection.ENABLED,
                Dialect.PatronId.SENT);
        harness.account(Harness.account("sc02", "gr\u00FCn", Rights.all(), latin));

        assertThat(harness.connect().send("9300CNsc02|COgr\u00FCn|".getBytes(StandardCharsets.ISO_8859_1)))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("941\r\n");
    }

    @Test
    void logsInByDialogue() {
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.dialogue("sc01", "wrong")).isFalse();
        assertThat(kiosk.dialogue("sc01", "secret1")).isTrue();
        assertThat(kiosk.send("9900402.00")).startsWith("98Y");
    }

    @Test
    void servesAListenerWithoutLogin() { // C-059
        Listener open = new Listener("open", Listener.Dialogue.RAW, false, "sc01", '|', Duration.ZERO, Duration.ZERO);

        assertThat(harness.connect(open).send("9900402.00")).startsWith("98YYY").contains("AOMAIN|");
    }

    @Test
    void tellsAStrangerNothing() {
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.send("9900402.00")).matches("98YNNNNN999999\\d{8}    \\d{6}2\\.00AO\\|BXNNNNYYYNNNNNNNNN\\|");
        assertThat(kiosk.send("97")).isEqualTo("96");
    }

    @Test
    void closesWhenAStrangerGoesOnAsking() { // C-057
        Kiosk kiosk = harness.connect();
        for (int i = 0; i < 3; i++) {
            assertThat(kiosk.isClosed()).isFalse();
            assertThat(kiosk.send("6300120260115    093000          AOMAIN|AAP110|AD1234|"))
                    .startsWith("98NNNNNN000999")
                    .contains("AO|")
                    .endsWith("AFLogin required|");
        }

        assertThat(kiosk.isClosed()).isTrue();
    }

    @Test
    @DisplayName("R-109 ends the session of an account that is gone")
    void endsTheSessionOfAnAccountThatIsGone() {
        Kiosk kiosk = harness.loggedIn();
        harness.removeAccount("sc01");

        assertThat(kiosk.send("9900402.00")).startsWith("98N");
        assertThat(kiosk.isClosed()).isTrue();
    }

    @Test
    void servesASessionWhoseAccountIsReplaced() {
        Kiosk kiosk = harness.loggedIn();
        harness.removeAccount("sc01");
        harness.account(Harness.account("sc01", "changed"));

        assertThat(kiosk.send("9900402.00")).startsWith("98Y");
    }

    @Test
    void appliesAChangedAccountToTheNextMessage() {
        Kiosk kiosk = harness.loggedIn();
        harness.account(Harness.account("sc01", "secret1", onlyOf("17"), Dialect.standard()));

        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|")).startsWith("1803");
        assertThat(kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("120");
    }

    private static Rights onlyOf(String... messages) {
        return new Rights(Set.of(messages), Offline.AS_POLICY, false, PersonalData.ALWAYS, Set.of());
    }

    @Test
    void keepsNoPasswordInTheConversation() {
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CNsc01|COsecret1|CPSC1|");

        assertThat(kiosk.conversation.last().repeats("9300CNsc01|COsecret1|CPSC1|".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        Account account = harness.accounts.accounts().get(0);
        assertThat(account.toString()).doesNotContain("secret1");
    }
}
