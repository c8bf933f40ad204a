// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Circulation;
import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import org.junit.jupiter.api.Test;

class StatusUpdateTest {
    private static final String NOW = "20260115    093000";
    private static final String BLOCK = "01N" + NOW + "AOMAIN|ALleft card|AAP110|AC|";
    private static final String ENABLE = "25" + NOW + "AOMAIN|AAP110|";
    private static final String CLEAR = "              ";
    private static final String DENIED = "YYYY          ";

    private final MemoryLibrary library = Fixtures.library();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void blocks() {
        assertThat(terminal.send(BLOCK))
                .isEqualTo("24" + DENIED + "000" + NOW + "AEGrace Hopper|AAP110|BLY|BHUSD|BV0.00|"
                        + "AFCard blocked, please see staff|AOMAIN|");
        assertThat(library.memory().card("P110").orElseThrow().blockedBecause).isEqualTo("left card @SC1");
        assertThat(terminal.send("11YN" + NOW + "                  AOMAIN|AAP110|ABI001|AC|AD1234|"))
                .startsWith("120");
        assertThat(terminal.send("23001" + NOW + "AOMAIN|AAP110|AC|AD1234|"))
                .contains("|AF -- Card blocked, please see staff|");
    }

    @Test
    void blocksNobodyUnknown() {
        assertThat(terminal.send("01N" + NOW + "AOMAIN|ALx|AAP999|AC|"))
                .isEqualTo("24" + DENIED + "000" + NOW + "AE|AAP999|BLN|AFInvalid cardnumber|AOMAIN|");
    }

    @Test
    void tellsHowThingsStandWhereItMustNotBlock() {
        assertThat(terminal.policy(true, false, false).send(BLOCK))
                .isEqualTo("24" + CLEAR + "000" + NOW + "AEGrace Hopper|AAP110|BLY|BHUSD|BV0.00|"
                        + "AFThis is not permitted at this terminal.|AOMAIN|");
        Circulation plain = (context, id) -> library.findPatron(context, id);
        assertThat(Terminal.at(plain).send(BLOCK))
                .startsWith("24" + CLEAR)
                .contains("|AFThis is not available at this library.|");
        assertThat(library.memory().card("P110").orElseThrow().blockedBecause).isEmpty();
    }

    @Test
    void tellsNothingWhereTheTerminalCouldNotAskEither() {
        assertThat(terminal.messages("09", "17").send(BLOCK))
                .isEqualTo("24" + DENIED + "000" + NOW
                        + "AE|AAP110|BLN|AFThis is not permitted at this terminal.|AOMAIN|");
        assertThat(terminal.send(ENABLE)).startsWith("26" + DENIED).contains("|BLN|");
    }

    @Test
    void enables() {
        terminal.send(BLOCK);
        assertThat(terminal.send(ENABLE)).isEqualTo("26" + CLEAR + "000" + NOW + "AAP110|AEGrace Hopper|BLY|AOMAIN|");
    }

    @Test
    void liftsOnlyWhatTerminalsBlocked() {
        assertThat(terminal.send("25" + NOW + "AOMAIN|AAP200|")).startsWith("26YYYY      Y   000");
    }

    @Test
    void enablesNobodyWithAWrongPin() {
        terminal.send(BLOCK);
        assertThat(terminal.send(ENABLE + "AD0000|"))
                .isEqualTo("26" + DENIED + "000" + NOW + "AAP110|AEGrace Hopper|CQN|BLY|AFInvalid password|AOMAIN|");
        assertThat(terminal.send(ENABLE + "AD1234|")).startsWith("26" + CLEAR).contains("|CQY|");
    }

    @Test
    void enablesNobodyUnknown() {
        assertThat(terminal.send("25" + NOW + "AOMAIN|AAP999|"))
                .isEqualTo("26" + DENIED + "000" + NOW + "AAP999|AE|BLN|AFInvalid cardnumber|AOMAIN|");
    }

    @Test
    void enablesOnlyWhereThatIsPermitted() {
        terminal.send(BLOCK);
        assertThat(terminal.messages("01", "23").send(ENABLE))
                .startsWith("26" + DENIED)
                .contains("|BLY|");
        assertThat(library.memory().card("P110").orElseThrow().blockedBecause).isNotEmpty();
    }

    @Test
    void saysGoodbye() {
        assertThat(terminal.send("35" + NOW + "AOMAIN|AAP110|")).isEqualTo("36Y" + NOW + "AOMAIN|AAP110|AFThank you!|");
        assertThat(terminal.send("35" + NOW + "AOMAIN|AAP999|")).isEqualTo("36Y" + NOW + "AOMAIN|AAP999|AFThank you!|");
        Circulation plain = (context, id) -> library.findPatron(context, id);
        assertThat(Terminal.at(plain).send("35" + NOW + "AOMAIN|AAP110|")).startsWith("36Y");
    }

    @Test
    void printsWhatTheLibrarySaysAtTheEnd() {
        library.goodbye = Notes.print(Note.text("Come back soon, the reading room is open until eight"));
        assertThat(terminal.printer(20).send("35" + NOW + "AOMAIN|AAP110|"))
                .endsWith("|AFThank you!|AGCome back soon, the|AGreading room is open|AGuntil eight|");
        assertThat(terminal.printer(0).send("35" + NOW + "AOMAIN|AAP110|"))
                .endsWith("|AGCome back soon, the reading room is open until eight|");
    }
}
