// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.Arrays;
import java.util.OptionalInt;

/** Looks for a trailer at the end of a line. */
final class TrailerReader {
    private static final int CHECKSUM_LENGTH = 4;
    /** {@code AZ} and the checksum. */
    private static final int SHORT = 2 + CHECKSUM_LENGTH;
    /** {@code AY}, a digit, and the above. */
    private static final int LONG = 3 + SHORT;
    /** Further than this from the end, letters that look like a trailer are part of a value. */
    private static final int LOOK_BACK = 8;

    private TrailerReader() {}

    static Trailer read(byte[] line) {
        byte[] trimmed = Wire.trim(line);
        int end = endOfText(trimmed);
        int body = end - SHORT;
        if (body < 2 || trimmed[body] != 'A' || trimmed[body + 1] != 'Z') {
            return new Trailer.None(trimmed, hasWrongLength(trimmed, end));
        }
        OptionalInt sequence = OptionalInt.empty();
        if (isLong(trimmed, end)) {
            byte digit = trimmed[end - LONG + 2];
            if (!isDigit(digit)) {
                return new Trailer.None(trimmed, true);
            }
            body = end - LONG;
            sequence = OptionalInt.of(digit - '0');
        } else if (endsWithLongSequence(trimmed, body)) {
            return new Trailer.None(trimmed, true);
        }
        byte[] content = Arrays.copyOf(trimmed, body);
        int noise = line.length - trimmed.length;
        boolean good = Checksum.matches(line, 0, noise + end) || (noise > 0 && Checksum.matches(trimmed, 0, end));
        return good ? new Trailer.Good(content, sequence) : new Trailer.Bad(content, sequence);
    }

    /** Blanks and NUL after the checksum are padding. */
    private static int endOfText(byte[] line) {
        int end = line.length;
        while (end > 0
                && (line[end - 1] == ' ' || line[end - 1] == 0 || line[end - 1] == '\t' || line[end - 1] == '\n')) {
            end--;
        }
        return end;
    }

    private static boolean isLong(byte[] line, int end) {
        int start = end - LONG;
        return start >= 2 && line[start] == 'A' && line[start + 1] == 'Y';
    }

    /** A client that does not wrap from 9 to 0 sends AY10. */
    private static boolean endsWithLongSequence(byte[] line, int end) {
        int at = end;
        while (at > 2 && at > end - LOOK_BACK && isDigit(line[at - 1])) {
            at--;
        }
        return at > 3 && line[at - 2] == 'A' && line[at - 1] == 'Y';
    }

    private static boolean hasWrongLength(byte[] line, int end) {
        int at = end;
        while (at > 2 && at > end - LOOK_BACK && Checksum.hex(line[at - 1]) >= 0) {
            at--;
        }
        return at > 3 && line[at - 2] == 'A' && line[at - 1] == 'Z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
