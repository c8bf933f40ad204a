// SPDX-License-Identifier: Apache-2.0
package acs.client;

import acs.sip2.Wire;

/** What came from a scanner or a keyboard, before it goes into a message. */
public final class UserInput {
    private UserInput() {}

    /**
     * The value, if nothing in it could end a field or a message and so put words into the terminal's mouth.
     *
     * @param name what it is called, for the error
     * @throws IllegalArgumentException if there is a control character or the delimiter in it; the value is not named, it
     *     may be a secret
     */
    public static String checked(String name, String value, Wire wire) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == wire.delimiter() || Character.isISOControl(c)) {
                throw new IllegalArgumentException(name + ": character " + (i + 1)
                        + " is a control character or the delimiter (expected: neither)");
            }
        }
        return value;
    }
}
