// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Bytes that cannot be written down as they are: {@code \r}, {@code \n}, {@code \t}, {@code \x00}, {@code \\}. */
final class Escapes {
    private Escapes() {}

    static byte[] bytes(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
            bytes.writeBytes(text.substring(from, at).getBytes(charset));
            char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            from = at + 2;
            switch (kind) {
                case 'r' -> bytes.write('\r');
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case '\\' -> bytes.write('\\');
                case 'x' -> {
                    bytes.write(Integer.parseInt(text.substring(from, from + 2), 16));
                    from += 2;
                }
                default ->
                    throw new IllegalArgumentException(
                            "escape: \\" + kind + " (expected: \\r, \\n, \\t, \\xHH or \\\\)");
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(charset));
        return bytes.toByteArray();
    }
}
