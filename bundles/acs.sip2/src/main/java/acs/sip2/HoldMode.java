// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

/** What a hold message (15) wants done. */
public enum HoldMode {
    ADD("+"),
    DELETE("-"),
    CHANGE("*"),
    /** Any other character; such a request is refused. Written as a blank. */
    UNKNOWN(" ");

    private final String code;

    HoldMode(String code) {
        this.code = code;
    }

    /** The character on the wire. */
    public String code() {
        return code;
    }

    static HoldMode read(String raw) {
        return switch (raw) {
            case "+" -> ADD;
            case "-" -> DELETE;
            case "*" -> CHANGE;
            default -> UNKNOWN;
        };
    }
}
