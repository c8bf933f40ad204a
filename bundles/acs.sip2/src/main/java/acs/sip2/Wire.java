// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a line into a message and back, with the character set and delimiter of one terminal.
 *
 * <p>A line here is what lies between terminators, without its {@linkplain Trailer trailer}. Immutable and safe for use
 * by several threads.
 */
public final class Wire {
    private static final Wire STANDARD = new Wire(StandardCharsets.UTF_8, '|');

    private final Encoding encoding;
    private final WireReader reader;
    private final WireWriter writer;

    /**
     * @param charset any character set that has ASCII letters, digits and blanks at their usual places
     * @param delimiterAsByte the byte that ends a field, 0x01 to 0xFF
     * @throws IllegalArgumentException if the character set lacks them, or the delimiter is a letter, a digit, a blank or
     *     ends a line
     */
    public Wire(Charset charset, char delimiterAsByte) {
        if (!isDelimiter(delimiterAsByte)) {
            throw new IllegalArgumentException("delimiter: 0x" + Integer.toHexString(delimiterAsByte)
                    + " (expected: 0x01..0xFF, no letter, digit, blank or line end)");
        }
        this.encoding = new Encoding(requireNonNull(charset, "charset"), (byte) delimiterAsByte);
        this.reader = new WireReader(encoding);
        this.writer = new WireWriter(encoding);
    }

    /** UTF-8 and the vertical bar. */
    public static Wire standard() {
        return STANDARD;
    }

    public Charset charset() {
        return encoding.charset;
    }

    /** The delimiter, 0x01 to 0xFF. */
    public char delimiter() {
        return (char) (encoding.delimiter & 0xFF);
    }

    /**
     * Reads a line. Bytes are split before they are decoded; whatever they are, this returns.
     *
     * @param line starts with the code of the message, see {@link #trim}
     */
    public Reading read(byte[] line) {
        return reader.read(line);
    }

    /**
     * Writes a message. Every value becomes fit for the wire: control characters and delimiters are blanks, invisible
     * characters go, what the character set lacks is written in the nearest way, and it ends after 255 bytes at most,
     * between two characters.
     */
    public byte[] write(Message message) {
        return writer.write(message);
    }

    /**
     * The line without what some peers send ahead of it: line ends, blanks, tabs, NUL, a byte order mark, telnet
     * negotiation.
     *
     * @return the same array when there is nothing of the kind
     */
    public static byte[] trim(byte[] line) {
        return LeadingNoise.strip(line);
    }

    private static boolean isDelimiter(char c) {
        if (c == 0 || c > 0xFF || c == '\r' || c == '\n' || c == ' ') {
            return false;
        }
        return c > 0x7F || !Character.isLetterOrDigit(c);
    }
}
