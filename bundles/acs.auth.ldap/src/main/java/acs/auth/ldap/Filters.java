// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.nio.charset.StandardCharsets;

/** Search filters as RFC 4515 writes them. */
final class Filters {
    private Filters() {}

    /** Entries whose attribute has the value, and that match the extra term if there is one. */
    static String equal(String attribute, String value, String extra) {
        String filter = "(" + attribute + "=" + escape(value) + ")";
        return extra.isEmpty() ? filter : "(&" + filter + extra + ")";
    }

    /** A value that means itself: everything but letters and digits of ASCII is written as its bytes. */
    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(one)) {
                escaped.append((char) one);
            } else {
                escaped.append(String.format("\\%02x", one & 0xff));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(byte one) {
        return (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z');
    }
}
