// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Item;
import acs.api.circulation.Patron;
import acs.core.handler.Memory.Card;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenHold;
import acs.core.handler.Memory.OpenLoan;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Conversations as kiosks know them from Koha, byte for byte, but for two differences that we mean: amounts have their
 * decimals (BV0.00), and an unknown item is answered with a text and without a claim about its security.
 */
class KohaTranscriptTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 1, 10, 15, 0, 0, Fixtures.NEW_YORK);
    private static final String ACEVEDO = "23529001000463";
    private static final String PERL = "39999000001310";

    private final MemoryLibrary library = new MemoryLibrary();
    private final Memory memory = library.memory();
    private final Terminal terminal = Terminal.at(library).institution("CPL", "Greetings from Koha. ", NOW);

    @BeforeEach
    void fill() {
        Patron acevedo = Patron.of(ACEVEDO)
                .named("Henry", "Acevedo")
                .contact("", "henry@example.org", "")
                .born(LocalDate.of(1987, 1, 7))
                .category("PT")
                .library("CPL")
                .build();
        memory.cards.put(ACEVEDO, new Card(acevedo, "1234"));
        memory.cards.put(
                "23529000035676",
                new Card(
                        Patron.of("23529000035676")
                                .named("Edna", "Acosta")
                                .library("FPL")
                                .build(),
                        "1"));
        add(PERL, "Perl");
        add("39999000001327", "More Perl");
    }

    private void add(String id, String title) {
        memory.copies.put(
                id,
                new Copy(Item.of(id, title)
                        .owner("CPL")
                        .locations("CPL", "")
                        .callNumber("005.133")
                        .collection("REF")
                        .attribute("bin", "1")
                        .build()));
    }

    private void lend(String item) {
        memory.loans.put(item, new OpenLoan(item, ACEVEDO, NOW.minusDays(7), NOW.plusDays(14)));
    }

    @Test
    void unknownCard() {
        assertThat(terminal.send("2300120260301    101500AOCPL|AAnobody|ACterm1|AD|"))
                .isEqualTo("24YYYY          00120260301    101500AE|AAnobody|BLN|AFInvalid cardnumber|AOCPL|");
    }

    @Test
    void knownCardWithoutPin() {
        assertThat(terminal.send("2300120260301    101500AOCPL|AA23529001000463|ACterm1|"))
                .isEqualTo("24              00120260301    101500AEHenry Acevedo|AA23529001000463|BLY|CQN|BHUSD|"
                        + "BV0.00|AFGreetings from Koha. |AOCPL|");
    }

    @Test
    void loansOneToFive() {
        lend(PERL);
        lend("39999000001327");
        assertThat(terminal.send("6300120260301    101500  Y       AOCPL|AA23529001000463|ACterm1|AD1234|BP1|BQ5|"))
                .isEqualTo("64              00120260301    101500000000000002000000000000AOCPL|AA23529001000463|"
                        + "AEHenry Acevedo|BLY|CQY|BHUSD|BV0.00|AU39999000001310|AU39999000001327|"
                        + "BEhenry@example.org|PB19870107|PCPT|PIY|AFGreetings from Koha. |");
    }

    @Test
    void checkout() {
        assertThat(terminal.send("11YN20260301    10150020260322    235900AOCPL|AA23529001000463|"
                        + "AB39999000001310|ACterm1|BON|BIN|"))
                .isEqualTo("121NNY20260301    101500AOCPL|AA23529001000463|AB39999000001310|AJPerl|"
                        + "AH20260322    235900|CK001|");
    }

    @Test
    void checkoutOfAnExpiredPatron() {
        Patron expired = Patron.of(ACEVEDO)
                .named("Henry", "Acevedo")
                .expires(LocalDate.of(2026, 2, 28))
                .build();
        memory.cards.put(ACEVEDO, new Card(expired, "1234"));
        assertThat(terminal.send("11YN20260301    10150020260322    235900AOCPL|AA23529001000463|"
                        + "AB39999000001310|ACterm1|BON|BIN|"))
                .isEqualTo("120NUN20260301    101500AOCPL|AA23529001000463|AB39999000001310|AJPerl|AH|"
                        + "AFPatron expired on 02/28/2026|BLY|");
    }

    @Test
    void checkin() {
        lend(PERL);
        assertThat(terminal.send("09N20260301    10150020260301    101500APCPL|AOCPL|AB39999000001310|ACterm1|BIN|"))
                .isEqualTo("101YNN20260301    101500AOCPL|AB39999000001310|AQCPL|AJPerl|CL1|AA23529001000463|CK001|"
                        + "CS005.133|CRREF|");
    }

    @Test
    void checkinOfAHoldForAnotherLibrary() {
        lend(PERL);
        memory.holds.add(new OpenHold(PERL, "23529000035676", "FPL"));
        assertThat(terminal.send("09N20260301    10150020260301    101500APCPL|AOCPL|AB39999000001310|ACterm1|BIN|"))
                .isEqualTo("101YNY20260301    101500AOCPL|AB39999000001310|AQCPL|AJPerl|AA23529001000463|CK001|"
                        + "CS005.133|CY23529000035676|CTFPL|DAEdna Acosta|CRREF|CV02|");
    }

    @Test
    void checkinOfAnUnknownItem() {
        assertThat(terminal.send("09N20260301    10150020260301    101500APCPL|AOCPL|ABnope|ACterm1|BIN|"))
                .isEqualTo("100NUY20260301    101500AOCPL|ABnope|AQ|CV99|AFInvalid Item|");
    }

    @Test
    void unknownItem() {
        assertThat(terminal.send("1720260301    101500AOCPL|ABnope|ACterm1|"))
                .isEqualTo("1801000120260301    101500ABnope|AJ|AFInvalid Item|");
    }

    @Test
    void endOfSession() {
        assertThat(terminal.send("3520260301    101500AOCPL|AA23529001000463|ACterm1|"))
                .isEqualTo("36Y20260301    101500AOCPL|AA23529001000463|AFThank you!|");
    }

    @Test
    void paymentForNobody() {
        assertThat(terminal.send("3720260301    1015000100USDBV1.00|AOCPL|AAnobody|ACterm1|"))
                .isEqualTo("38N20260301    101500AOCPL|AAnobody|AFInvalid patron barcode.|");
    }
}
