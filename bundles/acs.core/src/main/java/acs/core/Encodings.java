// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Character sets by the names that Koha (that is, Perl) and Java have for them. */
final class Encodings {
    private Encodings() {}

    /**
     * The character set of a name; UTF-8 for an empty one.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static Charset of(String name) {
        String javaName =
                switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "", "utf8", "utf-8-strict" -> StandardCharsets.UTF_8.name();
                    case "ascii" -> StandardCharsets.US_ASCII.name();
                    case "latin1", "latin-1" -> StandardCharsets.ISO_8859_1.name();
                    case "shiftjis" -> "Shift_JIS";
                    case "big5-eten" -> "Big5";
                    case "big5-hk" -> "Big5-HKSCS";
                    case "euc-cn" -> "GB2312";
                    default -> name.strip();
                };
        try {
            return Charset.forName(javaName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException(
                    "encoding: " + name + " (expected: a character set such as utf8, ascii, iso-8859-1 or cp850)",
                    unknown);
        }
    }
}
