// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The 18 characters {@code YYYYMMDDZZZZHHMMSS}: a point in time, none at all, or something that is neither.
 *
 * <p>Reading never throws. The four zone characters may be blank (the library's own time), hold one military letter
 * among blanks or zeros (Z or z is UTC, J is unused), or be {@code 0000} or {@code ZZZZ}, which some terminals send
 * where they mean blanks. Immutable; two dates are equal when their characters are.
 */
public final class SipDate {
    static final int WIDTH = 18;

    private static final SipDate NONE = new SipDate(" ".repeat(WIDTH));
    /** Offset in hours from UTC is the index: one list for the letters east of Greenwich, one for those west of it. */
    private static final String EAST = "ZABCDEFGHIKLM";

    private static final String WEST = "ZNOPQRSTUVWXY";

    private final String text;
    private final @Nullable LocalDateTime local;
    private final @Nullable ZoneOffset offset;

    private SipDate(String text) {
        this.text = text;
        Zone zone = Zone.read(text);
        this.offset = zone.offset;
        this.local = zone.valid ? readLocal(text) : null;
    }

    /** No date: 18 blanks. */
    public static SipDate none() {
        return NONE;
    }

    /**
     * The local date and time in the zone of the argument, written with a blank zone.
     *
     * @throws IllegalArgumentException if the year does not have one to four digits
     */
    public static SipDate of(ZonedDateTime at) {
        if (at.getYear() < 1 || at.getYear() > 9999) {
            throw new IllegalArgumentException("year: " + at.getYear() + " (expected: 1..9999)");
        }
        char[] out = new char[WIDTH];
        put(out, 0, 4, at.getYear());
        put(out, 4, 2, at.getMonthValue());
        put(out, 6, 2, at.getDayOfMonth());
        for (int i = 8; i < 12; i++) {
            out[i] = ' ';
        }
        put(out, 12, 2, at.getHour());
        put(out, 14, 2, at.getMinute());
        put(out, 16, 2, at.getSecond());
        return new SipDate(new String(out));
    }

    /** Reads any text. What is not 18 characters long is cut or filled with blanks, and is not valid. */
    public static SipDate parse(String text) {
        requireNonNull(text, "text");
        if (text.length() == WIDTH) {
            return new SipDate(text);
        }
        // A question mark keeps a cut text from passing for a date it never was.
        return new SipDate(text.length() < WIDTH ? text + "?" + " ".repeat(WIDTH - 1 - text.length()) : cut(text));
    }

    /** Whether no date was given: nothing but blanks and zeros. */
    public boolean isBlank() {
        for (int i = 0; i < WIDTH; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a date of the calendar with a time of day. A blank one is not. */
    public boolean isValid() {
        return local != null;
    }

    /**
     * The point in time, seen from the library. A local time that the end of summer time makes ambiguous is the earlier
     * instant; one that the start of summer time skips is moved forward by the gap.
     *
     * @return empty when this is blank or not valid
     */
    public Optional<ZonedDateTime> in(ZoneId libraryZone) {
        requireNonNull(libraryZone, "libraryZone");
        if (local == null) {
            return Optional.empty();
        }
        if (offset != null) {
            return Optional.of(local.atOffset(offset).atZoneSameInstant(libraryZone));
        }
        return Optional.of(ZonedDateTime.ofLocal(local, libraryZone, null).withEarlierOffsetAtOverlap());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SipDate date && text.equals(date.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The 18 characters. */
    @Override
    public String toString() {
        return text;
    }

    private static String cut(String text) {
        return text.substring(0, WIDTH - 1) + "?";
    }

    private static @Nullable LocalDateTime readLocal(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 4, 6);
        int day = number(text, 6, 8);
        int hour = number(text, 12, 14);
        int minute = number(text, 14, 16);
        int second = number(text, 16, 18);
        if (year < 1 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second);
    }

    /** ASCII digits only: {@link Integer#parseInt} would take signs and the digits of every script. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static void put(char[] out, int at, int digits, int value) {
        int rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private record Zone(boolean valid, @Nullable ZoneOffset offset) {
        private static final Zone LOCAL = new Zone(true, null);
        private static final Zone UNKNOWN = new Zone(false, null);

        static Zone read(String text) {
            int letters = 0;
            char letter = ' ';
            for (int i = 8; i < 12; i++) {
                char c = text.charAt(i);
                if (c != ' ' && c != '0') {
                    letters++;
                    letter = c;
                }
            }
            if (letters == 0 || text.regionMatches(true, 8, "ZZZZ", 0, 4)) {
                return LOCAL;
            }
            return letters == 1 ? of(letter == 'z' ? 'Z' : letter) : UNKNOWN;
        }

        private static Zone of(char letter) {
            int east = EAST.indexOf(letter);
            if (east >= 0) {
                return new Zone(true, ZoneOffset.ofHours(east));
            }
            int west = WEST.indexOf(letter);
            return west >= 0 ? new Zone(true, ZoneOffset.ofHours(-west)) : UNKNOWN;
        }
    }
}
