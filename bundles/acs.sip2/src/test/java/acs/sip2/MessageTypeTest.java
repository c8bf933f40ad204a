// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.bytes;
import static acs.sip2.Examples.message;
import static acs.sip2.Examples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class MessageTypeTest {
    @ParameterizedTest
    @CsvSource({
        "23, 21", "11, 38", "09, 37", "01, 19", "99, 8", "97, 0", "93, 2", "63, 31", "35, 18", "37, 25", "17, 18",
        "19, 18", "25, 18", "15, 19", "29, 38", "65, 18", "24, 35", "12, 22", "10, 22", "98, 34", "96, 0", "94, 1",
        "64, 59", "36, 19", "38, 19", "18, 24", "20, 19", "26, 35", "16, 20", "30, 22", "66, 27"
    })
    void fixedPartHasItsLength(String code, int length) {
        assertThat(MessageType.of(code)).hasValueSatisfying(type -> {
            assertThat(type.fixedLength()).isEqualTo(length);
            assertThat(type.layout().stream().mapToInt(Fixed::width).sum()).isEqualTo(length);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "23, 24, 1.00", "11, 12, 1.00", "09, 10, 1.00", "01, 24, 1.00", "99, 98, 1.00", "97, 96, 1.00", "93, 94, 2.00",
        "63, 64, 2.00", "35, 36, 2.00", "37, 38, 2.00", "17, 18, 2.00", "19, 20, 2.00", "25, 26, 2.00", "15, 16, 2.00",
        "29, 30, 2.00", "65, 66, 2.00"
    })
    void requestKnowsItsAnswerAndItsVersion(String request, String response, String version) {
        MessageType type = MessageType.of(request).orElseThrow();

        assertThat(type.request()).isTrue();
        assertThat(type.response().code()).isEqualTo(response);
        assertThat(type.response().request()).isFalse();
        assertThat(type.since().text()).isEqualTo(version);
    }

    @Test
    void supportedMessagesAreInTheOrderOfBx() {
        List<String> order = Arrays.stream(MessageType.values())
                .filter(MessageType::request)
                .map(MessageType::code)
                .toList();

        assertThat(order)
                .containsExactly(
                        "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29", "65");
        assertThat(order)
                .extracting(code -> MessageType.of(code).orElseThrow().bxPosition())
                .containsExactlyElementsOf(
                        IntStream.range(0, 16).mapToObj(OptionalInt::of).toList());
    }

    @Test
    void responseHasNoAnswerAndNoPlaceInBx() {
        assertThat(MessageType.CHECKOUT_RESPONSE.bxPosition()).isEmpty();
        assertThatThrownBy(MessageType.CHECKOUT_RESPONSE::response)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CHECKOUT_RESPONSE is not a request");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(MessageType type) {
        assertThat(MessageType.of(type.code())).hasValue(type);
    }

    @ParameterizedTest
    @CsvSource({"''", "1", "00", "55", "111", "1x", "x1", "' 1'", "٩٩"})
    void otherCodesAreNoType(String code) {
        assertThat(MessageType.of(code)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreKnownAndNamedOnce(MessageType type) {
        assertThat(type.required()).allMatch(Field::known).noneMatch(type.optional()::contains);
        assertThat(type.required()).doesNotHaveDuplicates();
        assertThat(type.optional()).allMatch(Field::known).doesNotHaveDuplicates();
        assertThat(type.layout()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageHasAnExample(MessageType type) {
        assertThat(Examples.LINES)
                .filteredOn(line -> line.startsWith(type.code()))
                .hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void exampleIsReadWithoutOddityAndWrittenAsItWas(String line) {
        Reading.Understood reading = Examples.understood(line);

        assertThat(reading.oddities()).isEmpty();
        assertThat(reading.message().missing()).isEmpty();
        assertThat(text(Wire.standard().write(reading.message()))).isEqualTo(line);
        assertThat(reading.message().toBuilder().build()).isEqualTo(reading.message());
    }

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void typedValuesOfAnExampleAreWrittenAsTheyWere(String line) {
        Message example = message(line);
        Message.Builder copy = Message.of(example.type());
        example.type().layout().forEach(fixed -> copyTyped(example, fixed, copy));
        example.fields().forEach(tagged -> copy.with(tagged.field(), tagged.value()));

        assertThat(copy.build()).isEqualTo(example);
    }

    @ParameterizedTest
    @EnumSource
    void rowWithAllItsFieldsRoundTrips(MessageType type) {
        Message example = Examples.LINES.stream()
                .filter(line -> line.startsWith(type.code()))
                .map(Examples::message)
                .findFirst()
                .orElseThrow();
        Message.Builder all = Message.of(type);
        example.type().layout().forEach(fixed -> copyTyped(example, fixed, all));
        type.required().forEach(field -> all.with(field, "value of " + field));
        type.optional().forEach(field -> all.with(field, field.flag() ? "Y" : "value of " + field));
        Message message = all.build();

        assertThat(Wire.standard().read(Wire.standard().write(message)))
                .isEqualTo(new Reading.Understood(message, List.of()));
        type.required().forEach(field -> assertThat(message.get(field)).isEqualTo("value of " + field));
    }

    @Test
    void emptyLineIsNotUnderstood() {
        assertThat(Wire.standard().read(bytes("")))
                .isInstanceOfSatisfying(Reading.NotUnderstood.class, not -> assertThat(not.type())
                        .isEmpty());
    }

    private static <T> void copyTyped(Message from, Fixed<T> fixed, Message.Builder to) {
        to.with(fixed, from.get(fixed));
    }
}
