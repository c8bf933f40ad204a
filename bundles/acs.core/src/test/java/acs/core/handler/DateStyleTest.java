// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Language;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DateStyleTest {
    private static final ZonedDateTime DAY = ZonedDateTime.of(2026, 3, 1, 23, 59, 0, 0, Fixtures.NEW_YORK);

    private final Terminal terminal = Terminal.at(Fixtures.library());

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 03/01/2026",
        "UNKNOWN, 03/01/2026",
        "BRITISH_ENGLISH, 01/03/2026",
        "GERMAN, 01.03.2026",
        "FRENCH, 01/03/2026",
        "SWEDISH, 2026-03-01"
    })
    void writesDaysAsIsUsual(Language language, String day) {
        assertThat(DateStyle.of(terminal.account(), language).day(DAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"us, 03/01/2026", "metric, 01/03/2026", "dmydot, 01.03.2026", "iso, 2026-03-01", "other, 01.03.2026"})
    void writesDaysAsThePreferenceSays(String preference, String day) {
        terminal.preference("dateformat", preference);
        assertThat(DateStyle.of(terminal.account(), Language.GERMAN).day(DAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void knowsEveryLanguage(Language language) {
        assertThat(DateStyle.of(terminal.account(), language).day(DAY)).contains("2026");
    }

    @Test
    void writesTheTimeUnlessItIsTheEndOfTheDay() {
        DateStyle style = DateStyle.of(terminal.account(), Language.ENGLISH);
        assertThat(style.moment(DAY)).isEqualTo("03/01/2026");
        assertThat(style.moment(DAY.withHour(17).withMinute(5))).isEqualTo("03/01/2026 17:05");
    }
}
