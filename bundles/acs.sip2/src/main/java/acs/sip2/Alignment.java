// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether the fixed part of a line has lost characters, so that everything after it has moved to the left.
 *
 * <p>Such a line must not be read: the patron or item could be the wrong one. It is recognised when
 *
 * <ul>
 *   <li>a delimiter stands in the fixed part, or
 *   <li>a capital letter stands where the table has none (a date, a number; anything but Y and N among flags), and with
 *       the next byte it is the code of a field of this message, or
 *   <li>the tagged part starts with a code that is none of this message's, one that is starts in the last few bytes
 *       before, and letters stand where digits are usual.
 * </ul>
 *
 * <p>A wrong letter alone, in a date for example, is not enough: it makes that value unreadable, not the message.
 */
final class Alignment {
    /** A payment that lacks its payment type, as one server's template had it, is two bytes short. */
    private static final int LOOK_BACK = 4;

    private Alignment() {}

    static boolean isShort(MessageType type, byte[] line, int start, int end, byte delimiter) {
        for (int i = start; i < end; i++) {
            if (line[i] == delimiter) {
                return true;
            }
        }
        return startsAmongOthers(type, line, start) || startsBeforeEnd(type, line, start, end);
    }

    private static boolean startsAmongOthers(MessageType type, byte[] line, int start) {
        int at = start;
        for (Fixed<?> fixed : type.layout()) {
            for (int next = at + fixed.width(); at < next; at++) {
                if (isLetter(line[at]) && fixed.letters().forbid(line[at]) && isCode(type, line, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsBeforeEnd(MessageType type, byte[] line, int start, int end) {
        if (end + 1 >= line.length || isCode(type, line, end)) {
            return false;
        }
        for (int at = end - 1; at >= start && at >= end - LOOK_BACK; at--) {
            if (isCode(type, line, at)) {
                return hasUnexpectedLetter(type, line, start);
            }
        }
        return false;
    }

    private static boolean hasUnexpectedLetter(MessageType type, byte[] line, int start) {
        int at = start;
        for (Fixed<?> fixed : type.layout()) {
            for (int next = at + fixed.width(); at < next; at++) {
                if (isLetter(line[at]) && !fixed.letters().expect(line[at])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isCode(MessageType type, byte[] line, int at) {
        @Nullable Field field = at + 1 < line.length ? Field.known(line[at], line[at + 1]) : null;
        return field != null && type.has(field);
    }
}
