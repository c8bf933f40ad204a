// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipDateTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @ValueSource(strings = {"20260115    093000", "202601150000093000", "20260115ZZZZ093000", "20260115zzzz093000"})
    void blankZoneIsTheLibrarysTime(String text) {
        assertThat(SipDate.parse(text).in(NEW_YORK)).hasValue(ZonedDateTime.of(2026, 1, 15, 9, 30, 0, 0, NEW_YORK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260110   R180000",
                "20260110R   180000",
                "20260110 R  180000",
                "20260110000R180000",
                "20260110   Z230000",
                "20260110   z230000",
                "20260110   A000000"
            })
    void zoneLetterSaysWhichInstant(String text) {
        Instant expected =
                text.contains("A") ? Instant.parse("2026-01-09T23:00:00Z") : Instant.parse("2026-01-10T23:00:00Z");

        assertThat(SipDate.parse(text).in(NEW_YORK)).hasValueSatisfying(at -> {
            assertThat(at.toInstant()).isEqualTo(expected);
            assertThat(at.getZone()).isEqualTo(NEW_YORK);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1", "B, 2", "C, 3", "D, 4", "E, 5", "F, 6", "G, 7", "H, 8", "I, 9", "K, 10", "L, 11", "M, 12", "N, -1",
        "O, -2", "P, -3", "Q, -4", "R, -5", "S, -6", "T, -7", "U, -8", "V, -9", "W, -10", "X, -11", "Y, -12", "Z, 0"
    })
    void lettersAreTheMilitaryOnes(String letter, int hours) {
        ZonedDateTime expected = ZonedDateTime.of(2026, 6, 15, 12, 0, 0, 0, ZoneOffset.ofHours(hours));

        assertThat(SipDate.parse("20260615   " + letter + "120000").in(ZoneOffset.UTC))
                .hasValueSatisfying(at -> assertThat(at.toInstant()).isEqualTo(expected.toInstant()));
    }

    @Test
    @DisplayName("R-100 an ambiguous local time is the earlier instant")
    void ambiguousLocalTimeIsTheEarlierInstant() {
        assertThat(SipDate.parse("20261101    013000").in(NEW_YORK))
                .hasValueSatisfying(at -> assertThat(at.getOffset()).isEqualTo(ZoneOffset.ofHours(-4)));
    }

    @Test
    @DisplayName("R-100 a skipped local time moves forward")
    void skippedLocalTimeMovesForward() {
        assertThat(SipDate.parse("20260308    023000").in(NEW_YORK))
                .hasValue(ZonedDateTime.of(2026, 3, 8, 3, 30, 0, 0, NEW_YORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"                  ", "000000000000000000", "00000000    000000"})
    void blanksAndZerosAreNoDate(String text) {
        SipDate date = SipDate.parse(text);

        assertThat(date.isBlank()).isTrue();
        assertThat(date.isValid()).isFalse();
        assertThat(date.in(NEW_YORK)).isEmpty();
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261345    999999",
                "20260229    120000",
                "19000229    120000",
                "20260431    120000",
                "20260100    120000",
                "20260015    120000",
                "00000115    120000",
                "20260115    240000",
                "20260115    126000",
                "20260115    235960",
                "20260115   J093000",
                "20260115  AB093000",
                "20260115   r093000",
                "20260115   +093000",
                "2026O115    093000",
                "+2260115    093000",
                "-0010115    093000",
                "٢٠٢٦٠١١٥    093000",
                "２０２６0115    093000",
                "2026-01-15  093000",
                "20260115T093000   ",
                "20260115    0930",
                "20260115    09300000",
                ""
            })
    @DisplayName("R-032 R-035 what is not in the calendar is no date")
    void whatIsNotInTheCalendarIsNotValid(String text) {
        SipDate date = SipDate.parse(text);

        assertThat(date.isValid()).isFalse();
        assertThat(date.isBlank()).isFalse();
        assertThat(date.in(NEW_YORK)).isEmpty();
        assertThat(date.toString()).hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240229    120000", "20000229    235959", "00010101    000000", "99991231    235959"})
    void edgesOfTheCalendarAreValid(String text) {
        assertThat(SipDate.parse(text).isValid()).isTrue();
    }

    @Test
    void writesLocalTimeWithBlankZone() {
        ZonedDateTime at = ZonedDateTime.of(2026, 1, 5, 9, 3, 7, 999, NEW_YORK);

        assertThat(SipDate.of(at)).hasToString("20260105    090307");
        assertThat(SipDate.of(at).in(NEW_YORK)).hasValue(at.withNano(0));
        assertThat(SipDate.of(at)).isEqualTo(SipDate.parse("20260105    090307"));
    }

    @Test
    void yearsOfFiveDigitsCannotBeWritten() {
        assertThatThrownBy(() -> SipDate.of(ZonedDateTime.of(10000, 1, 1, 0, 0, 0, 0, NEW_YORK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("year: 10000 (expected: 1..9999)");
    }

    @Test
    void noneIsEighteenBlanks() {
        assertThat(SipDate.none()).hasToString(" ".repeat(18));
        assertThat(SipDate.none().isBlank()).isTrue();
    }
}
