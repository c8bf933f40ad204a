// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void cannotBeBuiltWithAPositionalFieldMissing() {
        Message.Builder builder = Message.of(MessageType.CHECKOUT_RESPONSE)
                .ok(true)
                .with(Fixed.RENEWAL_OK, false)
                .with(Fixed.MAGNETIC_MEDIA, Ternary.UNKNOWN)
                .with(Fixed.TRANSACTION_DATE, SipDate.none());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CHECKOUT_RESPONSE: positional field desensitize is missing");
    }

    @Test
    void positionalFieldOfAnotherMessageIsAWrongCall() {
        assertThatThrownBy(() -> Message.of(MessageType.LOGIN).with(Fixed.OK, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fixed: ok (expected: one of [UID algorithm, PWD algorithm] of LOGIN)");
        assertThatThrownBy(() -> message("941").get(Fixed.LANGUAGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAndPersonalDataAreMasked() {
        String text = message("6300120260115    093000          AOMAIN|AAP110|ACterm|AD1234|COpw|CNsc|AEGrace|BDStreet|"
                        + "BEa@b|BF555|PB19061209|DAHopper|CYP1|AFHello|AD|")
                .toString();

        assertThat(text)
                .isEqualTo("6300120260115    093000          AOMAIN|AAP110|AC***|AD***|CO***|CNsc|AE***|BD***|BE***"
                        + "|BF***|PB***|DA***|CY***|AFHello|AD|");
        assertThat(new Tagged(Field.AD, "1234")).hasToString("AD***");
        assertThat(message("941AD1234|").fields().toString()).doesNotContain("1234");
    }

    @Test
    void personalDataIsShownToThoseWhoMaySeeIt() {
        assertThat(message("2300120260115    093000AOMAIN|AAP110|AC|AD1234|AEGrace|")
                        .withPersonalData())
                .isEqualTo("2300120260115    093000AOMAIN|AAP110|AC|AD***|AEGrace|");
    }

    @Test
    void misplacedPasswordsAreMasked() {
        assertThat(message("9300CNsc^COsecret^CPhall^|")).hasToString("9300CN***|");
        assertThat(message("2300120260115    093000AOMAIN^AAP110^AD1234|"))
                .hasToString("2300120260115    093000AOMAIN^AAP110^***|");
        assertThat(message("9300CNsc|COsec|ret12|CPhall|")).hasToString("9300CNsc|CO***|***|CPhall|");
        assertThat(message("93AD1234|")).hasToString("93AD***|");
    }

    @Test
    @DisplayName("R-057 a log cannot be forged")
    void logCannotBeForged() {
        Message message = Message.of(MessageType.LOGIN_RESPONSE)
                .ok(true)
                .with(Field.AL, "x\r\n\u001B[2J\u202E\u2028y")
                .build();

        assertThat(message).hasToString("941ALx???[2J??y|");
    }

    @Test
    void understoodReadingMasksToo() {
        assertThat(Examples.understood("9300CNsc|COsecret|").toString()).doesNotContain("secret");
    }

    @Test
    void fieldThatDoesNotRepeatIsReplacedInItsPlace() {
        Message copy =
                message("941AOa|AAb|AAc|ADd|").toBuilder().with(Field.AA, "new").build();

        assertThat(copy.fields())
                .containsExactly(new Tagged(Field.AO, "a"), new Tagged(Field.AA, "new"), new Tagged(Field.AD, "d"));
    }

    @Test
    void fieldThatRepeatsIsAdded() {
        Message message = Message.of(MessageType.LOGIN_RESPONSE)
                .ok(false)
                .with(Field.AF, "one")
                .with(Field.AF, "two")
                .with(Field.of("ZZ"), "a")
                .with(Field.of("ZZ"), "b")
                .build();

        assertThat(message.all(Field.AF)).containsExactly("one", "two");
        assertThat(message.all(Field.of("ZZ"))).containsExactly("a", "b");
        assertThat(message.toBuilder().without(Field.AF).build().has(Field.AF)).isFalse();
    }

    @Test
    void requiredFieldsCanBeFilledUp() {
        Message message = Message.of(MessageType.PATRON_STATUS)
                .with(Fixed.LANGUAGE, 0)
                .with(Fixed.TRANSACTION_DATE, SipDate.none())
                .with(Field.AA, "P1")
                .fillRequired()
                .build();

        assertThat(message.missing()).isEmpty();
        assertThat(message.get(Field.AA)).isEqualTo("P1");
        assertThat(message.get(Field.AC)).isEmpty();
    }

    @Test
    void countsAreWrittenFromInts() {
        Message message = Message.of(MessageType.RENEW_ALL_RESPONSE)
                .ok(true)
                .with(Fixed.RENEWED_COUNT, 2)
                .with(Fixed.UNRENEWED_COUNT, OptionalInt.empty())
                .with(Fixed.TRANSACTION_DATE, SipDate.none())
                .build();

        assertThat(message.raw(Fixed.RENEWED_COUNT)).isEqualTo("0002");
        assertThat(message.get(Fixed.RENEWED_COUNT)).hasValue(2);
        assertThat(message.raw(Fixed.UNRENEWED_COUNT)).isEqualTo("    ");
    }

    @Test
    void charactersCanBeEchoed() {
        Message.Builder builder = Message.of(MessageType.LOGIN_RESPONSE);

        assertThat(builder.withRaw(Fixed.OK, "?").build().raw(Fixed.OK)).isEqualTo("?");
        assertThatThrownBy(() -> builder.withRaw(Fixed.OK, "10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ok: 2 characters (expected: 1)");
    }

    @Test
    void builtMessageDoesNotChangeWithItsBuilder() {
        Message.Builder builder = Message.of(MessageType.LOGIN_RESPONSE).ok(true);
        Message message = builder.build();
        builder.ok(false).with(Field.AF, "later");

        assertThat(message.get(Fixed.OK)).isTrue();
        assertThat(message.fields()).isEmpty();
        assertThatThrownBy(() -> message("941AFx|").fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void absentFieldIsEmpty() {
        Message message = message("941");

        assertThat(message.get(Field.AF)).isEmpty();
        assertThat(message.has(Field.AF)).isFalse();
        assertThat(message.all(Field.AF)).isEmpty();
        assertThat(message.overlong(Field.AF)).isFalse();
    }
}
