// SPDX-License-Identifier: Apache-2.0
package acs.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a terminal wants its messages written.
 *
 * @param charset of field values, in both directions
 * @param delimiter the byte that ends a field, 1..255
 * @param terminator what ends a message
 * @param errorDetection what is done about sequence numbers and checksums (AY, AZ)
 * @param patronId which id of the patron is sent back as AA
 */
public record Dialect(
        Charset charset, char delimiter, Terminator terminator, ErrorDetection errorDetection, PatronId patronId) {

    /** What ends a message on its way to the terminal; on the way in CR, CRLF and LF all do. */
    public enum Terminator {
        CR("\r"),
        CRLF("\r\n");

        private final String text;

        Terminator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What is done about sequence numbers and checksums. */
    public enum ErrorDetection {
        /** A message with a trailer is checked and answered with one, a message without is answered without. */
        ENABLED,
        /** A message without a good trailer is answered with 96. */
        REQUIRED,
        /** Trailers are neither checked nor sent. */
        DISABLED
    }

    /** Which id of the patron is sent back as AA. */
    public enum PatronId {
        /** What the terminal sent: it compares the two. */
        SENT,
        /** The card number of the patron that was found. */
        CARD
    }

    public Dialect {
        if (delimiter < 1 || delimiter > 255) {
            throw new IllegalArgumentException("delimiter: " + (int) delimiter + " (expected: a byte, 1..255)");
        }
    }

    /** UTF-8, bar, CRLF, error detection in kind, ids as sent. */
    public static Dialect standard() {
        return new Dialect(StandardCharsets.UTF_8, '|', Terminator.CRLF, ErrorDetection.ENABLED, PatronId.SENT);
    }
}
