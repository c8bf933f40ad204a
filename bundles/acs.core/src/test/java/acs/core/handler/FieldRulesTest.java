// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private final Terminal terminal = Terminal.at(Fixtures.library());

    @Test
    void changesNothingByDefault() {
        Message answer = answer("Hello");
        assertThat(FieldRules.of(terminal.account()).apply(answer)).isEqualTo(answer);
    }

    @Test
    void rewritesScreenMessagesInOrder() {
        terminal.setting("screen_msg_regex.1.find", "^Greetings from Koha\\. ")
                .setting("screen_msg_regex.1.replace", "")
                .setting("screen_msg_regex.2.find", "o")
                .setting("screen_msg_regex.2.replace", "$1\\");
        assertThat(lines("Greetings from Koha. Hello you")).containsExactly("Hell$1\\ y$1\\u");
        assertThat(lines("Greetings from Koha. ")).isEmpty();
    }

    @Test
    void rewritesBeforeItBreaksLines() {
        terminal.setting("screen_msg_regex.1.find", "x").setting("screen_msg_regex.1.replace", "");
        assertThat(lines("x".repeat(400) + "end")).containsExactly("end");
    }

    @Test
    void refusesAPatternThatIsNone() {
        terminal.setting("screen_msg_regex.1.find", "(");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldRules.of(terminal.account()))
                .withMessageContaining("screen_msg_regex find: (");
    }

    @Test
    void givesUpOnAPatternThatDoesNotEnd() {
        terminal.setting("screen_msg_regex.1.find", "(a+)+$").setting("screen_msg_regex.1.replace", "b");
        String text = "a".repeat(60) + "!";
        assertThat(lines(text)).containsExactly(text);
    }

    @Test
    void breaksLongLinesBetweenWords() {
        List<String> lines = lines("word ".repeat(120).strip());
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(255));
        assertThat(String.join(" ", lines)).isEqualTo("word ".repeat(120).strip());
        assertThat(lines("x".repeat(255))).containsExactly("x".repeat(255));
        assertThat(lines("é".repeat(200))).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(255));
    }

    @Test
    void neverMakesAMessageTooLong() {
        Message answer = FieldRules.of(terminal.account()).apply(answer("word ".repeat(10_000)));
        assertThat(Wire.standard().write(answer).length).isBetween(7500, 8192 - 11);
        assertThat(answer.get(Field.AA)).isEqualTo("P110");
    }

    @Test
    void replacesWhatDoesNotPrintWhereTheLoginWantsIt() {
        assertThat(lines("a\tb")).containsExactly("a\tb");
        assertThat(lines(terminal.setting("convert_nonprinting_characters", "$"), "a\tbé\u0007"))
                .containsExactly("a$bé$");
    }

    @Test
    void readsRulesThatAreNotCountedWithoutGaps() {
        terminal.setting("screen_msg_regex.2.find", "a")
                .setting("screen_msg_regex.2.replace", "b")
                .setting("screen_msg_regex.10.find", "b")
                .setting("screen_msg_regex.x.find", "(");
        assertThat(lines("abc")).containsExactly("c");
    }

    @Test
    void hidesFields() {
        terminal.setting("hide_fields", "AF, AE");
        assertThat(FieldRules.of(terminal.account()).apply(answer("Hello")).fields())
                .extracting(tagged -> tagged.field().code())
                .containsExactly("AO", "AA", "PB");
    }

    @Test
    void allowsFieldsAndWhatWasAddedByName() {
        terminal.setting("allow_fields", "AA,AO")
                .setting("patron_attribute.1.field", "PB")
                .setting("patron_attribute.1.code", "x");
        assertThat(FieldRules.of(terminal.account()).apply(answer("Hello")).fields())
                .extracting(tagged -> tagged.field().code())
                .containsExactly("AO", "AA", "PB");
    }

    private List<String> lines(Terminal set, String text) {
        return FieldRules.of(set.account()).apply(answer(text)).all(Field.AF);
    }

    private List<String> lines(String text) {
        return FieldRules.of(terminal.account()).apply(answer(text)).all(Field.AF);
    }

    private Message answer(String text) {
        return terminal.visit(Terminal.read("3520260115    093000AOMAIN|AAP110|"))
                .answer(MessageType.END_SESSION_RESPONSE)
                .with(Fixed.END_SESSION, true)
                .with(Field.AO, "MAIN")
                .with(Field.AA, "P110")
                .with(Field.AE, "Grace Hopper")
                .with(Field.PB, "19061209")
                .with(Field.AF, text)
                .build();
    }
}
