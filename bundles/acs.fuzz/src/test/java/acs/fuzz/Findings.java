// SPDX-License-Identifier: Apache-2.0
package acs.fuzz;

import java.util.function.Supplier;

/** Plain ifs: what a fuzzer asks a million times must cost nothing while it holds. */
public final class Findings {
    private Findings() {}

    /** Fails unless it holds. */
    public static void check(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** Bytes as a person can read them, and paste them into a test. */
    public static String show(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (b >= ' ' && b < 0x7F) {
                text.append((char) b);
            } else {
                text.append(String.format("<%02X>", b & 0xFF));
            }
        }
        return text.toString();
    }
}
