// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FixedTest {
    @Test
    void everyFieldOfTheProtocolIsAConstant() {
        assertThat(Fixed.class.getFields()).hasSize(48);
    }

    @ParameterizedTest
    @CsvSource({"Y, true", "N, false", "U, false", "y, false", "' ', false", "1, false"})
    void onlyCapitalYIsYes(String raw, boolean expected) {
        assertThat(Fixed.NO_BLOCK.read(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "Y, false", "' ', false"})
    void onlyOneIsOk(String raw, boolean expected) {
        assertThat(Fixed.OK.read(raw)).isEqualTo(expected);
        assertThat(Fixed.ITEM_PROPERTIES_OK.read(raw)).isEqualTo(expected);
    }

    @Test
    void flagsAreWrittenAsLettersAndOkAsDigits() {
        assertThat(Fixed.ALERT.write(true)).isEqualTo("Y");
        assertThat(Fixed.ALERT.write(false)).isEqualTo("N");
        assertThat(Fixed.OK.write(true)).isEqualTo("1");
        assertThat(Fixed.ITEM_PROPERTIES_OK.write(false)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"001, 1, 001", "999, 999, 999", "' 40', 40, 040", "'   ', 0, 000", "abc, 0, 000", "-01, 0, 000"})
    void languageAndPrintWidthAreNumbersAndGarbageIsZero(String raw, int value, String written) {
        assertThat(Fixed.LANGUAGE.read(raw)).isEqualTo(value);
        assertThat(Fixed.MAX_PRINT_WIDTH.read(raw)).isEqualTo(value);
        assertThat(Fixed.LANGUAGE.write(value)).isEqualTo(written);
    }

    @Test
    void unreadableTimeoutIsUnknown() {
        assertThat(Fixed.TIMEOUT_PERIOD.read("x00")).isEqualTo(999);
        assertThat(Fixed.RETRIES_ALLOWED.read("   ")).isEqualTo(999);
        assertThat(Fixed.TIMEOUT_PERIOD.read("100")).isEqualTo(100);
    }

    @Test
    void numberOutOfRangeIsAWrongCall() {
        assertThatThrownBy(() -> Fixed.LANGUAGE.write(1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("language: 1000 (expected: 0..999)");
        assertThatThrownBy(() -> Fixed.HOLD_ITEMS_COUNT.write(OptionalInt.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hold items count: -1 (expected: 0..9999)");
    }

    @Test
    void countsStopAtFourDigitsAndBlanksAreUnsupported() {
        assertThat(Fixed.FINE_ITEMS_COUNT.read("0012")).hasValue(12);
        assertThat(Fixed.FINE_ITEMS_COUNT.read("    ")).isEmpty();
        assertThat(Fixed.FINE_ITEMS_COUNT.read("12x4")).isEmpty();
        assertThat(Fixed.FINE_ITEMS_COUNT.write(OptionalInt.of(12))).isEqualTo("0012");
        assertThat(Fixed.FINE_ITEMS_COUNT.write(OptionalInt.of(10_000))).isEqualTo("9999");
        assertThat(Fixed.FINE_ITEMS_COUNT.write(OptionalInt.empty())).isEqualTo("    ");
    }

    @ParameterizedTest
    @CsvSource({
        "'          ', -1, '          '",
        "'NNNNNNNNNN', -1, '          '",
        "'Y         ', 0, 'Y         '",
        "'  Y Y     ', 2, '  Y       '",
        "'YYYYYYYYYY', 0, 'Y         '",
        "'NNNNNNNNNY', 9, '         Y'"
    })
    @DisplayName("R-055 the leftmost Y of a summary counts")
    void leftmostYesOfASummaryCounts(String raw, int index, String written) {
        Summary summary = Fixed.SUMMARY.read(raw);

        assertThat(summary.index().orElse(-1)).isEqualTo(index);
        assertThat(Fixed.SUMMARY.write(summary)).isEqualTo(written);
        assertThat(summary.wants(2)).isEqualTo(index == 2);
    }

    @Test
    void summaryHasTenPositions() {
        assertThatThrownBy(() -> Summary.of(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index: 10 (expected: 0..9)");
    }

    @ParameterizedTest
    @EnumSource
    void everyFlagOfThePatronStatusHasItsPlace(PatronStatus.Flag flag) {
        String written = Fixed.PATRON_STATUS.write(PatronStatus.of(flag));

        assertThat(written).hasSize(14).containsOnlyOnce("Y");
        assertThat(Fixed.PATRON_STATUS.read(written).flags()).containsExactly(flag);
    }

    @Test
    void patronStatusIsYesOrBlank() {
        assertThat(Fixed.PATRON_STATUS.write(PatronStatus.denied())).isEqualTo("YYYY          ");
        assertThat(Fixed.PATRON_STATUS.write(PatronStatus.clear())).isEqualTo(" ".repeat(14));
        assertThat(Fixed.PATRON_STATUS.write(new PatronStatus(EnumSet.allOf(PatronStatus.Flag.class))))
                .isEqualTo("Y".repeat(14));
        assertThat(Fixed.PATRON_STATUS.read("NYNNYNNNNNNNNY").flags())
                .containsExactly(
                        PatronStatus.Flag.RENEWAL_DENIED,
                        PatronStatus.Flag.CARD_REPORTED_LOST,
                        PatronStatus.Flag.TOO_MANY_ITEMS_BILLED);
        assertThat(PatronStatus.denied().has(PatronStatus.Flag.HOLD_DENIED)).isTrue();
        assertThat(PatronStatus.denied().has(PatronStatus.Flag.EXCESSIVE_FINES)).isFalse();
    }

    @Test
    void unreadableMediaAndModesAreUnknown() {
        assertThat(Fixed.MAGNETIC_MEDIA.read("Y")).isEqualTo(Ternary.YES);
        assertThat(Fixed.MAGNETIC_MEDIA.read("N")).isEqualTo(Ternary.NO);
        assertThat(Fixed.MAGNETIC_MEDIA.read("x")).isEqualTo(Ternary.UNKNOWN);
        assertThat(Fixed.MAGNETIC_MEDIA.write(Ternary.UNKNOWN)).isEqualTo("U");
        assertThat(Ternary.of(true)).isEqualTo(Ternary.YES);
        assertThat(Fixed.HOLD_MODE.read("+")).isEqualTo(HoldMode.ADD);
        assertThat(Fixed.HOLD_MODE.read("-")).isEqualTo(HoldMode.DELETE);
        assertThat(Fixed.HOLD_MODE.read("*")).isEqualTo(HoldMode.CHANGE);
        assertThat(Fixed.HOLD_MODE.read("?")).isEqualTo(HoldMode.UNKNOWN);
    }

    @Test
    void textIsFilledWithBlanksAndNeverCut() {
        assertThat(Fixed.CURRENCY.write("EU")).isEqualTo("EU ");
        assertThatThrownBy(() -> Fixed.CURRENCY.write("EURO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency type: EURO (expected: at most 3 characters)");
    }

    @Test
    void charactersOfAnUnreadableValueAreKept() {
        Message message = message("23abc20261345    999999AOMAIN|AAP110|AC|AD|");

        assertThat(message.get(Fixed.LANGUAGE)).isZero();
        assertThat(message.raw(Fixed.LANGUAGE)).isEqualTo("abc");
        assertThat(message.get(Fixed.TRANSACTION_DATE).isValid()).isFalse();
        assertThat(message.raw(Fixed.TRANSACTION_DATE)).isEqualTo("20261345    999999");
    }
}
