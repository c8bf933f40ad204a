// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.sip2.Trailer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;

/** Who writes the trailers of a transcript's messages, and looks at those of the answers. */
enum Trailers {
    /** The transcript; it also says what those of the answers are. */
    WRITTEN,
    /** Nobody: there is no error detection. */
    NONE,
    /** The runner: every message has one, every answer must, and it is not shown to the transcript. */
    ADDED;

    Connection connection() {
        return new Connection(this);
    }

    /** The numbers of one connection. For one thread. */
    static final class Connection {
        private static final byte[] RESEND = {'9', '7'};

        private final Trailers kind;
        /** Of the messages that have no answer yet; empty = its answer bears any number. */
        private final Deque<OptionalInt> open = new ArrayDeque<>();

        private int next;

        private Connection(Trailers kind) {
            this.kind = kind;
        }

        byte[] seal(byte[] line) {
            if (kind != ADDED) {
                return line;
            }
            if (Arrays.equals(line, RESEND)) {
                open.add(OptionalInt.empty());
                return Trailer.append(line, OptionalInt.empty());
            }
            OptionalInt number = OptionalInt.of(next);
            next = (next + 1) % 10;
            open.add(number);
            return Trailer.append(line, number);
        }

        /** The last message is not answered. */
        void silence() {
            open.pollLast();
        }

        byte[] open(byte[] answer) {
            if (kind == WRITTEN) {
                return answer;
            }
            Trailer trailer = Trailer.of(answer);
            if (kind == NONE) {
                return require(trailer instanceof Trailer.None, "a trailer that nobody asked for", answer, answer);
            }
            OptionalInt expected = open.isEmpty() ? OptionalInt.empty() : open.poll();
            OptionalInt number = trailer instanceof Trailer.Good good ? good.sequence() : OptionalInt.of(-1);
            require(trailer instanceof Trailer.Good, "the answer has no trailer, or a wrong one", answer, answer);
            if (new String(trailer.body(), StandardCharsets.ISO_8859_1).equals("96")) {
                return require(number.isEmpty(), "96 has a sequence number", answer, trailer.body());
            }
            boolean right = expected.isEmpty() || expected.equals(number);
            return require(right, "the sequence number is not the one of the request", answer, trailer.body());
        }

        private static byte[] require(boolean right, String otherwise, byte[] answer, byte[] result) {
            if (!right) {
                throw new AssertionError(otherwise + "\nbut was:  " + new String(answer, StandardCharsets.ISO_8859_1));
            }
            return result;
        }
    }
}
