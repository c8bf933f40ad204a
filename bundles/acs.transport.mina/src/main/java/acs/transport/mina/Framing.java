// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one terminal into lines.
 *
 * <p>CR, LF and CRLF end a line alike. NUL padding and telnet negotiation in front of a line are skipped, blank lines are
 * left out, a line that is too long is thrown away up to its end. Blanks in front of a message stay, because a terminal
 * may have counted them into its checksum. While nothing waits, no memory is held.
 *
 * <p>Safe for use by many threads.
 */
final class Framing {
    private static final byte[] NOTHING = new byte[0];
    private static final int OVERLONG_LINES = 3;

    /** Telnet's escape byte, and the commands behind it that have more than two bytes. */
    private static final int IAC = 0xFF;

    private static final int WILL = 0xFB;
    private static final int BEGIN = 0xFA;
    private static final int END = 0xF0;
    private static final int LONGEST_NEGOTIATION = 256;

    private byte[] buffer = NOTHING;
    private int start;
    private int scanned;
    private int end;

    private boolean afterCr;
    private boolean discarding;
    private int padding;
    private int empty;
    private int overlong;
    private long partialSince;

    /** More bytes came. */
    synchronized void append(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (buffer.length - end < count) {
            int waiting = end - start;
            byte[] room = new byte[Math.max(waiting + count, 2 * waiting)];
            System.arraycopy(buffer, start, room, 0, waiting);
            buffer = room;
            scanned -= start;
            start = 0;
            end = waiting;
        }
        bytes.get(buffer, end, count);
        end += count;
    }

    /** How many bytes wait. */
    synchronized int size() {
        return end - start;
    }

    /** When the line that waits for its end began, by {@link System#nanoTime}; 0 if none does. */
    synchronized long partialSince() {
        return partialSince;
    }

    /** Why nothing more is to be expected of this terminal; empty if all is well. */
    synchronized String fault(int emptyLines) {
        if (overlong >= OVERLONG_LINES) {
            return "its lines are too long";
        }
        return empty >= emptyLines ? "it sends empty lines" : "";
    }

    /**
     * The next line, without its end; null if none is complete.
     *
     * @param longest how many bytes a line may have
     * @param withEmpty whether a blank line is one, too
     */
    synchronized byte @Nullable [] next(int longest, boolean withEmpty) {
        while (start < end && overlong < OVERLONG_LINES) {
            boolean begun = discarding || skipPadding(longest);
            int stop = begun ? findEnd() : -1;
            if (stop >= 0) {
                byte @Nullable [] line = take(stop, longest, withEmpty);
                if (line != null) {
                    settle();
                    return line;
                }
                continue;
            }
            discarding |= end - start > longest;
            if (!discarding) {
                break;
            }
            start = end;
            scanned = end;
        }
        settle();
        if (partialSince == 0 && (start < end || discarding)) {
            partialSince = System.nanoTime() | 1;
        }
        return null;
    }

    /** Takes what ends at {@code stop} out of the buffer; null if it is not for anybody. */
    private byte @Nullable [] take(int stop, int longest, boolean withEmpty) {
        int first = start;
        boolean tooLong = discarding || stop - first > longest;
        boolean restOfCrLf = afterCr && !discarding && stop == first && buffer[stop] == '\n';
        afterCr = buffer[stop] == '\r';
        start = stop + 1;
        scanned = start;
        discarding = false;
        padding = 0;
        partialSince = 0;
        if (restOfCrLf) {
            return null;
        }
        if (tooLong) {
            overlong++;
            return null;
        }
        if (isBlank(first, stop)) {
            empty++;
            return withEmpty ? NOTHING : null;
        }
        empty = 0;
        overlong = 0;
        return Arrays.copyOfRange(buffer, first, stop);
    }

    /** Skips what pads the front of a line; whether anything else is there. */
    private boolean skipPadding(int longest) {
        while (start == scanned && start < end && overlong < OVERLONG_LINES) {
            int length = paddingLength();
            if (length == 0) {
                return true;
            }
            if (length > end - start) {
                return false;
            }
            start += length;
            scanned = start;
            padding += length;
            if (padding > longest) {
                padding = 0;
                overlong++;
            }
        }
        return start < end && overlong < OVERLONG_LINES;
    }

    /** How many bytes of padding the start has; more than are there if that cannot be told yet. */
    private int paddingLength() {
        if (buffer[start] == 0) {
            return 1;
        }
        if (unsigned(start) != IAC) {
            return 0;
        }
        int unknown = end - start + 1;
        if (end - start < 2) {
            return unknown;
        }
        int command = unsigned(start + 1);
        if (command != BEGIN) {
            return command >= WILL && command < IAC ? 3 : 2;
        }
        int last = Math.min(end, start + LONGEST_NEGOTIATION) - 1;
        for (int i = start + 2; i < last; i++) {
            if (unsigned(i) == IAC && unsigned(i + 1) == END) {
                return i + 2 - start;
            }
        }
        return end - start < LONGEST_NEGOTIATION ? unknown : 2;
    }

    private int findEnd() {
        for (; scanned < end; scanned++) {
            if (buffer[scanned] == '\r' || buffer[scanned] == '\n') {
                return scanned;
            }
        }
        return -1;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int unsigned(int index) {
        return buffer[index] & 0xFF;
    }

    private void settle() {
        if (start == end) {
            buffer = NOTHING;
            start = 0;
            scanned = 0;
            end = 0;
        }
    }
}
