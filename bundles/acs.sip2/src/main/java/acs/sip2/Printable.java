// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

/** Text that may go into a log: nobody can forge a line or drive a terminal with it. */
final class Printable {
    private Printable() {}

    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(isHarmless(c) ? c : '?');
        }
    }

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        append(out, text);
        return out.toString();
    }

    private static boolean isHarmless(char c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return c > 0x9F && c != '\u2028' && c != '\u2029' && !Outgoing.isInvisible(c);
    }
}
