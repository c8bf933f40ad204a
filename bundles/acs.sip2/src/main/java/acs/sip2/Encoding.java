// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A character set with a delimiter, and what is known in advance about the two together. */
final class Encoding {
    private static final String ESSENTIAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789";

    final Charset charset;
    final byte delimiter;
    /** Every ASCII character is its own byte and every such byte its character, so these need no decoder. */
    final boolean ascii;
    /** There is no character it lacks. */
    final boolean complete;

    Encoding(Charset charset, byte delimiter) {
        byte[] expected = ESSENTIAL.getBytes(StandardCharsets.US_ASCII);
        if (!charset.canEncode() || !Arrays.equals(expected, ESSENTIAL.getBytes(charset))) {
            throw new IllegalArgumentException("charset: " + charset + " (expected: one that contains ASCII)");
        }
        this.charset = charset;
        this.delimiter = delimiter;
        this.ascii = isAscii(charset);
        this.complete = charset.equals(StandardCharsets.UTF_8);
    }

    /** Control characters cannot be part of a value that was read; a line feed inside one counts as a blank. */
    String decode(byte[] line, int from, int to) {
        boolean plain = ascii;
        boolean control = false;
        for (int i = from; i < to; i++) {
            byte b = line[i];
            plain &= b >= 0;
            control |= (b >= 0 && b < ' ') || b == 0x7F;
        }
        String text = new String(line, from, to - from, plain ? StandardCharsets.ISO_8859_1 : charset);
        return control ? blankControls(text) : text;
    }

    private static String blankControls(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            if (out[i] < ' ' || out[i] == 0x7F) {
                out[i] = ' ';
            }
        }
        return new String(out);
    }

    private static boolean isAscii(Charset charset) {
        byte[] bytes = new byte[128];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.equals(new String(bytes, charset)) && Arrays.equals(bytes, text.getBytes(charset));
    }
}
