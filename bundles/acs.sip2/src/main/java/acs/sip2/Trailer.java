// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The end of a line that says whether it arrived as it was sent: {@code AY}, a digit, {@code AZ}, four hexadecimal
 * digits; or without the first three characters.
 *
 * <p>It is found by its position from the right end, because the field before it may lack its delimiter.
 */
// Nobody compares trailers, and a copy of every line would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Trailer {
    /**
     * The line has none, or one of a form that nobody can verify.
     *
     * @param body the line without {@linkplain Wire#trim leading noise}; a broken trailer stays in it
     * @param looksBroken whether the end of the line was meant for a trailer: a checksum of too few or too many digits, a
     *     sequence number that is not one digit
     */
    record None(byte[] body, boolean looksBroken) implements Trailer {}

    /**
     * The checksum is right.
     *
     * @param body the line without leading noise and trailer
     * @param sequence the sequence number, 0 to 9, or empty when only the checksum was sent
     */
    record Good(byte[] body, OptionalInt sequence) implements Trailer {}

    /**
     * The checksum is wrong: the line is not to be acted upon.
     *
     * @param body the line without leading noise and trailer
     * @param sequence the sequence number, 0 to 9, or empty when only the checksum was sent
     */
    record Bad(byte[] body, OptionalInt sequence) implements Trailer {}

    /** The line without leading noise and trailer. The array is not copied. */
    byte[] body();

    /** Whether there is something at the end that was meant for a trailer but is not one. */
    default boolean looksBroken() {
        return false;
    }

    /**
     * Finds the trailer of a line, which starts with what the sender counted into the checksum or with noise before it:
     * the checksum is tried on the line as it is, then without the noise.
     */
    static Trailer of(byte[] line) {
        return TrailerReader.read(line);
    }

    /**
     * The line to send: body, {@code AY} with the sequence number unless that is empty, {@code AZ} and the checksum.
     *
     * @throws IllegalArgumentException if the sequence number is not 0 to 9
     */
    static byte[] append(byte[] body, OptionalInt sequence) {
        if (sequence.isPresent() && (sequence.getAsInt() < 0 || sequence.getAsInt() > 9)) {
            throw new IllegalArgumentException("sequence: " + sequence.getAsInt() + " (expected: 0..9)");
        }
        int end = body.length;
        byte[] line = Arrays.copyOf(body, end + (sequence.isPresent() ? 9 : 6));
        if (sequence.isPresent()) {
            line[end++] = 'A';
            line[end++] = 'Y';
            line[end++] = (byte) ('0' + sequence.getAsInt());
        }
        line[end++] = 'A';
        line[end++] = 'Z';
        Checksum.write(Checksum.sum(line, 0, end), line, end);
        return line;
    }
}
