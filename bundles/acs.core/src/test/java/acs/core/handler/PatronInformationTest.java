// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Rights.PersonalData;
import acs.api.circulation.Circulation;
import acs.api.circulation.Item;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenLoan;
import acs.sip2.Field;
import acs.sip2.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatronInformationTest {
    private static final String NOW = "20260115    093000";
    private static final String START = "63001" + NOW;
    private static final String P300 = "AOMAIN|AAP300|AD3333|";
    private static final String COUNTS = "000200030012000000010002";

    private final MemoryLibrary library = Fixtures.library();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void describesAPatron() {
        assertThat(terminal.send(START + "          AOMAIN|AAP110|AD1234|"))
                .isEqualTo("64              001" + NOW + "000000000000000000000000AOMAIN|AAP110|AEGrace Hopper|"
                        + "BZ0020|CA0005|CB0020|BLY|CQY|BHUSD|BV0.00|CC10.00|"
                        + "BD1 Navy Yard|BEgrace@example.org|BF555-0110|PB19061209|PCADULT|PIY|");
    }

    @Test
    void refusesUnknownPatron() {
        assertThat(terminal.send(START + "  Y       AOMAIN|AAP999|AD1234|"))
                .isEqualTo("64YYYY          001" + NOW
                        + "000000000000000000000000AOMAIN|AAP999|AE|BLN|AFInvalid cardnumber|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "          ",
                "Y         ",
                " Y        ",
                "  Y       ",
                "   Y      ",
                "    Y     ",
                "     Y    ",
                "      YYYY"
            })
    void countsTheSameWhateverIsListed(String summary) {
        assertThat(terminal.send(START + summary + P300)).startsWith("64              001" + NOW + COUNTS);
    }

    @Test
    void listsWhatIsAskedFor() {
        assertThat(list("Y         ", "")).containsExactly("ASI005", "ASI025");
        assertThat(list(" Y        ", "")).containsExactly("ATL001", "ATL002", "ATL003");
        assertThat(list("  Y       ", "")).hasSize(12).startsWith("AUL001").endsWith("AUL012");
        assertThat(list("    Y     ", "")).containsExactly("BUL004");
        assertThat(list("     Y    ", "")).containsExactly("CDI011", "CDI012");
        assertThat(list("          ", "")).isEmpty();
        assertThat(list("      YYYY", "")).isEmpty();
        assertThat(list("NNYNNNNNNN", "")).hasSize(12);
        assertThat(list("YYYYYYYYYY", "")).containsExactly("ASI005", "ASI025");
    }

    @Test
    void listsFeesByIdFirst() {
        assertThat(entries(terminal.send(START + "   Y      AOMAIN|AAP200|AD2222|")))
                .containsExactly("AVF1 Overdue 5.00", "AVF2 Replacement 5.00", "AVF3 Hold fee 2.50");
        terminal.setting(
                "av_field_template",
                "[% accountline.description %] [% accountline.amountoutstanding | format('%.2f') %]");
        assertThat(entries(terminal.send(START + "   Y      AOMAIN|AAP200|AD2222|BP3|")))
                .containsExactly("AVHold fee 2.50");
    }

    @Test
    void listsTheWindowThatIsAskedFor() {
        assertThat(list("  Y       ", "BP1|BQ1|")).containsExactly("AUL001");
        assertThat(list("  Y       ", "BP10|")).containsExactly("AUL010", "AUL011", "AUL012");
        assertThat(list("  Y       ", "BQ3|")).containsExactly("AUL001", "AUL002", "AUL003");
        assertThat(list("  Y       ", "BP00012|BQ99999999999|")).containsExactly("AUL012");
        assertThat(list("  Y       ", "BP13|BQ20|")).isEmpty();
        assertThat(list("  Y       ", "BP99999999999|")).isEmpty();
        assertThat(list("  Y       ", "BP5|BQ4|")).isEmpty();
        assertThat(list("  Y       ", "BP0|BQ1|")).containsExactly("AUL001");
        assertThat(list("  Y       ", "BPx|BQ-1|")).hasSize(12);
    }

    @Test
    void pagesMakeTheWholeList() {
        List<String> pages = new ArrayList<>(list("  Y       ", "BP1|BQ4|"));
        pages.addAll(list("  Y       ", "BP5|BQ8|"));
        pages.addAll(list("  Y       ", "BP9|BQ12|"));
        assertThat(pages).isEqualTo(list("  Y       ", ""));
    }

    @Test
    void putsTheListBetweenLimitsAndAddress() {
        assertThat(terminal.send(START + "  Y       AOMAIN|AAP300|AD3333|BP1|BQ3|"))
                .isEqualTo("64              001" + NOW + COUNTS + "AOMAIN|AAP300|AEAlan Turing|BZ0020|CA0005|CB0020|"
                        + "BLY|CQY|BHUSD|BV0.00|CC10.00|AUL001|AUL002|AUL003|PIY|");
    }

    @Test
    void hidesPersonalDataAfterAWrongPin() {
        assertThat(terminal.send(START + "  Y       AOMAIN|AAP110|AD0000|"))
                .isEqualTo("64              001" + NOW + "000000000000000000000000AOMAIN|AAP110|AEGrace Hopper|"
                        + "BZ0020|CA0005|CB0020|BLY|CQN|BHUSD|BV0.00|CC10.00|AF -- Invalid password|");
        assertThat(entries(terminal.send(START + "  Y       AOMAIN|AAP300|AD0000|")))
                .isEmpty();
    }

    @Test
    void hidesPersonalDataWhenNobodyCanTellThePin() {
        terminal.pins((context, patron, sent) -> Pin.UNAVAILABLE);
        assertThat(terminal.send(START + "  Y       " + P300)).doesNotContain("|CQ", "|AU", "|PI");
    }

    @Test
    void showsPersonalDataAsTheAccountMaySeeIt() {
        terminal.personalData(PersonalData.AFTER_PIN);
        assertThat(terminal.send(START + "  Y       AOMAIN|AAP300|"))
                .contains("|AE|")
                .doesNotContain("|AU", "|PI");
        assertThat(terminal.send(START + "  Y       " + P300)).contains("|AEAlan Turing|", "|AUL001|", "|PIY|");
        terminal.personalData(PersonalData.NEVER);
        assertThat(terminal.send(START + "  Y       " + P300)).contains("|AE|").doesNotContain("|AU", "|PI");
    }

    @Test
    void saysNothingOfAPinThatWasNotSent() {
        assertThat(terminal.send(START + "          AOMAIN|AAP300|")).doesNotContain("|CQ");
        assertThat(terminal.send(START + "          AOMAIN|AAP300|AD|")).contains("|CQN|");
        assertThat(terminal.setting("allow_empty_passwords", "1").send(START + "          AOMAIN|AAP300|AD|"))
                .contains("|CQY|");
        assertThat(terminal.send(START + "          AOMAIN|AAP300|AD1|")).contains("|CQN|");
    }

    @Test
    void deniesInternetToWhoIsBlocked() {
        assertThat(terminal.send(START + "          AOMAIN|AAP200|AD2222|"))
                .contains("|PIN|", "|BV12.50|", "|CC10.00|");
        assertThat(terminal.send(START + "          AOMAIN|AAP500|AD5555|")).contains("|PIN|");
    }

    @Test
    void leavesCountsBlankThatTheLibraryCannotTell() {
        Circulation plain = (context, id) -> library.findPatron(context, id);
        assertThat(Terminal.at(plain).send(START + "  Y       AOMAIN|AAP300|"))
                .startsWith("64              001" + NOW + " ".repeat(24) + "AOMAIN|AAP300|")
                .doesNotContain("|AU");
    }

    @Test
    void keepsWithinTheSizeOfAMessage() {
        for (int i = 0; i < 3000; i++) {
            String id = String.format(Locale.ROOT, "%040d", i);
            library.memory().copies.put(id, new Copy(Item.of(id, "Title").build()));
            library.memory().loans.put(id, new OpenLoan(id, "P110", Fixtures.NOW, Fixtures.NOW.plusDays(1)));
        }
        String answer = terminal.send(START + "  Y       AOMAIN|AAP110|AD1234|");
        assertThat(answer.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(8192 - 11);
        assertThat(answer)
                .startsWith("64Y    Y        001" + NOW + "000000003000")
                .contains("|BEgrace@example.org|");
        assertThat(entries(answer)).hasSizeGreaterThan(100);
        int sent = entries(answer).size();
        assertThat(entries(terminal.send(START + "  Y       AOMAIN|AAP110|AD1234|BP" + (sent + 1) + "|")))
                .startsWith("AU" + String.format(Locale.ROOT, "%040d", sent));
    }

    @Test
    void changesNothing() {
        String before = terminal.send(START + "  Y       " + P300);
        for (int i = 0; i < 10; i++) {
            assertThat(terminal.send(START + "  Y       " + P300)).isEqualTo(before);
        }
    }

    private List<String> list(String summary, String window) {
        return entries(terminal.send(START + summary + P300 + window));
    }

    private static List<String> entries(String answer) {
        Message message = Terminal.read(answer);
        List<String> entries = new ArrayList<>();
        for (Field field : List.of(Field.AS, Field.AT, Field.AU, Field.AV, Field.BU, Field.CD)) {
            message.all(field).forEach(value -> entries.add(field.code() + value));
        }
        return entries;
    }
}
