// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static acs.fuzz.Findings.check;
import static acs.fuzz.Findings.show;
import static java.nio.charset.StandardCharsets.US_ASCII;

import acs.fuzz.Mutations;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, in whatever pieces: the lines are the same, none is too long, and the next message is read. */
class FramingFuzzTest {
    private static final long SEED = 5001;
    private static final int LONGEST = 300;
    private static final int EMPTY_LINES = 1000;
    private static final byte[] STATUS = "9900402.00".getBytes(US_ASCII);

    @FuzzTest
    void cuts(byte[] bytes) {
        for (boolean withEmpty : new boolean[] {false, true}) {
            Framing whole = new Framing();
            whole.append(ByteBuffer.wrap(bytes));
            List<byte[]> lines = Lines.take(whole, LONGEST, withEmpty);
            lines.forEach(line -> checkLine(line, withEmpty));

            Framing pieces = new Framing();
            Random random = new Random(Arrays.hashCode(bytes));
            List<byte[]> others = Lines.inPieces(pieces, bytes, random, LONGEST, withEmpty);
            check(
                    Arrays.deepEquals(lines.toArray(), others.toArray()),
                    () -> "in pieces other lines than "
                            + lines.stream().map(line -> show(line)).toList());
            check(
                    whole.fault(EMPTY_LINES).equals(pieces.fault(EMPTY_LINES)),
                    () -> whole.fault(EMPTY_LINES) + " / " + pieces.fault(EMPTY_LINES));
            checkGoesOn(pieces, withEmpty);
        }
    }

    private static void checkLine(byte[] line, boolean withEmpty) {
        check(line.length <= LONGEST, () -> "a line of " + line.length + " bytes");
        check(withEmpty || line.length > 0, () -> "an empty line");
        for (byte b : line) {
            check(b != '\r' && b != '\n', () -> "a line with an end in it: " + show(line));
        }
    }

    /**
     * What waits is little, and the message after it is read unless the terminal has to go. A telnet negotiation that was
     * begun may take some bytes with it.
     */
    private static void checkGoesOn(Framing framing, boolean withEmpty) {
        boolean goes = !framing.fault(EMPTY_LINES).isEmpty();
        check(goes || framing.size() <= LONGEST + 1, () -> framing.size() + " bytes wait");
        check((framing.size() == 0) || framing.partialSince() != 0, () -> "waits since never");
        framing.append(ByteBuffer.wrap(("\r".repeat(LONGEST) + "9900402.00\r").getBytes(US_ASCII)));
        List<byte[]> lines = Lines.take(framing, LONGEST, withEmpty);
        boolean read = !lines.isEmpty() && Arrays.equals(lines.get(lines.size() - 1), STATUS);
        check(read || !framing.fault(EMPTY_LINES).isEmpty(), () -> "the message after it is not read");
        check(framing.size() == 0 || !framing.fault(EMPTY_LINES).isEmpty(), () -> framing.size() + " bytes are left");
    }

    @Test
    @DisplayName("holds for mutations of its seeds, seed " + SEED)
    void holdsForMutationsOfItsSeeds() {
        Mutations.tryOn(FramingFuzzTest.class, "cuts", SEED, 20_000, this::cuts);
    }
}
