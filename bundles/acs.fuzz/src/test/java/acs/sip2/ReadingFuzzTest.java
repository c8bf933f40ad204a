// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.fuzz.Findings.check;
import static acs.fuzz.Findings.show;

import acs.fuzz.Mutations;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a line is: it is a message or a named refusal, and what is written of it is read as the same. */
class ReadingFuzzTest {
    private static final long SEED = 6001;
    private static final int SHORTEST_SECRET = 8;
    /** What is left out between fixed part and first field may have kept the two from looking like another field. */
    private static final Set<String> DROPPED = Set.of("field of one character", "field without a code");

    private static final List<Wire> WIRES = List.of(
            Wire.standard(),
            new Wire(Charset.forName("IBM850"), '|'),
            new Wire(Charset.forName("US-ASCII"), '|'),
            new Wire(Charset.forName("Big5"), '|'));

    @FuzzTest
    void reads(byte[] line) {
        Trailer trailer = Trailer.of(line);
        if (trailer instanceof Trailer.Good good) {
            Trailer again = Trailer.of(Trailer.append(good.body(), good.sequence()));
            check(
                    again instanceof Trailer.Good same
                            && same.sequence().equals(good.sequence())
                            && Arrays.equals(same.body(), good.body()),
                    () -> "the trailer of its body is another: " + show(good.body()));
        }
        WIRES.forEach(wire -> read(trailer.body(), wire));
    }

    private static void read(byte[] body, Wire wire) {
        Reading reading = wire.read(body);
        if (reading instanceof Reading.NotUnderstood not) {
            check(!not.reason().isBlank(), () -> "no reason");
            return;
        }
        Reading.Understood understood = (Reading.Understood) reading;
        Message message = understood.message();
        check(understood.oddities().size() <= Reading.ODDITIES_LIMIT, () -> "too odd");
        message.type().layout().forEach(message::get);
        checkPrinted(message);
        if (understood.oddities().stream().noneMatch(DROPPED::contains)) {
            checkWritten(message, wire);
        }
    }

    private static void checkPrinted(Message message) {
        String printed = message.toString();
        check(printed.chars().noneMatch(c -> c < ' ' || (c >= 0x7F && c <= 0x9F)), () -> "forges a log");
        for (Tagged tagged : message.fields()) {
            String secret = tagged.value();
            if (tagged.field().secret() && secret.length() >= SHORTEST_SECRET && printed.contains(secret)) {
                check(isSaidElsewhere(secret, message), () -> "tells a secret: " + printed);
            }
        }
    }

    private static boolean isSaidElsewhere(String secret, Message message) {
        if (message.fields().stream()
                .anyMatch(tagged -> !tagged.field().secret() && tagged.value().contains(secret))) {
            return true;
        }
        Message.Builder rest = message.toBuilder();
        message.fields().stream().map(Tagged::field).filter(Field::secret).forEach(rest::without);
        return rest.build().toString().contains(secret);
    }

    private static void checkWritten(Message message, Wire wire) {
        byte[] written = wire.write(message);
        for (byte b : written) {
            check(b != '\r' && b != '\n' && b != 0, () -> "breaks a line: " + show(written));
        }
        check(wire.read(written) instanceof Reading.Understood, () -> "not understood any more: " + show(written));
        Message again = ((Reading.Understood) wire.read(written)).message();
        check(codes(again).equals(codes(message)), () -> codes(message) + " became " + codes(again));
        check(Arrays.equals(wire.write(again), written), () -> "written differently: " + show(written));
    }

    /** A code with anything but printable ASCII in it is nobody's, and is written with question marks. */
    private static List<String> codes(Message message) {
        return message.fields().stream()
                .map(tagged -> tagged.field().code().replaceAll("[^ -{}~]", "?"))
                .toList();
    }

    @Test
    @DisplayName("holds for mutations of its seeds, seed " + SEED)
    void holdsForMutationsOfItsSeeds() {
        Mutations.tryOn(ReadingFuzzTest.class, "reads", SEED, 2_500, this::reads);
    }
}
