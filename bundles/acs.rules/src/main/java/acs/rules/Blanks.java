// SPDX-License-Identifier: Apache-2.0
package acs.rules;

/**
 * What a directive does to the blanks beside it: {@code -} takes them up to the line's end, with it; {@code ~} takes all;
 * {@code =} makes one of them; {@code +} leaves them.
 */
final class Blanks {
    private Blanks() {}

    /** The text before a directive. */
    static String before(char trim, String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return switch (trim) {
            case '~' -> text.substring(0, end);
            case '=' -> end < text.length() ? text.substring(0, end) + " " : text;
            case '-' -> text.substring(0, Math.max(end, lineEndBefore(text)));
            default -> text;
        };
    }

    /** The text after a directive. */
    static String after(char trim, String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return switch (trim) {
            case '~' -> text.substring(start);
            case '=' -> start > 0 ? " " + text.substring(start) : text;
            case '-' -> text.substring(Math.min(start, lineEndAfter(text)));
            default -> text;
        };
    }

    private static int lineEndBefore(String text) {
        int line = text.lastIndexOf('\n');
        return Math.max(line, 0);
    }

    private static int lineEndAfter(String text) {
        int line = text.indexOf('\n');
        return line < 0 ? text.length() : line + 1;
    }
}
