// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.OptionalInt;

/** Numbers of a fixed number of characters: ASCII digits, on input also with blanks around them. */
final class Digits {
    private Digits() {}

    static OptionalInt read(String raw) {
        String trimmed = raw.trim();
        if (trimmed.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            value = value * 10 + (c - '0');
        }
        return OptionalInt.of(value);
    }

    static String write(String name, int value, int width, int limit) {
        if (value < 0 || value > limit) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0.." + limit + ")");
        }
        char[] out = new char[width];
        int rest = value;
        for (int i = width - 1; i >= 0; i--) {
            out[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(out);
    }
}
