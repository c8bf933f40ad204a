// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Language;
import acs.api.Rights.PersonalData;
import acs.api.circulation.Block;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Patron;
import acs.core.handler.Memory.Card;
import acs.sip2.Field;
import acs.sip2.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatronStatusTest {
    private static final String NOW = "20260115    093000";
    private static final String START = "23001" + NOW + "AOMAIN|";
    private static final String CLEAR = "              ";
    private static final String DENIED = "YYYY          ";

    private final MemoryLibrary library = Fixtures.library();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void describesAPatronInGoodStanding() {
        assertThat(terminal.send(START + "AAP110|AC|AD1234|"))
                .isEqualTo("24" + CLEAR + "001" + NOW + "AEGrace Hopper|AAP110|BLY|CQY|BHUSD|BV0.00|AOMAIN|");
    }

    @Test
    void refusesUnknownPatron() {
        assertThat(terminal.send(START + "AAP999|AC|AD1234|"))
                .isEqualTo("24" + DENIED + "001" + NOW + "AE|AAP999|BLN|AFInvalid cardnumber|AOMAIN|");
    }

    @Test
    void neverFindsAPinRightThatWasNotSent() {
        assertThat(terminal.send(START + "AAP110|AC|AD|")).contains("|CQN|");
        assertThat(terminal.send(START + "AAP110|AC|")).contains("|CQN|");
        assertThat(terminal.setting("allow_empty_passwords", "1").send(START + "AAP110|AC|AD|"))
                .contains("|CQN|");
    }

    @Test
    void tellsAWrongPin() {
        assertThat(terminal.send(START + "AAP110|AC|AD0000|")).contains("|CQN|", "|AF -- Invalid password|");
    }

    @Test
    void doesNotCallAPinWrongThatNobodyCouldCheck() {
        terminal.pins((context, patron, sent) -> Pin.UNAVAILABLE);
        assertThat(terminal.send(START + "AAP110|AC|AD1234|"))
                .doesNotContain("|CQ", "Invalid")
                .contains("|AF -- Password could not be checked|");
    }

    @Test
    void tellsWhatIsOwed() {
        assertThat(terminal.send(START + "AAP200|AC|AD2222|"))
                .isEqualTo("24YYYY      Y   001" + NOW + "AEKatherine Johnson|AAP200|BLY|CQY|BHUSD|BV12.50|"
                        + "AF -- Patron blocked by fines -- Patron owes 12.50|AOMAIN|");
    }

    @Test
    void tellsALostCard() {
        assertThat(terminal.send(START + "AAP400|AC|AD4444|"))
                .startsWith("24YYYYY         001")
                .contains("|BLY|", "|AF -- Borrower's card reported lost.|");
    }

    @Test
    void explainsExpiryForWhichThereIsNoFlag() {
        assertThat(terminal.send(START + "AAP500|AC|AD5555|"))
                .startsWith("24" + DENIED)
                .contains("|AFYour account has expired as of 12/31/2025|");
    }

    @Test
    void warnsOfExpiryInTime() {
        Patron soon = Patron.of("P510")
                .named("So", "On")
                .expires(Fixtures.NOW.toLocalDate().plusDays(7))
                .build();
        library.memory().cards.put("P510", new Card(soon, "1"));
        assertThat(terminal.send(START + "AAP510|AC|AD|")).contains("|AFYour card will expire on 01/22/2026|");
        assertThat(terminal.preference("NotifyBorrowerDeparture", "5").send(START + "AAP510|AC|AD|"))
                .doesNotContain("|AF");
    }

    @Test
    void tellsOverdueRecalls() {
        library.memory().loans.get("L004").recallDue = Optional.of(Fixtures.NOW.minusDays(1));
        assertThat(terminal.send(START + "AAP300|AC|AD3333|")).startsWith("24            Y 001");
    }

    @Test
    void tellsOfOverduesWhenThereAreTooManyUnlessTheLoginSaysOtherwise() {
        library.memory()
                .cards
                .put(
                        "P530",
                        new Card(
                                Patron.of("P530")
                                        .blocked(Block.Reason.TOO_MANY_OVERDUES, "")
                                        .build(),
                                "1"));
        library.memory()
                .cards
                .put(
                        "P540",
                        new Card(
                                Patron.of("P540")
                                        .blocked(Block.Reason.OVERDUES, "")
                                        .build(),
                                "1"));
        assertThat(overdueFlag("P530")).isEqualTo('Y');
        assertThat(overdueFlag("P540")).isEqualTo(' ');

        terminal.setting("overdues_block_checkout", "0");
        assertThat(overdueFlag("P530")).isEqualTo(' ');

        terminal.setting("overdues_block_checkout", "1");
        assertThat(overdueFlag("P530")).isEqualTo('Y');
        assertThat(overdueFlag("P540")).isEqualTo('Y');
    }

    private char overdueFlag(String patron) {
        return terminal.send(START + "AA" + patron + "|AC|").charAt("24".length() + 6);
    }

    @Test
    void greetsWithWhatStaffWroteUnlessThePinIsWrong() {
        Patron noted = Patron.of("P520")
                .named("No", "Ted")
                .note("Come to the desk.")
                .blocked(Block.Reason.RESTRICTED, "Broke the printer")
                .build();
        library.memory().cards.put("P520", new Card(noted, "1"));
        terminal.institution("MAIN", "Hello. ", Fixtures.NOW);
        assertThat(terminal.send(START + "AAP520|AC|AD1|"))
                .contains("|AFHello. Come to the desk. -- Broke the printer|");
        assertThat(terminal.send(START + "AAP520|AC|AD2|"))
                .contains("|AFHello.  -- Patron debarred -- Invalid password|");
    }

    @Test
    void sendsTheLanguageBackThatWasAskedFor() {
        assertThat(terminal.send("23002" + NOW + "AOMAIN|AAP110|AC|AD1234|")).startsWith("24" + CLEAR + "002" + NOW);
        assertThat(terminal.send("23   " + NOW + "AOMAIN|AAP110|AC|AD1234|")).startsWith("24" + CLEAR + "000" + NOW);
        assertThat(terminal.send("23x9z" + NOW + "AOMAIN|AAP999|AC|AD1234|")).startsWith("24" + DENIED + "000" + NOW);
    }

    @Test
    void hidesNamesWhereTheAccountMustNotSeeThem() {
        terminal.personalData(PersonalData.AFTER_PIN);
        assertThat(terminal.send(START + "AAP110|AC|AD0000|")).contains("AE|AAP110|");
        assertThat(terminal.send(START + "AAP110|AC|AD1234|")).contains("AEGrace Hopper|");
        assertThat(terminal.personalData(PersonalData.NEVER).send(START + "AAP110|AC|AD1234|"))
                .contains("AE|AAP110|");
    }

    @Test
    void writesNamesAsTheLoginWants() {
        terminal.setting(
                "ae_field_template", "[% patron.surname %][% IF patron.firstname %], [% patron.firstname %][% END %]");
        assertThat(terminal.send(START + "AAP110|AC|AD1234|")).contains("AEHopper, Grace|");
    }

    @Test
    void addsWhatTheLoginWants() {
        terminal.setting("send_patron_home_library_in_af", "1")
                .setting("custom_patron_field.1.field", "PZ")
                .setting("custom_patron_field.1.template", "[% patron.email %]")
                .setting("patron_attribute.1.field", "PC")
                .setting("patron_attribute.1.code", "categorycode");
        assertThat(terminal.send(START + "AAP110|AC|AD1234|"))
                .endsWith("|BV0.00|AFMAIN|PZgrace@example.org|PCADULT|AOMAIN|");
    }

    @Test
    void sendsBackTheInstitutionThatWasSent() {
        assertThat(terminal.send("23001" + NOW + "AOBR2|AAP110|AC|AD1234|")).endsWith("|AOBR2|");
        assertThat(terminal.send("23001" + NOW + "AO|AAP110|AC|AD1234|")).endsWith("|AOMAIN|");
    }

    @Test
    void speaksTheLanguageOfRequestPatronTerminalAndLibraryInThisOrder() {
        Patron german = Patron.of("P530")
                .named("Lise", "Meitner")
                .language(Language.GERMAN)
                .build();
        library.memory().cards.put("P530", new Card(german, "1"));
        String ask = "23000" + NOW + "AOMAIN|AAP530|AC|AD|";
        assertThat(spokenTo(ask.replace("23000", "23002"))).isEqualTo(Language.FRENCH);
        assertThat(spokenTo(ask)).isEqualTo(Language.GERMAN);
        assertThat(spokenTo(ask.replace("P530", "P110"))).isEqualTo(Language.ENGLISH);
        terminal.spoken(Language.SPANISH);
        assertThat(spokenTo(ask)).isEqualTo(Language.GERMAN);
        assertThat(spokenTo(ask.replace("P530", "P110"))).isEqualTo(Language.SPANISH);
    }

    private Language spokenTo(String line) {
        try {
            Message request = Terminal.read(line);
            Visit visit = terminal.visit(request);
            visit.findPatron(request.get(Field.AA));
            return visit.context().language();
        } catch (CirculationException noAnswer) {
            throw new AssertionError(noAnswer);
        }
    }
}
