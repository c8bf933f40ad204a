// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

/** A cell does not hold what its column wants; the message says what that is. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String expected) {
        super(expected, null, false, false);
    }
}
