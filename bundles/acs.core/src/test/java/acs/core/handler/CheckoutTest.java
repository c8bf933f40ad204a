// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Rights.Offline;
import acs.core.handler.Memory.OpenLoan;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    private static final String NOW = "20260115    093000";
    private static final String NONE = "                  ";
    private static final String START = "11YN" + NOW + NONE + "AOMAIN|";

    private final MemoryLibrary library = Fixtures.library();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void lends() {
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD1234|BON|BIN|"))
                .isEqualTo("121NNY" + NOW + "AOMAIN|AAP110|ABI001|AJDubliners|AH20260205    235900|CK001|");
        assertThat(memory.loans.get("I001").patron).isEqualTo("P110");
    }

    @Test
    void refusesUnknownPatron() {
        assertThat(terminal.send(START + "AAP999|ABI001|AC|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP999|ABI001|AJ|AH|AFInvalid Patron|BLN|");
    }

    @Test
    void refusesUnknownItem() {
        assertThat(terminal.send(START + "AAP110|ABI999|AC|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP110|ABI999|AJ|AH|AFInvalid Item|BLY|");
    }

    @Test
    @DisplayName("R-042 refuses what is missing")
    void refusesWhatIsMissing() {
        assertThat(terminal.send(START + "ABI001|AC|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AA|ABI001|AJ|AH|AFInvalid Patron|BLN|");
        assertThat(terminal.send(START + "AAP110|AC|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP110|AB|AJ|AH|AFInvalid Item|BLY|");
    }

    @Test
    void namesTheItemItRefuses() {
        assertThat(terminal.send(START + "AAP110|ABI004|AC|AD1234|BON|BIN|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP110|ABI004|AJEncyclopedia|AH|AFItem is not for loan|BLY|");
    }

    @Test
    void refusesAtTheLoanLimit() {
        assertThat(terminal.send(START + "AAP700|ABI001|AC|AD7777|BON|BIN|")).startsWith("120N");
    }

    @Test
    void refusesWhatIsHeldForAnother() {
        assertThat(terminal.send(START + "AAP110|ABI005|AC|AD1234|BON|BIN|")).startsWith("120NUN");
    }

    @Test
    void tellsWhenTheCardExpired() {
        assertThat(terminal.send(START + "AAP500|ABI001|AC|")).contains("|AFPatron expired on 12/31/2025|BLY|");
        assertThat(terminal.preference("dateformat", "iso").send(START + "AAP500|ABI001|AC|"))
                .contains("|AFPatron expired on 2025-12-31|");
    }

    @Test
    void tellsTheDebtWhereTheLoginWantsIt() {
        assertThat(terminal.send(START + "AAP200|ABI001|AC|")).contains("|AFPatron has fines|BLY|");
        assertThat(terminal.setting("show_outstanding_amount", "1").send(START + "AAP200|ABI001|AC|"))
                .contains("|AFPatron has fines - You owe $12.50.|BLY|");
    }

    @Test
    void refusesAWrongPinEverywhere() {
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD9999|BON|BIN|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP110|ABI001|AJ|AH|AFInvalid password|BLY|");
        assertThat(memory.loans).doesNotContainKey("I001");
    }

    @Test
    void needsAPinWhereTheAccountSaysSo() {
        terminal.pinRequired();
        assertThat(terminal.send(START + "AAP110|ABI001|AC|")).contains("|AFPassword required|");
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD|")).startsWith("120N");
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD1234|")).startsWith("121N");
    }

    @Test
    void doesNotLendWhenNobodyCanTellThePin() {
        terminal.pins((context, patron, sent) -> Pin.UNAVAILABLE);
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD1234|"))
                .startsWith("120N")
                .doesNotContain("Invalid password");
    }

    @Test
    void renewsWhereBothSidesAllowIt() {
        assertThat(terminal.send(START + "AAP100|ABI002|AC|AD1234|"))
                .isEqualTo("121YNY" + NOW + "AOMAIN|AAP100|ABI002|AJUlysses|AH20260205    235900|CK001|");
    }

    @Test
    void doesNotRenewWhereTheTerminalMustNot() {
        assertThat(terminal.send("11NN" + NOW + NONE + "AOMAIN|AAP100|ABI002|AC|AD1234|"))
                .startsWith("120N")
                .contains("|AJUlysses|");
    }

    @Test
    void doesNotRenewWhereTheLibraryDoesNot() {
        terminal.policy(false, true, false);
        assertThat(terminal.send(START + "AAP100|ABI002|AC|AD1234|BON|BIN|")).startsWith("120N");
        assertThat(memory.loans.get("I002").renewals).isZero();
    }

    @Test
    void saysThatARefusalWasAboutARenewal() {
        assertThat(terminal.send(START + "AAP100|ABI020|AC|AD1234|BON|BIN|"))
                .startsWith("120YUN")
                .contains("|AFItem has reached maximum renewals|");
    }

    @Test
    void asksWhetherAFeeIsAccepted() {
        assertThat(terminal.send(START + "AAP110|ABI006|AC|AD1234|BON|"))
                .isEqualTo("120NUN" + NOW + "AOMAIN|AAP110|ABI006|AJTo rent|AH|"
                        + "AFThere is a charge of 2.50. Please confirm it.|BLY|BV2.50|BHUSD|BT06|");
        assertThat(memory.loans).doesNotContainKey("I006");
        assertThat(memory.owed("P110")).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void chargesAFeeThatIsAccepted() {
        assertThat(terminal.send(START + "AAP110|ABI006|AC|AD1234|BOY|BIN|"))
                .isEqualTo("121NNY" + NOW + "AOMAIN|AAP110|ABI006|AJTo rent|AH20260205    235900|CK001|"
                        + "BV2.50|BHUSD|BT06|");
        assertThat(memory.owed("P110")).isEqualByComparingTo("2.50");
    }

    @Test
    void leavesTheStripOfWhatStaysInTheHouse() {
        assertThat(terminal.send(START + "AAP110|ABI014|AC|AD1234|BON|BIN|")).startsWith("121NNN");
        terminal.setting("inhouse_patron_categories", "STAFF, ADULT");
        assertThat(terminal.send(START + "AAP110|ABI001|AC|AD1234|BON|BIN|")).startsWith("121NNN");
    }

    @Test
    void tellsDevicesOfTapesAndJournals() {
        assertThat(terminal.send(START + "AAP110|ABI009|AC|"))
                .startsWith("121NYN")
                .contains("|CK005|");
        assertThat(terminal.send(START + "AAP110|ABI018|AC|"))
                .startsWith("121NNY")
                .endsWith("|CK003|CIY|");
    }

    @Test
    void takesAReturnBack() {
        ZonedDateTime due = memory.loans.get("I002").due;
        terminal.send("09N" + NOW + NOW + "APSC1|AOMAIN|ABI002|AC|BIN|");
        assertThat(memory.loans).doesNotContainKey("I002");

        assertThat(terminal.pinRequired().send(START + "AAP100|ABI002|AC|BIY|")).startsWith("121N");
        assertThat(memory.loans.get("I002").due).isEqualTo(due);
        assertThat(terminal.send(START + "AAP100|ABI002|AC|BIY|")).startsWith("121N");
    }

    @Test
    void takesAReturnBackWhateverIsHeldAgainstThePatron() {
        terminal.send("09N" + NOW + NOW + "APSC1|AOMAIN|ABI021|AC|BIN|");
        assertThat(terminal.send(START + "AAP200|ABI021|AC|AD2222|BON|BIY|")).startsWith("121");
    }

    @Test
    void takesNothingBackForWhoDidNotHaveIt() {
        assertThat(terminal.send(START + "AAP110|ABI001|AC|BIY|")).startsWith("120N");
        terminal.send("09N" + NOW + NOW + "APSC1|AOMAIN|ABI002|AC|BIN|");
        assertThat(terminal.send(START + "AAP100|ABI002|AC|AD9999|BIY|")).startsWith("120N");
    }

    @Test
    void treatsNoBlockAsOrdinaryWhereOfflineIsNotAllowed() {
        assertThat(terminal.send("11YY20260110    18000020260124    235959AOMAIN|AAP200|ABI001|AC|"))
                .startsWith("120N");
        assertThat(memory.loans).doesNotContainKey("I001");
        terminal.policy(true, true, true).offline(Offline.DENIED);
        assertThat(terminal.send("11YY20260110    18000020260124    235959AOMAIN|AAP200|ABI001|AC|"))
                .startsWith("120N");
    }

    @Test
    void recordsWhatHappenedOffline() {
        terminal.offline(Offline.ALLOWED).pinRequired();
        assertThat(terminal.send("11YY20260110    18000020260124    235959AOMAIN|AAP200|ABI001|AC|"))
                .isEqualTo("121NNY" + NOW + "AOMAIN|AAP200|ABI001|AJDubliners|AH20260124    235959|CK001|");
        OpenLoan loan = memory.loans.get("I001");
        assertThat(loan.loaned).isEqualTo(ZonedDateTime.of(2026, 1, 10, 18, 0, 0, 0, Fixtures.NEW_YORK));
    }

    @Test
    void worksOutADueDateThatWasNotGivenOffline() {
        terminal.policy(true, true, true);
        assertThat(terminal.send("11YY20260110    180000" + NONE + "AOMAIN|AAP110|ABI001|AC|"))
                .contains("|AH20260131    235900|");
    }

    @Test
    void readsOfflineDatesOfOtherZones() {
        terminal.policy(true, true, true);
        terminal.send("11YY20260110   R180000" + NONE + "AOMAIN|AAP110|ABI001|AC|");
        terminal.send("11YY20260110   Z230000" + NONE + "AOMAIN|AAP110|ABI004|AC|");
        assertThat(memory.loans.get("I001").loaned.toInstant())
                .isEqualTo(memory.loans.get("I004").loaned.toInstant());
    }

    @Test
    @DisplayName("R-030 cannot record what has no date")
    void cannotRecordWhatHasNoDate() {
        terminal.policy(true, true, true);
        assertThat(terminal.send("11YY20261345    999999" + NONE + "AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("120N")
                .contains("|AFInvalid date|");
        assertThat(terminal.send("11YY18991231    120000" + NONE + "AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("120N");
        assertThat(terminal.send("11YY20270101    120000" + NONE + "AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("121N");
        assertThat(memory.loans.get("I001").loaned).isEqualTo(Fixtures.NOW);
    }

    @Test
    void cannotRecordForNobody() {
        terminal.policy(true, true, true);
        assertThat(terminal.send("11YY" + NOW + NONE + "AOMAIN|AAP999|ABI001|AC|"))
                .startsWith("120N");
        assertThat(terminal.send("11YY" + NOW + NONE + "AOMAIN|AAP110|ABI999|AC|"))
                .startsWith("120N");
    }

    @Test
    void writesDueDatesForPeopleWhereTheLoginWantsIt() {
        assertThat(terminal.setting("format_due_date", "1").send(START + "AAP110|ABI001|AC|"))
                .contains("|AH02/05/2026|");
    }

    @Test
    void sendsTheCardNumberWhereTheLoginWantsIt() {
        assertThat(terminal.send(START + "AAzoë.müller|ABI001|AC|")).contains("|AAzoë.müller|");
        assertThat(terminal.cardNumbers().send(START + "AAzoë.müller|ABI009|AC|"))
                .contains("|AAP600|");
        assertThat(terminal.send(START + "AAzoë.müller|ABI999|AC|")).contains("|AAP600|");
        assertThat(terminal.send(START + "AAnobody|ABI009|AC|")).contains("|AAnobody|");
    }
}
