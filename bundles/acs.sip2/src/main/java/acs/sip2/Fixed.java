// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A positional field: it has no code, only a place and a width in the fixed part of a message, and a type.
 *
 * <p>Reading is lenient. A value that cannot be read is what the table says; {@link Message#raw} has its characters.
 *
 * <table>
 * <caption>Kinds of values</caption>
 * <tr><th>Kind</th><th>Read as</th><th>Unreadable</th><th>Written as</th></tr>
 * <tr><td>flag</td><td>Y is true</td><td>false</td><td>Y, N</td></tr>
 * <tr><td>ok</td><td>1 is true</td><td>false</td><td>1, 0</td></tr>
 * <tr><td>date</td><td>{@link SipDate}</td><td>an invalid date</td><td>18 characters</td></tr>
 * <tr><td>count</td><td>0 to 9999</td><td>empty</td><td>four digits, at most 9999; four blanks when empty</td></tr>
 * <tr><td>language, print width</td><td>0 to 999</td><td>0</td><td>three digits</td></tr>
 * <tr><td>timeout, retries</td><td>0 to 999</td><td>999, unknown</td><td>three digits</td></tr>
 * <tr><td>text</td><td>the characters</td><td>never</td><td>printable ASCII, filled with blanks</td></tr>
 * </table>
 *
 * @param <T> the type of the value
 */
public final class Fixed<T> {
    public static final Fixed<Boolean> SC_RENEWAL_POLICY = flag("SC renewal policy");
    public static final Fixed<Boolean> NO_BLOCK = flag("no block");
    public static final Fixed<SipDate> TRANSACTION_DATE = date("transaction date");
    public static final Fixed<SipDate> NB_DUE_DATE = date("nb due date");
    public static final Fixed<SipDate> RETURN_DATE = date("return date");
    public static final Fixed<Boolean> CARD_RETAINED = flag("card retained");
    /** 0 well, 1 printer out of paper, 2 about to shut down. */
    public static final Fixed<String> STATUS_CODE = code("status code", 1);

    public static final Fixed<Integer> MAX_PRINT_WIDTH = number("max print width", 0);
    public static final Fixed<String> PROTOCOL_VERSION = code("protocol version", 4);
    /** 0 is clear text. */
    public static final Fixed<String> UID_ALGORITHM = code("UID algorithm", 1);
    /** 0 is clear text. */
    public static final Fixed<String> PWD_ALGORITHM = code("PWD algorithm", 1);

    public static final Fixed<Integer> LANGUAGE = number("language", 0);
    public static final Fixed<Summary> SUMMARY =
            new Fixed<>("summary", Summary.WIDTH, Letters.YES_NO, Summary::read, Summary::write);
    public static final Fixed<String> FEE_TYPE = code("fee type", 2);
    public static final Fixed<String> PAYMENT_TYPE = code("payment type", 2);
    public static final Fixed<String> CURRENCY = text("currency type", 3);
    public static final Fixed<HoldMode> HOLD_MODE =
            new Fixed<>("hold mode", 1, Letters.ANY, HoldMode::read, HoldMode::code);
    public static final Fixed<Boolean> THIRD_PARTY_ALLOWED = flag("third party allowed");
    public static final Fixed<PatronStatus> PATRON_STATUS =
            new Fixed<>("patron status", 14, Letters.YES_NO, PatronStatus::read, PatronStatus::write);
    public static final Fixed<Boolean> OK = ok("ok");
    public static final Fixed<Boolean> RENEWAL_OK = flag("renewal ok");
    public static final Fixed<Ternary> MAGNETIC_MEDIA =
            new Fixed<>("magnetic media", 1, Letters.ANY, Ternary::read, Ternary::code);
    public static final Fixed<Boolean> DESENSITIZE = flag("desensitize");
    public static final Fixed<Boolean> RESENSITIZE = flag("resensitize");
    public static final Fixed<Boolean> ALERT = flag("alert");
    public static final Fixed<Boolean> ONLINE_STATUS = flag("on-line status");
    public static final Fixed<Boolean> CHECKIN_OK = flag("checkin ok");
    public static final Fixed<Boolean> CHECKOUT_OK = flag("checkout ok");
    public static final Fixed<Boolean> ACS_RENEWAL_POLICY = flag("ACS renewal policy");
    public static final Fixed<Boolean> STATUS_UPDATE_OK = flag("status update ok");
    public static final Fixed<Boolean> OFFLINE_OK = flag("off-line ok");
    /** Tenths of a second; 0 is off-line, 999 unknown. */
    public static final Fixed<Integer> TIMEOUT_PERIOD = number("timeout period", 999);
    /** 999 is unknown. */
    public static final Fixed<Integer> RETRIES_ALLOWED = number("retries allowed", 999);

    public static final Fixed<SipDate> DATE_TIME_SYNC = date("date / time sync");
    public static final Fixed<OptionalInt> HOLD_ITEMS_COUNT = count("hold items count");
    public static final Fixed<OptionalInt> OVERDUE_ITEMS_COUNT = count("overdue items count");
    public static final Fixed<OptionalInt> CHARGED_ITEMS_COUNT = count("charged items count");
    public static final Fixed<OptionalInt> FINE_ITEMS_COUNT = count("fine items count");
    public static final Fixed<OptionalInt> RECALL_ITEMS_COUNT = count("recall items count");
    public static final Fixed<OptionalInt> UNAVAILABLE_HOLDS_COUNT = count("unavailable holds count");
    public static final Fixed<Boolean> END_SESSION = flag("end session");
    public static final Fixed<Boolean> PAYMENT_ACCEPTED = flag("payment accepted");
    public static final Fixed<String> CIRCULATION_STATUS = code("circulation status", 2);
    public static final Fixed<String> SECURITY_MARKER = code("security marker", 2);
    public static final Fixed<Boolean> ITEM_PROPERTIES_OK = ok("item properties ok");
    public static final Fixed<Boolean> AVAILABLE = flag("available");
    public static final Fixed<OptionalInt> RENEWED_COUNT = count("renewed count");
    public static final Fixed<OptionalInt> UNRENEWED_COUNT = count("unrenewed count");

    private static final int COUNT_LIMIT = 9999;

    private final String name;
    private final int width;
    private final Letters letters;
    private final Function<String, T> reader;
    private final Function<T, String> writer;

    private Fixed(String name, int width, Letters letters, Function<String, T> reader, Function<T, String> writer) {
        this.name = name;
        this.width = width;
        this.letters = letters;
        this.reader = reader;
        this.writer = writer;
    }

    /** The name that the protocol's documents use. */
    public String name() {
        return name;
    }

    /** Number of characters, 1 to 18. */
    public int width() {
        return width;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Which capital letters may stand here; tells where a fixed part has lost characters. */
    Letters letters() {
        return letters;
    }

    T read(String raw) {
        return reader.apply(raw);
    }

    String write(T value) {
        return writer.apply(requireNonNull(value, name));
    }

    private static Fixed<Boolean> flag(String name) {
        return new Fixed<>(name, 1, Letters.ANY, raw -> raw.charAt(0) == 'Y', value -> value ? "Y" : "N");
    }

    private static Fixed<Boolean> ok(String name) {
        return new Fixed<>(name, 1, Letters.ANY, raw -> raw.charAt(0) == '1', value -> value ? "1" : "0");
    }

    private static Fixed<SipDate> date(String name) {
        return new Fixed<>(name, SipDate.WIDTH, Letters.NONE, SipDate::parse, SipDate::toString);
    }

    private static Fixed<OptionalInt> count(String name) {
        return new Fixed<>(name, 4, Letters.NONE, Digits::read, value -> writeCount(name, value));
    }

    private static Fixed<Integer> number(String name, int unreadable) {
        return new Fixed<>(
                name,
                3,
                Letters.NONE,
                raw -> Digits.read(raw).orElse(unreadable),
                value -> Digits.write(name, value, 3, 999));
    }

    private static Fixed<String> text(String name, int width) {
        return text(name, width, Letters.ANY);
    }

    private static Fixed<String> code(String name, int width) {
        return text(name, width, Letters.UNUSUAL);
    }

    private static Fixed<String> text(String name, int width, Letters letters) {
        return new Fixed<>(name, width, letters, raw -> raw, value -> writeText(name, value, width));
    }

    private static String writeCount(String name, OptionalInt value) {
        return value.isEmpty() ? "    " : Digits.write(name, Math.min(value.getAsInt(), COUNT_LIMIT), 4, COUNT_LIMIT);
    }

    private static String writeText(String name, String value, int width) {
        if (value.length() > width) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at most " + width + " characters)");
        }
        return value + " ".repeat(width - value.length());
    }

    /** Which capital letters a field holds when it is where it should be. */
    enum Letters {
        /** All of them. */
        ANY,
        /** None, but one alone proves nothing: somebody may have agreed upon a code of their own. */
        UNUSUAL,
        /** Y and N. */
        YES_NO,
        /** None. */
        NONE;

        boolean forbid(byte letter) {
            return this == NONE || (this == YES_NO && letter != 'Y' && letter != 'N');
        }

        boolean expect(byte letter) {
            return this == ANY || (this == YES_NO && !forbid(letter));
        }
    }
}
