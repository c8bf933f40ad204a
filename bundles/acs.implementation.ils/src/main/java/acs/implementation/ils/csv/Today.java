// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moment, the place and the money that cells are read by: dates relative to now, in the library's zone.
 *
 * <p>What counts in days keeps the time of the day, also over a change of the clocks.
 */
final class Today {
    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,5})([dh])");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
    private static final LocalTime CLOSING = LocalTime.of(23, 59);

    private final ZonedDateTime now;
    private final int decimals;

    private Today(ZonedDateTime now, int decimals) {
        this.now = now;
        this.decimals = decimals;
    }

    static Today of(Clock clock, Currency currency) {
        return new Today(
                ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
                Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** How many digits the minor unit of the currency has. */
    int decimals() {
        return decimals;
    }

    ZoneId zone() {
        return now.getZone();
    }

    /** The day that a cell names. */
    LocalDate day(String text) throws Unreadable {
        Optional<ZonedDateTime> relative = relative(text);
        if (relative.isPresent()) {
            return relative.get().toLocalDate();
        }
        return date(text, "a date such as 2026-01-15, today, -12d or +3d");
    }

    /** The moment of the import. */
    Instant now() {
        return now.toInstant();
    }

    /** The moment that a cell names; of a date its beginning. */
    Instant moment(String text) throws Unreadable {
        if (text.equals("today")) {
            return start(now.toLocalDate());
        }
        Optional<ZonedDateTime> relative = relative(text);
        return relative.isPresent() ? relative.get().toInstant() : absolute(text, LocalTime.MIN);
    }

    /** The moment that a cell names; of a day, however it is named, the last minute. */
    Instant deadline(String text) throws Unreadable {
        Optional<ZonedDateTime> relative = relative(text);
        if (relative.isEmpty()) {
            return absolute(text, CLOSING);
        }
        boolean day = text.equals("today") || text.endsWith("d");
        return day
                ? relative.get().toLocalDate().atTime(CLOSING).atZone(zone()).toInstant()
                : relative.get().toInstant();
    }

    /** The opposite of {@link #moment}. */
    String write(Instant moment) {
        return MOMENT.format(moment.atZone(zone()).toLocalDateTime());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private Optional<ZonedDateTime> relative(String text) {
        if (text.equals("today") || text.equals("now")) {
            return Optional.of(now);
        }
        Matcher matcher = RELATIVE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
        return Optional.of(matcher.group(3).equals("d") ? now.plusDays(amount) : now.plusHours(amount));
    }

    private Instant absolute(String text, LocalTime timeOfDay) throws Unreadable {
        String expected = "a date or time such as 2026-01-15, 2026-01-15T09:30:00, today, now, -12d, +3d or -2h";
        if (text.indexOf('T') < 0) {
            LocalDate day = date(text, expected);
            return day.atTime(timeOfDay).atZone(zone()).toInstant();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text, MOMENT);
            checked(local.toLocalDate(), expected);
            return local.truncatedTo(ChronoUnit.MICROS).atZone(zone()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Unreadable(expected);
        }
    }

    private static LocalDate date(String text, String expected) throws Unreadable {
        try {
            return checked(LocalDate.parse(text, DAY), expected);
        } catch (DateTimeException notADate) {
            throw new Unreadable(expected);
        }
    }

    /** Four digits are all that the wire has for a year. */
    private static LocalDate checked(LocalDate day, String expected) throws Unreadable {
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            throw new Unreadable(expected + ", of the years 1000 to 9999");
        }
        return day;
    }
}
