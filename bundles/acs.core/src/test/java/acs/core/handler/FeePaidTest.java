// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeePaidTest {
    private static final String NOW = "20260115    093000";

    private final MemoryLibrary library = Fixtures.library();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void booksOneFee() {
        assertThat(terminal.send("37" + NOW + "0402USDBV5.00|AOMAIN|AAP200|CGF1|BKPAY-1|"))
                .isEqualTo("38Y" + NOW + "AOMAIN|AAP200|BKPAY-1|");
        assertThat(memory.owed("P200")).isEqualByComparingTo("7.50");
    }

    @Test
    void booksAPart() {
        assertThat(terminal.send("37" + NOW + "0700USDBV2.00|AOMAIN|AAP200|CGF2|BKPAY-2|"))
                .startsWith("38Y");
        assertThat(memory.fees.get("P200/F2").outstanding()).isEqualByComparingTo("3.00");
    }

    @Test
    void booksTheOldestFirst() {
        terminal.send("37" + NOW + "0102USDBV6.00|AOMAIN|AAP200|");
        assertThat(memory.fees.get("P200/F1").outstanding()).isZero();
        assertThat(memory.fees.get("P200/F2").outstanding()).isEqualByComparingTo("4.00");
    }

    @Test
    void booksFeesOfOneKind() {
        terminal.send("37" + NOW + "0902USDBV1.00|AOMAIN|AAP200|");
        assertThat(memory.fees.get("P200/F3").outstanding()).isEqualByComparingTo("1.50");
    }

    @Test
    void booksTheSamePaymentOnce() {
        String pay = "37" + NOW + "0402USDBV5.00|AOMAIN|AAP200|BKPAY-1|";
        assertThat(terminal.send(pay)).startsWith("38Y");
        assertThat(terminal.send(pay)).startsWith("38Y");
        assertThat(memory.owed("P200")).isEqualByComparingTo("7.50");
    }

    @Test
    void countsCents() {
        for (int i = 0; i < 10; i++) {
            assertThat(terminal.send("37" + NOW + "0402USDBV0.10|AOMAIN|AAP200|CGF1|"))
                    .startsWith("38Y");
        }
        assertThat(memory.fees.get("P200/F1").outstanding()).isEqualByComparingTo("4.00");
    }

    @Test
    @DisplayName("R-042 refuses an unknown patron")
    void refusesUnknownPatron() {
        assertThat(terminal.send("37" + NOW + "0402USDBV5.00|AOMAIN|AAP999|BKPAY-1|"))
                .isEqualTo("38N" + NOW + "AOMAIN|AAP999|BKPAY-1|AFInvalid patron barcode.|");
        assertThat(terminal.send("37" + NOW + "0402USDBV5.00|AOMAIN|"))
                .isEqualTo("38N" + NOW + "AOMAIN|AA|AFInvalid patron barcode.|");
    }

    @Test
    void refusesFeesOfOthersAndTooMuch() {
        assertThat(terminal.send("37" + NOW + "0402USDBV5.00|AOMAIN|AAP110|CGF1|"))
                .endsWith("|AFNo such fee.|");
        assertThat(terminal.send("37" + NOW + "0402USDBV5.00|AOMAIN|AAP200|CG" + "F".repeat(300) + "|"))
                .endsWith("|AFNo such fee.|");
        assertThat(terminal.send("37" + NOW + "0102USDBV99.00|AOMAIN|AAP200|"))
                .endsWith("|AFThe amount is more than what is owed.|");
        assertThat(memory.owed("P200")).isEqualByComparingTo("12.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9",
                "NaN",
                "-5.00",
                "+5.00",
                "0",
                "0.00",
                "5.001",
                "5,00",
                "$5.00",
                "5.",
                ".50",
                "",
                " ",
                "  5.00",
                "5.00 USD",
                "٥",
                "0x5",
                "123456789012345678901234567890123456789012345678901234567890"
            })
    @DisplayName("R-054 refuses what is no amount")
    void refusesWhatIsNoAmount(String amount) {
        assertThat(terminal.send("37" + NOW + "0402USDBV" + amount + "|AOMAIN|AAP200|CGF1|"))
                .startsWith("38N")
                .endsWith("|AFInvalid amount|");
        assertThat(memory.owed("P200")).isEqualByComparingTo("12.50");
    }

    @Test
    void readsPlainAmounts() {
        assertThat(terminal.send("37" + NOW + "0402USDBV 1|AOMAIN|AAP200|CGF1|"))
                .startsWith("38Y");
        assertThat(terminal.send("37" + NOW + "0402USDBV1.5|AOMAIN|AAP200|CGF1|"))
                .startsWith("38Y");
        assertThat(memory.fees.get("P200/F1").outstanding()).isEqualByComparingTo("2.50");
    }

    @Test
    void knowsTheSmallestPartOfACurrency() {
        terminal.currency("JPY");
        assertThat(terminal.send("37" + NOW + "0402JPYBV1.50|AOMAIN|AAP200|CGF1|"))
                .startsWith("38N");
        assertThat(terminal.send("37" + NOW + "0402JPYBV1|AOMAIN|AAP200|CGF1|")).startsWith("38Y");
    }

    @Test
    @DisplayName("R-037 refuses a wrong currency")
    void refusesWrongCurrency() {
        for (String currency : new String[] {"EUR", "usd", "ZZZ", "   "}) {
            assertThat(terminal.send("37" + NOW + "0402" + currency + "BV5.00|AOMAIN|AAP200|CGF1|"))
                    .startsWith("38N")
                    .endsWith("|AFThis currency is not accepted.|");
        }
    }

    @Test
    @DisplayName("R-037 refuses kinds that are none")
    void refusesKindsThatAreNone() {
        for (String kinds : new String[] {"0002", "AA02", "  02", "0-02", "04--", "04  ", "040x"}) {
            assertThat(terminal.send("37" + NOW + kinds + "USDBV5.00|AOMAIN|AAP200|CGF1|"))
                    .as(kinds)
                    .startsWith("38N");
        }
        assertThat(terminal.send("37" + NOW + "4206USDBV5.00|AOMAIN|AAP200|CGF1|"))
                .startsWith("38Y");
    }

    @Test
    void asksForAPinOnlyWhereTheAccountSaysSo() {
        assertThat(terminal.send("37" + NOW + "0402USDBV1.00|AOMAIN|AAP200|AD0000|CGF1|"))
                .startsWith("38Y");
        terminal.pinRequired();
        assertThat(terminal.send("37" + NOW + "0402USDBV1.00|AOMAIN|AAP200|AD0000|CGF1|"))
                .startsWith("38N");
        assertThat(terminal.send("37" + NOW + "0402USDBV1.00|AOMAIN|AAP200|CGF1|"))
                .startsWith("38N");
        assertThat(terminal.send("37" + NOW + "0402USDBV1.00|AOMAIN|AAP200|AD2222|CGF1|"))
                .startsWith("38Y");
    }
}
