// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Rights.PersonalData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckinTest {
    private static final String NOW = "20260115    093000";
    private static final String NONE = "                  ";
    private static final String START = "09N" + NOW + NOW + "APSC1|AOMAIN|";

    private final MemoryLibrary library = Fixtures.library();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void takesBackAndTellsWhoHadIt() {
        assertThat(terminal.send(START + "ABI002|AC|BIN|"))
                .isEqualTo("101YNN" + NOW + "AOMAIN|ABI002|AQMain stacks|AJUlysses|AAP100|CK001|");
        assertThat(memory.loans).doesNotContainKey("I002");
    }

    @Test
    void refusesUnknownItem() {
        assertThat(terminal.send(START + "ABI999|AC|"))
                .isEqualTo("100NUY" + NOW + "AOMAIN|ABI999|AQ|CV99|AFInvalid Item|");
        assertThat(terminal.send(START + "AC|")).isEqualTo("100NUY" + NOW + "AOMAIN|AB|AQ|CV99|AFInvalid Item|");
    }

    @Test
    void refusesWhatIsNotOnLoanUnlessTheLoginTakesIt() {
        assertThat(terminal.send(START + "ABI001|AC|BIN|"))
                .isEqualTo("100NUY" + NOW + "AOMAIN|ABI001|AQMain stacks|AJDubliners|CK001|AFItem not checked out|");
        assertThat(terminal.setting("checked_in_ok", "1").send(START + "ABI001|AC|BIN|"))
                .isEqualTo("101YNN" + NOW + "AOMAIN|ABI001|AQMain stacks|AJDubliners|CK001|");
    }

    @Test
    void raisesAlertByTypeOnlyWhereTheLoginWantsIt() {
        terminal.setting("cv_triggers_alert", "1");
        assertThat(terminal.send(START + "ABI001|AC|")).startsWith("100NUN").doesNotContain("|CV");
        assertThat(terminal.send(START + "ABI999|AC|")).startsWith("100NUY").contains("|CV99|");
        assertThat(terminal.send(START + "ABI011|AC|")).startsWith("101YNY").contains("|CV01|");
    }

    @Test
    void sendsEmptyExtensionsWhereTheLoginWantsThem() {
        terminal.setting("cv_send_00_on_success", "1").setting("ct_always_send", "1");
        assertThat(terminal.send(START + "ABI002|AC|"))
                .isEqualTo("101YNN" + NOW + "AOMAIN|ABI002|AQMain stacks|AJUlysses|AAP100|CK001|CT|CV00|");
    }

    @Test
    void routesToTheHoldShelf() {
        assertThat(terminal.send(START + "ABI011|AC|BIN|"))
                .isEqualTo("101YNY" + NOW
                        + "AOMAIN|ABI011|AQMain stacks|AJWanted here|AAP100|CK001|CYP300|DAAlan Turing|CV01|");
        assertThat(memory.hold("P300", "I011").orElseThrow().ready).isTrue();
    }

    @Test
    void routesToAnotherLibrary() {
        assertThat(terminal.send(START + "ABI012|AC|BIN|"))
                .isEqualTo("101YNY" + NOW
                        + "AOMAIN|ABI012|AQMain stacks|AJWanted there|AAP100|CK001|CYP300|CTBR2|DAAlan Turing|CV02|");
        assertThat(terminal.send(START + "ABI010|AC|BIN|")).startsWith("101YNY").endsWith("|CTBR2|CV04|");
    }

    @Test
    void namesTheNextReaderAsTheLoginWants() {
        terminal.setting("da_field_template", "[% patron.surname %], [% patron.firstname %]");
        assertThat(terminal.send(START + "ABI011|AC|BIN|")).contains("|DATuring, Alan|");
    }

    @Test
    void tellsNothingOfPatronsWhereTheAccountMustNotSeeThem() {
        terminal.personalData(PersonalData.NEVER);
        assertThat(terminal.send(START + "ABI011|AC|BIN|"))
                .doesNotContain("|AAP100|", "|CY", "|DA")
                .contains("|CV01|");
        terminal.personalData(PersonalData.AFTER_PIN);
        assertThat(terminal.send(START + "ABI012|AC|BIN|"))
                .contains("|AAP100|", "|CYP300|")
                .doesNotContain("|DA");
    }

    @Test
    void believesAReturnDateThatCanBeTrue() {
        assertThat(terminal.send("09N" + NOW + "20260113    120000APSC1|AOMAIN|ABL002|AC|"))
                .startsWith("101");
        terminal.setting("show_outstanding_amount", "1");
        assertThat(terminal.send("09N" + NOW + "20260114    120000APSC1|AOMAIN|ABL001|AC|BIN|"))
                .doesNotContain("|AFYou owe");
        assertThat(terminal.send("09N" + NOW + "20990101    000000APSC1|AOMAIN|ABL003|AC|BIN|"))
                .contains("|AFYou owe $0.75 for this item.|");
    }

    @Test
    @DisplayName("R-034 takes now where there is no good return date")
    void takesNowWhereThereIsNoGoodReturnDate() {
        for (String date :
                new String[] {NONE, "000000000000000000", "20260230    120000", "18990101    000000", "２０２６01"}) {
            String padded = (date + NONE).substring(0, 18);
            terminal.setting("show_outstanding_amount", "1");
            memory.loans.put("L001", overdue());
            assertThat(terminal.send("09N" + NOW + padded + "APSC1|AOMAIN|ABL001|AC|BIN|"))
                    .as(date)
                    .contains("|AFYou owe $0.25 for this item.|");
        }
    }

    private static Memory.OpenLoan overdue() {
        return new Memory.OpenLoan("L001", "P300", Fixtures.NOW.minusDays(30), Fixtures.NOW.minusDays(1));
    }

    @Test
    void takesALoanBack() {
        terminal.send("11YN" + NOW + NONE + "AOMAIN|AAP110|ABI006|AC|AD1234|BOY|");
        assertThat(terminal.send(START + "ABI006|AC|BIY|")).startsWith("101");
        assertThat(memory.loans).doesNotContainKey("I006");
        assertThat(memory.owed("P110")).isZero();
        assertThat(terminal.send(START + "ABI006|AC|BIY|")).startsWith("101");
    }

    @Test
    void keepsALoanThatWasOnlyRenewed() {
        terminal.send("11YN" + NOW + NONE + "AOMAIN|AAP100|ABI002|AC|AD1234|BON|BIN|");
        assertThat(terminal.send(START + "ABI002|AC|BIY|")).startsWith("101");
        assertThat(memory.loans.get("I002").patron).isEqualTo("P100");
    }

    @Test
    void recordsWhatCameBackOffline() {
        terminal.policy(true, true, true).setting("show_outstanding_amount", "1");
        assertThat(terminal.send("09Y20260113    120000" + NONE + "APSC1|AOMAIN|ABL002|AC|"))
                .startsWith("101")
                .doesNotContain("You owe");
        assertThat(terminal.send("09Y" + NOW + "20260101    120000" + "APSC1|AOMAIN|ABL003|AC|"))
                .doesNotContain("You owe");
        assertThat(terminal.send("09Y" + NOW + NONE + "APSC1|AOMAIN|ABI001|AC|"))
                .startsWith("101");
        assertThat(terminal.send("09Y" + NOW + NONE + "APSC1|AOMAIN|ABI999|AC|"))
                .startsWith("100N");
    }

    @Test
    void tellsWhereItBelongsWhereTheLoginWantsIt() {
        terminal.setting("show_checkin_message", "1");
        assertThat(terminal.send(START + "ABI002|AC|")).endsWith("|AFItem checked-in: Main stacks - .|");
    }

    @Test
    void sendsBackTheInstitutionThatWasSent() {
        assertThat(terminal.send("09N" + NOW + NOW + "APSC1|AOBR2|ABI002|AC|")).contains("AOBR2|");
        assertThat(terminal.send("09N" + NOW + NOW + "APSC1|AO|ABI999|AC|")).contains("AOMAIN|");
    }
}
