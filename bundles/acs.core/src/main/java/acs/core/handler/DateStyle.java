// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Account;
import acs.api.Language;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** How patrons write dates: as the preference {@code dateformat} says, else as is usual in their language. */
enum DateStyle {
    US("MM/dd/yyyy"),
    METRIC("dd/MM/yyyy"),
    DOTTED("dd.MM.yyyy"),
    ISO("yyyy-MM-dd");

    /** A loan that is due at the end of a day ends at this minute: then the day is all there is to say. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DateTimeFormatter day;

    DateStyle(String pattern) {
        this.day = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    static DateStyle of(Account account, Language language) {
        return named(account.preferences().text("dateformat")).orElseGet(() -> usual(language));
    }

    /** The one that a value of the preference {@code dateformat} means. */
    static Optional<DateStyle> named(String dateformat) {
        return switch (dateformat) {
            case "us" -> Optional.of(US);
            case "metric" -> Optional.of(METRIC);
            case "dmydot" -> Optional.of(DOTTED);
            case "iso" -> Optional.of(ISO);
            default -> Optional.empty();
        };
    }

    String day(TemporalAccessor date) {
        return day.format(date);
    }

    /** The day, with the time unless it is the end of it. */
    String moment(ZonedDateTime at) {
        return at.toLocalTime().isBefore(END_OF_DAY) ? day(at) + " " + TIME.format(at) : day(at);
    }

    private static DateStyle usual(Language language) {
        return switch (language) {
            case UNKNOWN, ENGLISH, NORTH_AMERICAN_SPANISH -> US;
            case GERMAN, FINNISH, DANISH, NORWEGIAN, RUSSIAN, POLISH, ICELANDIC -> DOTTED;
            case FRENCH, ITALIAN, SPANISH, PORTUGUESE, DUTCH, BELGIAN_DUTCH, GREEK, BRITISH_ENGLISH -> METRIC;
            default -> ISO;
        };
    }
}
