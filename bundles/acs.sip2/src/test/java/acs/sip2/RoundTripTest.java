// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Properties that hold for all messages of all types, tried on many that are made by the table. */
class RoundTripTest {
    private static final int ROUNDS = 20;
    private static final int HOSTILE_ROUNDS = 8;

    @ParameterizedTest(name = "{0}, delimiter {1}, seed {2}")
    @CsvSource({
        "UTF-8, 0x7C, 1001",
        "UTF-8, 0x5E, 1002",
        "US-ASCII, 0x7C, 1003",
        "ISO-8859-1, 0x7C, 1004",
        "windows-1252, 0x7C, 1005",
        "IBM850, 0x7C, 1006",
        "windows-1255, 0x7C, 1007",
        "Big5, 0x80, 1008",
        "Shift_JIS, 0x09, 1009",
        "EUC-KR, 0x7C, 1010",
        "GB18030, 0x80, 1011"
    })
    void whatIsFitForTheWireComesBackAsItWas(Charset charset, int delimiter, long seed) {
        Wire wire = new Wire(charset, (char) delimiter);
        RandomMessages messages = new RandomMessages(seed, wire);
        for (int round = 0; round < ROUNDS; round++) {
            for (MessageType type : MessageType.values()) {
                Message message = messages.clean(type);
                byte[] body = wire.write(message);
                byte[] line = Trailer.append(body, OptionalInt.of(round % 10));

                assertSame(seed, OptionalInt.of(round % 10), ((Trailer.Good) Trailer.of(line)).sequence());
                assertSame(seed, text(body), text(Trailer.of(line).body()));
                assertSame(seed, new Reading.Understood(message, List.of()), wire.read(body));
                assertSame(seed, message, message.toBuilder().build());
            }
        }
    }

    @ParameterizedTest(name = "{0}, delimiter {1}, seed {2}")
    @CsvSource({
        "UTF-8, 0x7C, 2001",
        "US-ASCII, 0x7C, 2002",
        "IBM850, 0x7C, 2003",
        "windows-1252, 0x7C, 2004",
        "Big5, 0x7C, 2005",
        "Big5, 0x80, 2006",
        "EUC-JP, 0x09, 2007",
        "GB18030, 0x7C, 2008"
    })
    void noValueBecomesAnotherField(Charset charset, int delimiter, long seed) {
        Wire wire = new Wire(charset, (char) delimiter);
        RandomMessages messages = new RandomMessages(seed, wire);
        for (int round = 0; round < HOSTILE_ROUNDS; round++) {
            for (MessageType type : MessageType.values()) {
                Message message = messages.hostile(type);
                byte[] line = wire.write(message);
                Message read = ((Reading.Understood) wire.read(line)).message();

                assertSame(seed, type, read.type());
                assertSame(seed, codes(message), codes(read));
                assertSame(seed, text(line), text(wire.write(read)));
                assertSame(seed, -1, firstForbidden(line));
                assertSame(seed, true, longestValue(line, (byte) delimiter, type) <= Message.VALUE_LIMIT);
            }
        }
    }

    private static List<Field> codes(Message message) {
        return message.fields().stream().map(Tagged::field).toList();
    }

    private static int firstForbidden(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\r' || line[i] == '\n' || line[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int longestValue(byte[] line, byte delimiter, MessageType type) {
        int longest = 0;
        int start = 2 + type.fixedLength();
        for (int i = start; i < line.length; i++) {
            if (line[i] == delimiter) {
                longest = Math.max(longest, i - start - 2);
                start = i + 1;
            }
        }
        return longest;
    }

    /** AssertJ describes what it compares also when nothing is wrong, which is ten times the work of this. */
    private static void assertSame(long seed, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
