// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

/** Values from a file, made fit to stand in one line of a log. */
final class Text {
    private static final int MAX_LENGTH = 80;

    private Text() {}

    /** In back quotes, without control characters, cut where it gets long. */
    static String quoted(String value) {
        String plain = plain(value);
        return "`" + (plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH) + "…") + "`";
    }

    /** With a blank for every control character, line ends included. */
    static String plain(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
