// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import acs.api.circulation.FeeType;
import acs.api.circulation.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column hold, and how they are read and written. An empty cell is none of its business.
 *
 * @param name what the manual calls it
 * @param type of its values in the database
 * @param secret whether its values are never shown
 * @param whenEmpty what an empty cell usually stands for; null = nothing
 */
record Kind(String name, Class<?> type, boolean secret, @Nullable Object whenEmpty, Reader reader, Writer writer) {

    /** Turns a cell that is not empty into a value. */
    interface Reader {
        Object read(String cell, Today today) throws Unreadable;
    }

    /** The opposite. */
    interface Writer {
        String write(Object value, Today today);
    }

    /** What stands before the hash of a PIN. */
    static final String HASHED = "{bcrypt}";

    private static final int LONGEST_CODE = 100;
    /** PostgreSQL indexes no text of more than 2700 bytes. */
    private static final int LONGEST_LINE = 600;

    private static final int LONGEST_TEXT = 4000;
    /** What bcrypt looks at. */
    private static final int LONGEST_PIN = 72;

    private static final Pattern AMOUNT_FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d+))?");
    private static final Pattern HASH =
            Pattern.compile("\\{bcrypt}\\$2[abxy]\\$(?:0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

    /** An id: no blanks. */
    static final Kind CODE = new Kind("code", String.class, false, "", (cell, today) -> code(cell), Kind::plain);
    /** An id that may have blanks inside. */
    static final Kind NUMBER_ON_LABEL =
            new Kind("code", String.class, false, "", (cell, today) -> text(cell.strip(), LONGEST_CODE), Kind::plain);
    /** Ids separated by blanks. */
    static final Kind CODES = new Kind("codes", String.class, false, "", (cell, today) -> codes(cell), Kind::plain);
    /** Text that is searched for. */
    static final Kind LINE =
            new Kind("text", String.class, false, "", (cell, today) -> text(cell, LONGEST_LINE), Kind::plain);

    static final Kind TEXT =
            new Kind("text", String.class, false, "", (cell, today) -> text(cell, LONGEST_TEXT), Kind::plain);
    /** The value is as in the file: the PIN in plain text, or its hash after {@link #HASHED}; written is the hash alone. */
    static final Kind PIN =
            new Kind("PIN", String.class, true, null, (cell, today) -> pin(cell), (value, today) -> HASHED + value);

    static final Kind DATE =
            new Kind("date", LocalDate.class, false, null, (cell, today) -> today.day(cell.strip()), Kind::plain);
    static final Kind MOMENT = new Kind(
            "time", OffsetDateTime.class, false, null, (cell, today) -> today.moment(cell.strip()), Kind::moment);
    static final Kind DEADLINE = new Kind(
            "time, of a date its end",
            OffsetDateTime.class,
            false,
            null,
            (cell, today) -> today.deadline(cell.strip()),
            Kind::moment);
    static final Kind AMOUNT = new Kind(
            "amount", BigDecimal.class, false, null, (cell, today) -> amount(cell.strip(), today), Kind::money);
    static final Kind BALANCE = new Kind(
            "amount, a credit with `-`",
            BigDecimal.class,
            false,
            null,
            (cell, today) -> balance(cell.strip(), today),
            Kind::money);
    static final Kind BOOLEAN =
            new Kind("true or false", Boolean.class, false, false, (cell, today) -> bool(cell.strip()), Kind::plain);
    static final Kind LANGUAGE = new Kind(
            "000 to 027", Integer.class, false, 0, (cell, today) -> language(cell.strip()), (value, today) -> "%03d"
                    .formatted((Integer) value));
    static final Kind MEDIA_TYPE =
            coded("000 to 010", cell -> MediaType.of(cell).isPresent());
    static final Kind FEE_TYPE = coded("01 to 09", cell -> FeeType.of(cell).isPresent());

    /** A whole number of the range. */
    static Kind number(int from, int to) {
        String name = from + " to " + to;
        return new Kind(
                name, Integer.class, false, null, (cell, today) -> number(cell.strip(), from, to, name), Kind::plain);
    }

    /** One of a few words. */
    static Kind oneOf(String... words) {
        List<String> choice = List.of(words);
        return coded("one of " + String.join(", ", words), choice::contains);
    }

    private static Kind coded(String name, Predicate<String> known) {
        return new Kind(
                name,
                String.class,
                false,
                null,
                (cell, today) -> {
                    if (!known.test(cell.strip())) {
                        throw new Unreadable(name);
                    }
                    return cell.strip();
                },
                Kind::plain);
    }

    private static String plain(Object value, Today today) {
        return value.toString();
    }

    private static String moment(Object value, Today today) {
        return today.write((Instant) value);
    }

    private static String money(Object value, Today today) {
        BigDecimal amount = ((BigDecimal) value).stripTrailingZeros();
        return amount.setScale(Math.max(amount.scale(), today.decimals()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String code(String cell) throws Unreadable {
        String code = text(cell.strip(), LONGEST_CODE);
        if (code.chars().anyMatch(Character::isWhitespace)) {
            throw new Unreadable("no blanks");
        }
        return code;
    }

    private static String codes(String cell) throws Unreadable {
        List<String> codes = new ArrayList<>();
        for (String part : cell.strip().split("\\s+", -1)) {
            String code = code(part);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return String.join(" ", codes);
    }

    private static String text(String cell, int longest) throws Unreadable {
        if (cell.length() > longest) {
            throw new Unreadable("at most " + longest + " characters");
        }
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == '\uFFFD') {
                throw new Unreadable("UTF-8 throughout");
            }
            if (character < ' ' && character != '\n' && character != '\r' && character != '\t') {
                throw new Unreadable("no control characters");
            }
        }
        return cell;
    }

    private static String pin(String cell) throws Unreadable {
        text(cell, LONGEST_CODE);
        if (cell.startsWith(HASHED) && !HASH.matcher(cell).matches()) {
            throw new Unreadable("{bcrypt}$2a$10$ followed by 53 characters, or the PIN itself");
        }
        if (cell.getBytes(StandardCharsets.UTF_8).length > LONGEST_PIN) {
            throw new Unreadable("a PIN of at most " + LONGEST_PIN + " bytes");
        }
        return cell;
    }

    private static BigDecimal amount(String cell, Today today) throws Unreadable {
        var matcher = AMOUNT_FORM.matcher(cell);
        boolean fits = matcher.matches()
                && (matcher.group(2) == null || matcher.group(2).length() <= today.decimals());
        if (!fits) {
            throw new Unreadable("an amount such as " + example(today.decimals()));
        }
        return new BigDecimal(cell);
    }

    private static String example(int decimals) {
        return decimals == 0 ? "12" : "12." + "50000".substring(0, Math.min(5, decimals));
    }

    private static BigDecimal balance(String cell, Today today) throws Unreadable {
        return cell.startsWith("-") ? amount(cell.substring(1), today).negate() : amount(cell, today);
    }

    private static Boolean bool(String cell) throws Unreadable {
        return switch (cell) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable("true or false");
        };
    }

    private static Integer language(String cell) throws Unreadable {
        if (!cell.matches("0(?:[01]\\d|2[0-7])")) {
            throw new Unreadable("000 to 027");
        }
        return Integer.valueOf(cell);
    }

    private static Integer number(String cell, int from, int to, String expected) throws Unreadable {
        if (cell.matches("\\d{1,9}")) {
            int number = Integer.parseInt(cell);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw new Unreadable("a whole number, " + expected);
    }
}
