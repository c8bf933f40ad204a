// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import acs.api.circulation.Item;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenLoan;
import acs.sip2.Field;
import acs.sip2.Message;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RenewTest {
    private static final String NOW = "20260115    093000";
    private static final String NONE = "                  ";
    private static final String START = "29NN" + NOW + NONE + "AOMAIN|";

    private final MemoryLibrary library = Fixtures.library();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void renews() {
        assertThat(terminal.send(START + "AAP100|AD1234|ABI002|BON|"))
                .isEqualTo("301YNN" + NOW + "AAP100|ABI002|AJUlysses|AH20260205    235900|CK001|AOMAIN|");
        assertThat(memory.loans.get("I002").renewals).isOne();
    }

    @Test
    void renewsByTitle() {
        assertThat(terminal.send(START + "AAP100|AD1234|AJUlysses|"))
                .isEqualTo("301YNN" + NOW + "AAP100|ABI002|AJUlysses|AH20260205    235900|CK001|AOMAIN|");
    }

    @Test
    void doesNotGuessAmongTitles() {
        memory.copies.put("I003", new Copy(Item.of("I003", "Ulysses").build()));
        memory.loans.put("I003", new OpenLoan("I003", "P100", Fixtures.NOW, Fixtures.NOW));
        assertThat(terminal.send(START + "AAP100|AD1234|AJUlysses|")).startsWith("300N");
    }

    @Test
    void refusesBarcodeAndTitleOfDifferentItems() {
        assertThat(terminal.send(START + "AAP100|AD1234|ABI002|AJDubliners|")).startsWith("300N");
        assertThat(terminal.send(START + "AAP100|AD1234|AB" + "x".repeat(300) + "|AJUlysses|"))
                .startsWith("300N");
        assertThat(memory.loans.get("I002").renewals).isZero();
    }

    @Test
    void refusesWhatIsNotOnLoanToThePatron() {
        assertThat(terminal.send(START + "AAP100|AD1234|ABI001|BON|"))
                .isEqualTo("300NUN" + NOW + "AAP100|ABI001|AJ|AH|AOMAIN|AFItem not checked out to Ada Lovelace|");
        assertThat(terminal.send(START + "AAP110|AD1234|ABI002|")).startsWith("300N");
        assertThat(terminal.send(START + "AAP100|AD1234|")).startsWith("300NUN").contains("|AFInvalid Item|");
    }

    @Test
    void renewsForAnotherWhereThatIsAsked() {
        assertThat(terminal.send("29YN" + NOW + NONE + "AOMAIN|AAP110|AD1234|ABI002|"))
                .startsWith("301Y")
                .doesNotContain("P100", "Lovelace");
    }

    @Test
    void refusesUnknownPatron() {
        assertThat(terminal.send(START + "AAP999|ABI002|"))
                .isEqualTo("300NUN" + NOW + "AAP999|ABI002|AJ|AH|AOMAIN|AFInvalid patron barcode.|");
    }

    @Test
    void refusesAWrongPin() {
        assertThat(terminal.send(START + "AAP100|AD9999|ABI002|BON|")).startsWith("300N");
        assertThat(terminal.pinRequired().send(START + "AAP100|ABI002|BON|")).startsWith("300N");
        assertThat(memory.loans.get("I002").renewals).isZero();
    }

    @Test
    void refusesWhatIsHeldForAnother() {
        assertThat(terminal.send(START + "AAP100|AD1234|ABI011|BON|"))
                .isEqualTo("300YUN" + NOW + "AAP100|ABI011|AJWanted here|AH|AOMAIN|"
                        + "AFItem unavailable due to outstanding holds|");
    }

    @Test
    void refusesABlockedPatron() {
        assertThat(terminal.send(START + "AAP200|AD2222|ABI021|BON|"))
                .startsWith("300Y")
                .endsWith("|AFRenewals not allowed.|");
    }

    @Test
    void asksWhetherAFeeIsAccepted() {
        memory.copies.put(
                "I002",
                new Copy(Item.of("I002", "Ulysses")
                        .loanCharge(new Charge(FeeType.RENTAL, new BigDecimal("1")))
                        .build()));
        assertThat(terminal.send(START + "AAP100|AD1234|ABI002|BON|"))
                .startsWith("300Y")
                .contains("|AH|BV1.00|BHUSD|BT06|AOMAIN|AFThere is a charge of 1.00.");
        assertThat(terminal.send(START + "AAP100|AD1234|ABI002|BOY|")).contains("|CK001|BV1.00|BHUSD|BT06|AOMAIN|");
    }

    @Test
    void recordsWhatHappenedOffline() {
        terminal.policy(true, true, true).pinRequired();
        assertThat(terminal.send("29NY20260110    18000020260228    235959AOMAIN|AAP200|ABI021|"))
                .startsWith("301Y")
                .contains("|AH20260228    235959|");
        assertThat(terminal.send("29NY20260110    18000020250228    235959AOMAIN|AAP200|ABI021|"))
                .contains("|AH20260131    235900|");
    }

    @Test
    void renewsAll() {
        assertThat(terminal.send("65" + NOW + "AOMAIN|AAP100|AD1234|BON|"))
                .isEqualTo("6610002" + "0003" + NOW + "AOMAIN|BMI002|BMI010|"
                        + "BNI011 Item unavailable due to outstanding holds|"
                        + "BNI012 Item unavailable due to outstanding holds|"
                        + "BNI020 Item has reached maximum renewals|");
    }

    @Test
    void countsNothingWhereThereIsNothing() {
        assertThat(terminal.send("65" + NOW + "AOMAIN|AAP110|AD1234|BON|")).isEqualTo("66100000000" + NOW + "AOMAIN|");
    }

    @Test
    void isWellEvenIfNothingCouldBeRenewed() {
        assertThat(terminal.send("65" + NOW + "AOMAIN|AAP200|AD2222|BON|"))
                .isEqualTo("66100000001" + NOW + "AOMAIN|BNI021 Renewals not allowed.|");
    }

    @Test
    void renewsAllForNobodyElse() {
        assertThat(terminal.send("65" + NOW + "AOMAIN|AAP999|"))
                .isEqualTo("66000000000" + NOW + "AOMAIN|AFInvalid patron barcode.|");
        assertThat(terminal.send("65" + NOW + "AOMAIN|AAP100|AD0000|")).startsWith("660");
    }

    @Test
    void keepsWithinTheSizeOfAMessage() {
        for (int i = 0; i < 500; i++) {
            String id = String.format(Locale.ROOT, "%014d", i);
            memory.copies.put(id, new Copy(Item.of(id, "Title").build()));
            memory.copies.get(id).renewalsLeft = i % 2;
            memory.loans.put(id, new OpenLoan(id, "P110", Fixtures.NOW, Fixtures.NOW.plusDays(1)));
        }
        memory.card("P110").orElseThrow().loanLimit = 1000;
        String answer = terminal.send("65" + NOW + "AOMAIN|AAP110|AD1234|BON|");
        assertThat(answer).startsWith("6610250" + "0250");
        assertThat(answer.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(8192 - 11);
        Message message = Terminal.read(answer);
        assertThat(message.all(Field.BM)).hasSize(250);
        assertThat(message.all(Field.BN)).isNotEmpty();
    }
}
