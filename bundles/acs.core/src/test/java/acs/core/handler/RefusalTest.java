// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import acs.api.Language;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Refusal;
import acs.core.text.Texts;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What terminals get when the library says nothing, and when what they ask is not for the library at all. */
class RefusalTest {
    private static final String NOW = "20260115    093000";
    private static final String NONE = "                  ";

    private final Terminal terminal = Terminal.at(Fixtures.library());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "23002{}AOMAIN|AAP110|; 24YYYY          002{}AE|AAP110|BLN|AF*|AOMAIN|",
                "63002{}          AOMAIN|AAP110|; 64YYYY          002{}000000000000000000000000AOMAIN|AAP110|AE|BLN|AF*|",
                "11YN{}{}AOMAIN|AAP110|ABI001|; 120NUN{}AOMAIN|AAP110|ABI001|AJ|AH|AF*|",
                "09N{}{}AOMAIN|ABI001|; 100NUY{}AOMAIN|ABI001|AQ|CV99|AF*|",
                "17{}AOMAIN|ABI001|; 18010001{}ABI001|AJ|AF*|",
                "19{}AOMAIN|ABI001|CHx|; 200{}ABI001|AJ|AF*|",
                "29NN{}{}AOMAIN|AAP110|ABI001|; 300NUN{}AAP110|ABI001|AJ|AH|AOMAIN|AF*|",
                "65{}AOMAIN|AAP110|; 66000000000{}AOMAIN|AF*|",
                "15+{}AOMAIN|AAP110|ABI001|; 160N{}AAP110|AOMAIN|AF*|",
                "37{}0100USDBV1.00|AOMAIN|AAP110|BK1|; 38N{}AOMAIN|AAP110|BK1|AF*|",
                "01N{}AOMAIN|ALx|AAP110|; 24YYYY          000{}AE|AAP110|BLN|AF*|AOMAIN|",
                "25{}AOMAIN|AAP110|; 26YYYY          000{}AAP110|AE|BLN|AF*|AOMAIN|",
                "35{}AOMAIN|AAP110|; 36N{}AOMAIN|AAP110|AF*|",
            })
    void hasAFormInEveryAnswer(String line, String form) {
        Message request = Terminal.read(line.replace("{}", NOW));
        Message answer = Handlers.standard()
                .of(request.type())
                .orElseThrow()
                .refuse(request, terminal.visit(request), Outcome.refused(Refusal.UNAVAILABLE));
        Language asked = line.matches("[26]3002.*") ? Language.FRENCH : Language.ENGLISH;
        assertThat(new String(Wire.standard().write(answer), StandardCharsets.UTF_8))
                .isEqualTo(form.replace("{}", NOW).replace("*", Texts.standard().of(asked, "refusal.UNAVAILABLE")));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void hasATextForEveryReason(Refusal reason) {
        assertThat(Texts.standard().has("refusal." + reason)).isTrue();
    }

    @Test
    void leavesNoAnswerToTheEngine() {
        Circulation broken = (context, id) -> {
            throw new CirculationException("the database is down");
        };
        assertThatExceptionOfType(CirculationException.class)
                .isThrownBy(() -> Terminal.at(broken).tryToSend("11YN" + NOW + NONE + "AOMAIN|AAP110|ABI001|AC|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0", "%", "*", "_", "' OR 1=1--", ")(uid=*", "P110AC", "p110"})
    @DisplayName("R-044 R-047 finds nobody by trickery")
    void findsNobodyByTrickery(String id) {
        assertThat(terminal.send("63001" + NOW + "          AOMAIN|AA" + id + "|AD1234|"))
                .startsWith("64YYYY          001")
                .contains("|AA" + id + "|AE|BLN|");
    }

    @Test
    @DisplayName("R-004 R-042 asks nobody for an id that is none")
    void asksNobodyForAnIdThatIsNone() {
        Circulation unasked = (context, id) -> {
            throw new AssertionError("asked for " + id);
        };
        Terminal bare = Terminal.at(unasked);
        assertThat(bare.send("23001" + NOW + "AOMAIN|AA   |AC|AD|")).contains("|BLN|");
        assertThat(bare.send("23001" + NOW + "AOMAIN|AC|AD|")).contains("|AA|BLN|");
        assertThat(bare.send("23001" + NOW + "AOMAIN|AA" + "x".repeat(256) + "|AC|AD|"))
                .contains("|AA" + "x".repeat(255) + "|BLN|");
    }

    @Test
    @DisplayName("R-045 takes the first of two ids")
    void takesTheFirstOfTwoIds() {
        assertThat(terminal.send("23001" + NOW + "AOMAIN|AAP110|AAP200|AC|AD1234|"))
                .contains("AEGrace Hopper|AAP110|");
    }

    @Test
    void leavesAReasonWithoutANameToTheLibrary() {
        Message request = Terminal.read("15+" + NOW + "AOMAIN|AAP110|ABI001|");
        Handler handler = Handlers.standard().of(request.type()).orElseThrow();
        Notes notes = Notes.screen(Note.text("Only on Mondays"));
        assertThat(handler.refuse(
                                request,
                                terminal.visit(request),
                                Outcome.refused(Refusal.OTHER).noting(notes))
                        .all(Field.AF))
                .containsExactly("Only on Mondays");
        assertThat(handler.refuse(
                                request,
                                terminal.visit(request),
                                Outcome.refused(Refusal.HOLD_NOT_ALLOWED).noting(notes))
                        .all(Field.AF))
                .containsExactly("Item cannot be put on hold", "Only on Mondays");
        assertThat(handler.refuse(request, terminal.visit(request), Outcome.refused(Refusal.OTHER))
                        .all(Field.AF))
                .containsExactly("Not possible. Please ask staff.");
    }
}
