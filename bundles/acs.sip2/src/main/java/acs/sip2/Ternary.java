// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

/** Yes, no, or the library cannot say. Devices treat {@link #UNKNOWN} as no. */
public enum Ternary {
    YES("Y"),
    NO("N"),
    UNKNOWN("U");

    private final String code;

    Ternary(String code) {
        this.code = code;
    }

    /** {@link #YES} or {@link #NO}. */
    public static Ternary of(boolean value) {
        return value ? YES : NO;
    }

    /** The character on the wire. */
    public String code() {
        return code;
    }

    static Ternary read(String raw) {
        return switch (raw) {
            case "Y" -> YES;
            case "N" -> NO;
            default -> UNKNOWN;
        };
    }
}
