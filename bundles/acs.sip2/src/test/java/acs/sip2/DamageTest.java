// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever became of a line on its way: it is a message, all of whose accessors answer and which can be written again, or
 * a refusal with a reason; and no exception.
 */
class DamageTest {
    private static final long SEED = 20260115;
    /** Bytes that mean something somewhere. */
    private static final byte[] MEANINGFUL = bytes("\0\t\n\r |09AYZaz\u007F\u0080\u00EF\u00FB\u00FF");

    private static final List<Wire> WIRES = List.of(
            Wire.standard(),
            new Wire(Charset.forName("IBM850"), '|'),
            new Wire(Charset.forName("Big5"), '\u0080'),
            new Wire(Charset.forName("ISO-2022-JP"), '\t'));

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void everyPrefixIsRead(String line) {
        byte[] whole = Trailer.append(bytes(line), OptionalInt.of(3));
        for (int length = 0; length <= whole.length; length++) {
            exercise(Arrays.copyOf(whole, length), Wire.standard());
        }
    }

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void everySingleByteMutationIsRead(String line) {
        byte[] whole = Trailer.append(bytes(line), OptionalInt.of(3));
        for (int i = 0; i < whole.length; i++) {
            byte[] mutated = whole.clone();
            for (int value = 0; value < 256; value++) {
                mutated[i] = (byte) value;
                read(mutated, Wire.standard());
            }
            for (byte value : MEANINGFUL) {
                mutated[i] = value;
                exercise(mutated, Wire.standard());
            }
            for (int bit = 1; bit < 256; bit <<= 1) {
                mutated[i] = (byte) (whole[i] ^ bit);
                exercise(mutated, Wire.standard());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void everyLostOrDoubledByteIsRead(String line) {
        byte[] whole = bytes(line);
        for (int i = 0; i < whole.length; i++) {
            exercise(bytes(line.substring(0, i) + line.substring(i + 1)), Wire.standard());
            exercise(bytes(line.substring(0, i) + line.charAt(i) + line.substring(i)), Wire.standard());
        }
    }

    @ParameterizedTest
    @FieldSource("acs.sip2.Examples#LINES")
    void lostByteInTheFixedPartNeverMakesAnotherPatronOrItem(String line) {
        Message whole = Examples.message(line);
        for (int i = 2; i < 2 + whole.type().fixedLength(); i++) {
            byte[] shorter = bytes(line.substring(0, i) + line.substring(i + 1));
            if (Wire.standard().read(shorter) instanceof Reading.Understood reading) {
                assertThat(reading.message().get(Field.AA)).isIn("", whole.get(Field.AA));
                assertThat(reading.message().get(Field.AB)).isIn("", whole.get(Field.AB));
            }
        }
    }

    @Test
    @DisplayName("random bytes are read, seed " + SEED)
    void randomBytesAreRead() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10_000; round++) {
            byte[] line = new byte[random.nextInt(200)];
            random.nextBytes(line);
            if (line.length > 2) {
                String code = Examples.LINES.get(round % Examples.LINES.size()).substring(0, 2);
                System.arraycopy(bytes(code), 0, line, 0, 2);
            }
            exercise(line, WIRES.get(round % WIRES.size()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3001, 3002})
    void damagedRandomMessagesAreRead(long seed) {
        Random random = new Random(seed);
        for (Wire wire : WIRES) {
            RandomMessages messages = new RandomMessages(seed, wire);
            for (int round = 0; round < 32; round++) {
                for (MessageType type : MessageType.values()) {
                    byte[] line = Trailer.append(wire.write(messages.clean(type)), OptionalInt.of(round % 10));
                    for (int damage = random.nextInt(4); damage >= 0; damage--) {
                        line = damaged(line, random);
                    }
                    exercise(line, wire);
                }
            }
        }
    }

    private static byte[] damaged(byte[] line, Random random) {
        int at = random.nextInt(line.length + 1);
        int length = Math.min(line.length - at, 1 + random.nextInt(8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(line, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> {} // lost
            case 1 -> out.write(MEANINGFUL, random.nextInt(MEANINGFUL.length), 1);
            case 2 -> out.write(random.nextInt(256));
            default -> {
                out.write(line, at, length);
                out.write(line, at, length);
            }
        }
        out.write(line, at + length, line.length - at - length);
        return out.toByteArray();
    }

    private static Reading read(byte[] line, Wire wire) {
        Reading reading = wire.read(Trailer.of(line).body());
        if (reading instanceof Reading.NotUnderstood not) {
            check(!not.reason().isBlank(), not);
        } else {
            check(((Reading.Understood) reading).oddities().size() <= Reading.ODDITIES_LIMIT, reading);
        }
        return reading;
    }

    private static void exercise(byte[] line, Wire wire) {
        if (!(read(line, wire) instanceof Reading.Understood understood)) {
            return;
        }
        Message message = understood.message();
        message.type().layout().forEach(message::get);
        message.fields().forEach(tagged -> check(message.has(tagged.field()), message));
        check(message.toString().chars().noneMatch(c -> c < ' '), message);
        byte[] written = wire.write(message);
        for (byte b : written) {
            check(b != '\r' && b != '\n' && b != 0, message);
        }
        check(wire.read(written) instanceof Reading.Understood, message);
    }

    /** Most of a million lines: plain ifs are a tenth of the time. */
    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
