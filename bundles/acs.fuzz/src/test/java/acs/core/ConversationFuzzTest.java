// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static acs.fuzz.Findings.check;
import static acs.fuzz.Findings.show;

import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.api.Dialect.Terminator;
import acs.fuzz.LogTrap;
import acs.fuzz.Mutations;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import acs.transport.mina.Lines;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whatever a terminal sends: each of its lines gets at most one answer, which is one that the protocol has; no exception
 * is logged; and the terminal beside it gets what it always got.
 *
 * <p>The first byte says which kind of terminal it is, the rest is what it sends.
 */
class ConversationFuzzTest {
    private static final long SEED = 7001;
    private static final int LONGEST_MESSAGE = 8192;
    /** What more of them would add is little, and time. */
    private static final int MOST_LINES = 40;

    private static final World WORLD = new World();
    /** Connected once and for all. */
    private static final Kiosk NEIGHBOUR = WORLD.beside();

    private static int said;

    private static final List<String> BESIDE = List.of(
            "9300CNsc01|COsecret1|CPSC1|",
            "9900402.00",
            "2300120260115    093000AOMAIN|AAP110|AC|AD1234|",
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|",
            "6300120260115    093000  Y       AOMAIN|AAP110|AD1234|",
            "3720260115    0930000402USDBV5.00|AOMAIN|AAP200|CGF1|BKPAY-1|",
            "09N20260115    09300020260115    093000APSC1|AOMAIN|ABI001|AC|BIN|",
            "1720260115    093000AOMAIN|ABI001|");

    private static final List<String> RIGHT = List.of(
            "941",
            "98YYYYYY10000320260115    0930002.00AOMAIN|AMMAIN Library|BXYYYYYYYYYYYYYYYY|ANSC1|",
            "24              00120260115    093000AEGrace Hopper|AAP110|BLY|CQY|BHUSD|BV0.00|AOMAIN|",
            "121NNY20260115    093000AOMAIN|AAP110|ABI001|AJDubliners|AH20260205    235900|CK001|",
            "64              00120260115    093000000000000001000000000000AOMAIN|AAP110|AEGrace Hopper|BZ0020|CA0005"
                    + "|CB0020|BLY|CQY|BHUSD|BV0.00|CC10.00|AUI001|BD1 Navy Yard|BEgrace@example.org|BF555-0110"
                    + "|PB19061209|PCADULT|PIY|",
            "38Y20260115    093000AOMAIN|AAP200|BKPAY-1|",
            "101YNN20260115    093000AOMAIN|ABI001|AQMain stacks|AJDubliners|AAP110|CK001|",
            "1803000120260115    093000ABI001|AJDubliners|CK001|AQMain stacks|BGMAIN|");

    @FuzzTest
    void answers(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        WORLD.begin();
        List<byte[]> lines = Lines.of(Arrays.copyOfRange(bytes, 1, bytes.length));
        talk((bytes[0] & 0xFF) % World.kinds(), lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        LogTrap.check();
    }

    /** The terminal beside says one thing after each line of the other. */
    private static void talk(int kind, List<byte[]> lines) {
        Kiosk fuzzed = WORLD.fuzzed(kind);
        for (byte[] line : lines) {
            Dialect dialect = World.dialect(fuzzed.conversation);
            byte[] answer = fuzzed.send(line.clone());
            if (answer.length > 0) {
                checkAnswer(line, answer, isLogin(line) ? spokenIn(answer, dialect) : dialect);
            }
            checkBeside();
            if (fuzzed.isClosed()) {
                fuzzed = WORLD.fuzzed(kind);
            }
        }
        checkBeside();
    }

    private static void checkBeside() {
        int index = said++ % BESIDE.size();
        String answer = NEIGHBOUR.send(BESIDE.get(index));
        check(
                answer.equals(RIGHT.get(index)) && !NEIGHBOUR.isClosed(),
                () -> BESIDE.get(index) + "\n  was answered " + answer);
    }

    private static void checkAnswer(byte[] line, byte[] answer, Dialect dialect) {
        byte[] end = dialect.terminator().text().getBytes(StandardCharsets.US_ASCII);
        int length = answer.length - end.length;
        check(
                length > 0 && Arrays.equals(answer, length, answer.length, end, 0, end.length),
                () -> "not ended: " + show(answer));
        byte[] content = Arrays.copyOf(answer, length);
        check(length <= LONGEST_MESSAGE, () -> "an answer of " + length + " bytes");
        for (byte b : content) {
            check(b != '\r' && b != '\n' && b != 0, () -> "more than a line: " + show(answer));
        }
        Trailer trailer = Trailer.of(content);
        check(!(trailer instanceof Trailer.Bad), () -> "a wrong checksum: " + show(answer));
        Reading reading = new Wire(dialect.charset(), dialect.delimiter()).read(trailer.body());
        check(reading instanceof Reading.Understood, () -> "not understood: " + show(answer));
        checkKind(line, ((Reading.Understood) reading), trailer, dialect);
    }

    private static void checkKind(byte[] line, Reading.Understood answer, Trailer trailer, Dialect dialect) {
        MessageType type = answer.message().type();
        check(!type.request(), () -> "answered by " + type);
        if (!isOfFirstVersion(answer.message())) {
            check(answer.oddities().isEmpty(), () -> type + ": " + answer.oddities());
        }
        boolean asked = Trailer.of(line) instanceof Trailer.Good;
        boolean resent = type == MessageType.REQUEST_SC_RESEND || isResend(line);
        if (asked && !resent && dialect.errorDetection() != ErrorDetection.DISABLED) {
            check(sequence(trailer).equals(sequence(Trailer.of(line))), () -> "another number than it was asked with");
        }
    }

    /** It has no BX yet. */
    private static boolean isOfFirstVersion(Message answer) {
        return answer.type() == MessageType.ACS_STATUS
                && answer.get(Fixed.PROTOCOL_VERSION).equals(ProtocolVersion.SIP1.text());
    }

    private static boolean isResend(byte[] line) {
        return startsWith(Trailer.of(line).body(), "97");
    }

    private static boolean startsWith(byte[] line, String code) {
        return line.length >= 2 && line[0] == code.charAt(0) && line[1] == code.charAt(1);
    }

    private static OptionalInt sequence(Trailer trailer) {
        return trailer instanceof Trailer.Good good ? good.sequence() : OptionalInt.of(-1);
    }

    private static boolean isLogin(byte[] line) {
        return startsWith(Wire.trim(line), "93");
    }

    /** A login is answered as its account wants it, or as the one before it if it fails. */
    private static Dialect spokenIn(byte[] answer, Dialect before) {
        boolean bare = answer[answer.length - 1] == '\r';
        Terminator terminator = bare ? Terminator.CR : Terminator.CRLF;
        return new Dialect(
                before.charset(), before.delimiter(), terminator, ErrorDetection.DISABLED, before.patronId());
    }

    @Test
    @DisplayName("holds for mutations of its seeds, seed " + SEED)
    void holdsForMutationsOfItsSeeds() {
        Mutations.tryOn(ConversationFuzzTest.class, "answers", SEED, 400, this::answers);
    }
}
