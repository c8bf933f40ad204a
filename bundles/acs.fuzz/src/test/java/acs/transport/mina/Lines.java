// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The lines that the transport makes of bytes. */
public final class Lines {
    private static final int LONGEST = 16 * 1024;

    private Lines() {}

    /** What is complete of the bytes of one terminal, until it is closed for what it sends. */
    public static List<byte[]> of(byte[] bytes) {
        Framing framing = new Framing();
        framing.append(ByteBuffer.wrap(bytes));
        return take(framing, LONGEST, false);
    }

    static List<byte[]> take(Framing framing, int longest, boolean withEmpty) {
        List<byte[]> lines = new ArrayList<>();
        byte @Nullable [] line = framing.next(longest, withEmpty);
        while (line != null) {
            lines.add(line);
            line = framing.next(longest, withEmpty);
        }
        return lines;
    }

    /** The same in pieces, as a network may deliver them. */
    static List<byte[]> inPieces(Framing framing, byte[] bytes, Random random, int longest, boolean withEmpty) {
        List<byte[]> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
            framing.append(ByteBuffer.wrap(bytes, at, length));
            at += length;
            if (random.nextInt(4) != 0) {
                lines.addAll(take(framing, longest, withEmpty));
            }
        }
        lines.addAll(take(framing, longest, withEmpty));
        return lines;
    }
}
