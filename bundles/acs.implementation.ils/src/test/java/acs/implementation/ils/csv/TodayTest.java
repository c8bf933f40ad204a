// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodayTest {
    /** Half past nine in the morning in New York; the clocks go forward there on the 8th of March. */
    private final Today today = Today.of(Library.CLOCK, Library.DOLLARS);

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-01T05:00:00Z",
        "2026-02-01T09:30:00, 2026-02-01T14:30:00Z",
        "2026-07-01T09:30, 2026-07-01T13:30:00Z",
        "today, 2026-01-15T05:00:00Z",
        "now, 2026-01-15T14:30:00Z",
        "-12d, 2026-01-03T14:30:00Z",
        "+90d, 2026-04-15T13:30:00Z",
        "-2h, 2026-01-15T12:30:00Z",
    })
    void readsMoments(String cell, Instant moment) throws Exception {
        assertThat(today.moment(cell)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-02T04:59:00Z",
        "2026-02-01T09:30:00, 2026-02-01T14:30:00Z",
        "today, 2026-01-16T04:59:00Z",
        "now, 2026-01-15T14:30:00Z",
        "+3d, 2026-01-19T04:59:00Z",
        "+2h, 2026-01-15T16:30:00Z",
    })
    void readsDeadlinesToTheEndOfTheDay(String cell, Instant moment) throws Exception {
        assertThat(today.deadline(cell)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "today, 2026-01-15",
        "now, 2026-01-15",
        "-15d, 2025-12-31",
        "+16h, 2026-01-16",
        "+0d, 2026-01-15"
    })
    void readsDays(String cell, LocalDate day) throws Exception {
        assertThat(today.day(cell)).isEqualTo(day);
    }

    @Test
    void knowsTheDayOfTheLibraryNotOfTheServer() throws Exception {
        Clock late = Clock.fixed(Instant.parse("2026-01-15T02:00:00Z"), ZoneId.of("America/New_York"));
        assertThat(Today.of(late, Library.DOLLARS).day("today")).isEqualTo(LocalDate.of(2026, 1, 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-1-1",
                "1d",
                "+1w",
                "+1",
                "Today",
                "2026-01-15T09:30:00Z",
                "+123456d",
                "٢٠٢٦-٠١-٠١"
            })
    void refusesAllElse(String cell) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> today.moment(cell));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> today.deadline(cell));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> today.day(cell));
    }

    @ParameterizedTest
    @CsvSource({"USD, 12.50, true", "USD, 12.505, false", "JPY, 12, true", "JPY, 12.0, false", "KWD, 1.234, true"})
    void readsAmountsInTheMinorUnit(String currency, String cell, boolean good) {
        Today there = Today.of(Library.CLOCK, Currency.getInstance(currency));
        boolean read = true;
        try {
            Kind.AMOUNT.reader().read(cell, there);
        } catch (Unreadable refused) {
            read = false;
        }
        assertThat(read).isEqualTo(good);
    }
}
