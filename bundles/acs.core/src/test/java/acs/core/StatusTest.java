// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import acs.api.circulation.Circulation;
import acs.api.circulation.Diagnosis;
import acs.api.transport.Listener;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What terminals are told about the server (98). */
class StatusTest {
    private final Shelf shelf = new Shelf();
    private Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    private void policy(Policy policy) {
        harness.institution(Harness.institution("MAIN", policy));
    }

    private void rights(Rights rights) {
        harness.account(Harness.account("sc01", "secret1", rights, Dialect.standard()));
    }

    private String status() {
        return harness.loggedIn().send("9900402.00");
    }

    @Test
    void saysWhatIsServed() { // C-064, C-065, C-069, C-070, C-072, C-080
        policy(Harness.policy(150, 3));

        assertThat(status())
                .isEqualTo("98YYYYYN15000320260115    0930002.00AOMAIN|AMMain Library|BXYYYYYYYYYYYNYNNN|ANSC1|");
    }

    @Test
    void leavesOutANameThatIsTheId() {
        Institution main = Harness.institution("MAIN", Harness.policy(100, 3));
        harness.institution(new Institution(
                "MAIN",
                "MAIN",
                "SHELF",
                main.zone(),
                main.currency(),
                main.language(),
                "",
                main.parameters(),
                main.policy()));

        assertThat(status()).doesNotContain("AM").contains("AOMAIN|BX");
    }

    @Test
    void followsThePolicy() {
        policy(new Policy(false, true, false, false, true, 100, 3));

        // The shelf has nowhere to put stored transactions, whatever the policy says.
        assertThat(status()).startsWith("98YNYNNN100003").contains("BXYYNNYYYYYYYNNNNN|");
    }

    @Test
    void followsTheRightsOfTheAccount() { // decision: BX and flags tell the truth about messages
        rights(new Rights(Set.of("09", "17"), Offline.AS_POLICY, false, PersonalData.ALWAYS, Set.of()));

        assertThat(status()).startsWith("98YYNNNN").contains("BXNNYNYYYNNNYNNNNN|");
    }

    @Test
    void followsTheFacetsOfTheImplementation() {
        harness.close();
        harness = new Harness(Harness.settings());
        policy(Harness.policy(100, 3));
        harness.account(Harness.account("sc01", "secret1"));
        Circulation bare = (context, id) -> Optional.empty();
        harness.implementation("SHELF", bare);

        assertThat(status()).startsWith("98YNN").contains("BXYNNNYYYYYNNNNNNN|");
    }

    @ParameterizedTest
    @CsvSource({"2.00,2.00", "1.00,1.00", "3.00,2.00", "2.0 ,2.00", "abcd,2.00"})
    @DisplayName("R-039 answers in the version of the terminal")
    void answersInTheVersionOfTheTerminal(String asked, String answered) {
        assertThat(harness.loggedIn().send("990040" + String.format("%-4s", asked)))
                .matches("98Y.{29}\\Q" + answered + "\\EAO.*");
    }

    @Test
    @DisplayName("R-039 refuses a version that never was")
    void refusesAVersionThatNeverWas() { // C-074
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9900400.50"))
                .startsWith("98NNNNNN000999")
                .endsWith("AFProtocol version 0.50 is not supported.|");
        assertThat(kiosk.isClosed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"040", " 40", "000", "abc", "-01", "   "}) // C-077
    @DisplayName("R-040 takes any print width")
    void takesAnyPrintWidth(String width) {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("990" + width + "2.00")).startsWith("98Y");
        assertThat(kiosk.conversation.printWidth()).isEqualTo(width.endsWith("40") ? 40 : 0);
    }

    @Test
    void goesOnWithATerminalThatIsOutOfPaper() { // C-075
        assertThat(harness.loggedIn().send("9910402.00")).startsWith("98Y");
        assertThat(harness.loggedIn().send("9920402.00")).startsWith("98Y");
    }

    @Test
    void saysSoWhenNobodyAnswersForTheInstitution() {
        harness.close();
        harness = new Harness(Harness.settings());
        policy(Harness.policy(100, 3));
        harness.account(Harness.account("sc01", "secret1"));
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9900402.00"))
                .isEqualTo("98NNNNNN00099920260115    0930002.00AOMAIN|BXNNNNYYYNNNNNNNNN|"
                        + "AFThe library system is not available at the moment.|");
        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|")).startsWith("98N");
        harness.implementation("SHELF", shelf);
        assertThat(kiosk.send("9900402.00")).startsWith("98Y");
    }

    @Test
    @DisplayName("R-095 says so when the implementation is off-line")
    void saysSoWhenTheImplementationIsOffline() {
        shelf.diagnosis = new Diagnosis(Diagnosis.State.OFFLINE, "the database is down");
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9900402.00")).startsWith("98NNNNNN000999");
        assertThat(kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("98N");
        assertThat(shelf.loans).hasValue(0);
        assertThat(harness.report.why("MAIN"))
                .isEqualTo("Institution MAIN is not served: implementation SHELF of bundle a bundle that has left"
                        + " is off-line: the database is down.");
    }

    @Test
    void saysSoWhenAnOperatorClosesTheInstitution() { // C-079
        harness.close();
        harness = Harness.withShelf(shelf, Harness.settings(Duration.ofMillis(100), Set.of("MAIN")), Clock.systemUTC());
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9900402.00")).startsWith("98NNNNNN000999").contains("AFThe library system is being");
        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|")).startsWith("98N");
    }

    @Test
    void saysSoWhenTheInstitutionIsNotConfigured() {
        harness.close();
        harness = new Harness(Harness.settings());
        harness.account(Harness.account("sc01", "secret1"));

        assertThat(status()).startsWith("98N").contains("AFThe library of this terminal is not known.|");
    }

    @Test
    void speaksTheFirstVersionToTerminalsThatKnowNoOther() {
        Listener open = new Listener("open", Listener.Dialogue.RAW, false, "sc01", '|', Duration.ZERO, Duration.ZERO);
        Kiosk kiosk = harness.connect(open);

        assertThat(kiosk.send("9900401.00"))
                .startsWith("98YYY")
                .contains("1.00AOMAIN|")
                .doesNotContain("BX");
        assertThat(kiosk.send("2300120260115    093000AOMAIN|AAP110|AC|AD1234|"))
                .startsWith("24  ")
                .contains("AAP110|")
                .doesNotContain("BL", "CQ", "BV");
        assertThat(kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("121")
                .doesNotContain("CK");
        assertThat(kiosk.send("09N20260115    09300020260115    093000AP|AOMAIN|ABI001|AC|"))
                .startsWith("101")
                .doesNotContain("AA", "CK");
    }

    @Test
    void isOfTheFirstVersionAlsoWhenItSaysNo() {
        Kiosk kiosk = harness.loggedIn();
        kiosk.conversation.speaks("1.00");

        assertThat(kiosk.send("9900400.50"))
                .startsWith("98NNNNNN000999")
                .contains("1.00AOMAIN|")
                .doesNotContain("BX");
    }

    @Test
    void goesOverToTheSecondVersionWithATerminalThatDoes() {
        Listener open = new Listener("open", Listener.Dialogue.RAW, false, "sc01", '|', Duration.ZERO, Duration.ZERO);
        Kiosk kiosk = harness.connect(open);
        kiosk.send("9900401.00");

        assertThat(kiosk.send("6300120260115    093000          AOMAIN|AAP110|"))
                .contains("BLY|");
        assertThat(kiosk.send("2300120260115    093000AOMAIN|AAP110|AC|AD|")).contains("BLY|");
    }
}
