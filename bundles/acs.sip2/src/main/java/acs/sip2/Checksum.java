// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.charset.StandardCharsets;

/** The four hexadecimal digits after AZ: the two's complement of the sum of all bytes before them, low 16 bits. */
public final class Checksum {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 4;

    private Checksum() {}

    /** The checksum in capital letters, of a message from its code to the letters AZ, both included. */
    public static String of(byte[] upToAndIncludingAZ) {
        byte[] digits = new byte[LENGTH];
        write(sum(upToAndIncludingAZ, 0, upToAndIncludingAZ.length), digits, 0);
        return new String(digits, StandardCharsets.US_ASCII);
    }

    /** Whether a line that ends with four hexadecimal digits, of either case, ends with the right ones. */
    public static boolean matches(byte[] line) {
        return line.length >= LENGTH && matches(line, 0, line.length);
    }

    static boolean matches(byte[] line, int from, int to) {
        int claimed = 0;
        for (int i = to - LENGTH; i < to; i++) {
            int digit = hex(line[i]);
            if (digit < 0) {
                return false;
            }
            claimed = (claimed << 4) | digit;
        }
        return ((sum(line, from, to - LENGTH) + claimed) & 0xFFFF) == 0;
    }

    static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }

    static void write(int sum, byte[] out, int at) {
        int value = -sum;
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[at + i] = DIGITS[value & 0xF];
            value >>= 4;
        }
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hex(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
