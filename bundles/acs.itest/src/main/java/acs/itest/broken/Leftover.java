// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

/** A class that somebody forgot to pack. */
final class Leftover {
    private Leftover() {}

    static String name() {
        return "Dora";
    }
}
