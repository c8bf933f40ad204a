// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the bytes are: reading returns, every accessor answers, and what is written can be read again. */
class FuzzTest {
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
            for (int value = 0; value < 256; value++) {
                byte[] mutated = whole.clone();
                mutated[i] = (byte) value;
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
    void randomBytesAreRead() {
        Random random = new Random(20260115);
        for (int round = 0; round < 20_000; round++) {
            byte[] line = new byte[random.nextInt(200)];
            random.nextBytes(line);
            if (line.length > 2) {
                String code = Examples.LINES.get(round % Examples.LINES.size()).substring(0, 2);
                System.arraycopy(bytes(code), 0, line, 0, 2);
            }
            exercise(line, WIRES.get(round % WIRES.size()));
        }
    }

    private static void exercise(byte[] line, Wire wire) {
        byte[] body = Trailer.of(line).body();
        if (!(wire.read(body) instanceof Reading.Understood reading)) {
            return;
        }
        Message message = reading.message();
        message.type().layout().forEach(message::get);
        message.fields().forEach(tagged -> check(message.has(tagged.field()), message));
        check(message.toString().chars().noneMatch(c -> c < ' '), message);
        byte[] written = wire.write(message);
        wire.read(written);
        for (byte b : written) {
            check(b != '\r' && b != '\n' && b != 0, message);
        }
    }

    /** Half a million lines: plain ifs are a tenth of the time. */
    private static void check(boolean holds, Message message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
