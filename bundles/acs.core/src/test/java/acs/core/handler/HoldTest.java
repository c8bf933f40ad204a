// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final String NOW = "20260115    093000";
    private static final String P110 = "AOMAIN|AAP110|AD1234|";

    private final MemoryLibrary library = Fixtures.library();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void places() {
        assertThat(terminal.send("15+" + NOW + "BSMAIN|BY2|" + P110 + "ABI002|"))
                .isEqualTo("161N" + NOW + "AAP110|BR1|BSMAIN|ABI002|AJUlysses|AOMAIN|");
        assertThat(terminal.send("15+" + NOW + "BY3|ABI001|" + P110)).startsWith("161Y");
        assertThat(terminal.send("15+" + NOW + P110 + "ABI011|")).contains("|BR2|");
    }

    @Test
    void placesByTitleUntilADay() {
        assertThat(terminal.send("15+" + NOW + "BW20260301    235900|" + P110 + "AJUlysses|"))
                .isEqualTo("161N" + NOW + "AAP110|BW20260301    235900|BR1|BSMAIN|ABI002|AJUlysses|AOMAIN|");
    }

    @Test
    void refusesTheSameTwice() {
        terminal.send("15+" + NOW + "BY2|ABI002|" + P110);
        assertThat(terminal.send("15+" + NOW + "BY2|ABI002|" + P110))
                .isEqualTo("160N" + NOW + "AAP110|AOMAIN|AFThis item is already on hold for you.|");
        assertThat(memory.holds.stream().filter(hold -> hold.item.equals("I002")))
                .hasSize(1);
    }

    @Test
    void cancels() {
        terminal.send("15+" + NOW + "BY2|ABI002|" + P110);
        assertThat(terminal.send("15-" + NOW + P110 + "ABI002|"))
                .isEqualTo("161N" + NOW + "AAP110|ABI002|AJUlysses|AOMAIN|AFHold Cancelled.|");
        assertThat(memory.hold("P110", "I002")).isEmpty();
        assertThat(terminal.send("15-" + NOW + P110 + "ABI002|"))
                .isEqualTo("160N" + NOW + "AAP110|AOMAIN|AFNo such outstanding hold.|");
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        terminal.send("15+" + NOW + "BW20260301    235900|BSMAIN|ABI002|" + P110);
        assertThat(terminal.send("15*" + NOW + "BSBR2|" + P110 + "ABI002|"))
                .isEqualTo("161N" + NOW + "AAP110|BW20260301    235900|BR1|BSBR2|ABI002|AJUlysses|AOMAIN|");
        terminal.send("15*" + NOW + "BW20260401    235900|" + P110 + "ABI002|");
        assertThat(memory.hold("P110", "I002").orElseThrow().pickup).isEqualTo("BR2");
        assertThat(memory.hold("P110", "I002").orElseThrow().expires)
                .contains(ZonedDateTime.of(2026, 4, 1, 23, 59, 0, 0, Fixtures.NEW_YORK));
        assertThat(terminal.send("15*" + NOW + "BSBR2|" + P110 + "ABI001|")).startsWith("160N");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThat(terminal.send("15+" + NOW + "BY2|" + P110))
                .isEqualTo("160N" + NOW + "AAP110|AOMAIN|AFNo such item.|");
        assertThat(terminal.send("15+" + NOW + P110 + "ABI999|")).startsWith("160N");
        assertThat(terminal.send("15+" + NOW + P110 + "AB" + "x".repeat(300) + "|AJUlysses|"))
                .startsWith("160N");
    }

    @Test
    void refusesAnUnknownMode() {
        assertThat(terminal.send("15?" + NOW + P110 + "ABI002|"))
                .startsWith("160N")
                .contains("|AFThe request is");
    }

    @Test
    void refusesBadDatesAndPlaces() {
        assertThat(terminal.send("15+" + NOW + "BW20251231    235900|" + P110 + "ABI002|"))
                .startsWith("160N")
                .endsWith("|AFInvalid date|");
        assertThat(terminal.send("15+" + NOW + "BW20260231    235900|" + P110 + "ABI002|"))
                .startsWith("160N");
        assertThat(terminal.send("15+" + NOW + "BWtomorrow|" + P110 + "ABI002|"))
                .startsWith("160N");
        assertThat(terminal.send("15+" + NOW + "BSXX|" + P110 + "ABI002|")).endsWith("|AFInvalid pickup location|");
        assertThat(memory.hold("P110", "I002")).isEmpty();
        assertThat(terminal.send("15+" + NOW + "BW20260115    000000|" + P110 + "ABI002|"))
                .startsWith("161");
        assertThat(terminal.send("15+" + NOW + "BW                  |" + P110 + "ABI001|"))
                .startsWith("161");
        assertThat(terminal.send("15-" + NOW + "BW20251231    235900|" + P110 + "ABI001|"))
                .startsWith("161");
    }

    @Test
    void asksWhetherAFeeIsAccepted() {
        memory.holdFee = new BigDecimal("0.5");
        assertThat(terminal.send("15+" + NOW + "BY2|ABI002|BON|" + P110))
                .isEqualTo("160N" + NOW + "AAP110|AOMAIN|AFThere is a charge of 0.50. Please confirm it.|");
        assertThat(terminal.send("15+" + NOW + "BY2|ABI002|BOY|" + P110)).startsWith("161N");
    }

    @Test
    void refusesWhoMayNot() {
        assertThat(terminal.send("15+" + NOW + "AOMAIN|AAP999|ABI002|"))
                .isEqualTo("160N" + NOW + "AAP999|AOMAIN|AFInvalid patron barcode.|");
        assertThat(terminal.send("15+" + NOW + "AOMAIN|AAP110|AD0000|ABI002|")).startsWith("160N");
        assertThat(terminal.send("15+" + NOW + "AOMAIN|AAP200|AD2222|ABI002|"))
                .endsWith("|AFExcessive fees blocking placement of hold.|");
        assertThat(terminal.pinRequired().send("15+" + NOW + "AOMAIN|AAP110|ABI002|"))
                .startsWith("160N");
    }
}
