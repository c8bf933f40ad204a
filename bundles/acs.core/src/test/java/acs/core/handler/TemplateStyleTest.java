// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and amounts in templates, where they ask for {@code $KohaDates} and {@code $Price}. */
class TemplateStyleTest {
    private final Terminal terminal = Terminal.at(Fixtures.library());

    private TemplateStyle style() {
        return new TemplateStyle(terminal.account(), terminal.institution(), Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "us; 2026-03-01; ^^; false; 03/01/2026",
                "metric; 2026-03-01; ^^; true; 01/03/2026",
                "dmydot; 2026-03-01T18:30; ^^; true; 01.03.2026 18:30",
                "dmydot; 2026-03-01 18:30:15; ^^; false; 01.03.2026",
                "iso; 2026-03-01; us; false; 03/01/2026",
                "iso; 2026-03-01; other; false; 2026-03-01",
                "us; 2026-02-30; ^^; false; 2026-02-30",
                "us; soon; ^^; true; soon",
                "us; 2026-03-01 late; ^^; true; 2026-03-01 late"
            })
    void writesDatesAsTheSiteDoes(String dateformat, String value, String format, boolean withHours, String expected) {
        terminal.preference("dateformat", dateformat);
        assertThat(style().date(value, format, withHours)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "US; 1234.5; 1,234.50",
                "FR; 1234.5; 1 234,50",
                "CH; 1234567.895; 1'234'567.90",
                "^^; -0.5; -0.50",
                "US; much; much",
                "US; 1e999999999; 1e999999999",
                "US; 123456789012345678901; 123456789012345678901"
            })
    void writesAmountsAsTheSiteDoes(String currencyFormat, String value, String expected) {
        terminal.preference("CurrencyFormat", currencyFormat);
        assertThat(style().price(value)).isEqualTo(expected);
    }
}
