// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;

/** Makes a value fit for the wire: displayable characters only, of the terminal's set, at most 255 bytes. */
final class Outgoing {
    /** Nothing below this combines with what is before it, so text without it is already in composed form. */
    private static final char FIRST_COMBINING = 0x300;
    /** What stands further behind cannot be among the first 255 bytes, unless most of what is before it is nothing. */
    private static final int CHARACTERS_LIMIT = 4 * Message.VALUE_LIMIT;

    private final Encoding encoding;

    Outgoing(Encoding encoding) {
        this.encoding = encoding;
    }

    byte[] encode(String value) {
        String text = compose(displayable(beginning(value)));
        if (!encoding.complete) {
            text = Transliteration.into(encoding.charset, text);
        }
        byte[] bytes = text.getBytes(encoding.charset);
        return bytes.length <= Message.VALUE_LIMIT && !breaksLine(bytes) ? bytes : fit(text);
    }

    /** Characters that order or join others without being seen: they can make a name look like another. */
    static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF;
    }

    private static String beginning(String value) {
        if (value.length() <= CHARACTERS_LIMIT) {
            return value;
        }
        boolean splits = Character.isHighSurrogate(value.charAt(CHARACTERS_LIMIT - 1));
        return value.substring(0, splits ? CHARACTERS_LIMIT - 1 : CHARACTERS_LIMIT);
    }

    private String displayable(String value) {
        StringBuilder out = new StringBuilder(value.length());
        boolean blanked = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            boolean control = isControl(c);
            if (!control) {
                out.append(c == (encoding.delimiter & 0xFF) && c < 0x80 ? ' ' : c);
            } else if (!blanked) {
                out.append(' ');
            }
            blanked = control;
        }
        return out.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' || (c >= 0x7F && c <= 0x9F) || c == '\u2028' || c == '\u2029';
    }

    private static String compose(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Character by character: a cut never splits one, and one whose bytes hold the delimiter becomes a blank. */
    private byte[] fit(String text) {
        Charset charset = encoding.charset;
        byte[] out = new byte[Message.VALUE_LIMIT];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            byte[] bytes = text.substring(i, next).getBytes(charset);
            if (breaksLine(bytes)) {
                bytes = " ".getBytes(charset);
            }
            if (length + bytes.length > out.length) {
                break;
            }
            System.arraycopy(bytes, 0, out, length, bytes.length);
            length += bytes.length;
            i = next;
        }
        return Arrays.copyOf(out, length);
    }

    private boolean breaksLine(byte[] bytes) {
        for (byte b : bytes) {
            if (b == encoding.delimiter || b == '\r' || b == '\n' || b == 0) {
                return true;
            }
        }
        return false;
    }
}
