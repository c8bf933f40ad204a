// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.Arrays;

/** What comes before the first character of a message without being part of it. */
final class LeadingNoise {
    private static final int TELNET_COMMAND = 0xFF;
    private static final int TELNET_WILL = 0xFB;
    private static final int TELNET_DONT = 0xFE;

    private LeadingNoise() {}

    static byte[] strip(byte[] line) {
        int start = 0;
        while (start < line.length) {
            int length = noiseAt(line, start);
            if (length == 0) {
                break;
            }
            start += length;
        }
        return start == 0 ? line : Arrays.copyOfRange(line, Math.min(start, line.length), line.length);
    }

    private static int noiseAt(byte[] line, int at) {
        int first = line[at] & 0xFF;
        if (first == 0 || first == '\n' || first == '\r' || first == ' ' || first == '\t') {
            return 1;
        }
        int second = at + 1 < line.length ? line[at + 1] & 0xFF : -1;
        if (first == TELNET_COMMAND && second >= TELNET_WILL && second <= TELNET_DONT) {
            return 3;
        }
        boolean mark = first == 0xEF && second == 0xBB && at + 2 < line.length && (line[at + 2] & 0xFF) == 0xBF;
        return mark ? 3 : 0;
    }
}
