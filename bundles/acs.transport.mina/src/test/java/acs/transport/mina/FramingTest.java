// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
    private final Framing framing = new Framing();

    @ParameterizedTest
    @ValueSource(strings = {"a\rb\r", "a\nb\n", "a\r\nb\r\n", "a\n\rb\n\r", "a\r\rb\r", "a\r\n\r\n\nb\n", "\n\na\rb\n"})
    @DisplayName("R-012 R-014 CR, LF and both end a line")
    void endsALineAtCrAtLfAndAtBoth(String bytes) {
        assertThat(lines(bytes)).containsExactly("a", "b");
    }

    @Test
    void keepsWhatHasNoEndYet() {
        assertThat(lines("99003")).isEmpty();
        assertThat(framing.partialSince()).isNotZero();
        assertThat(lines("02.00\r63")).containsExactly("9900302.00");
        assertThat(framing.size()).isEqualTo(2);
    }

    @Test
    void holdsNothingWhileNothingWaits() {
        assertThat(lines("9900302.00\r")).hasSize(1);
        assertThat(framing.size()).isZero();
        assertThat(framing.partialSince()).isZero();
    }

    @Test
    @DisplayName("R-010 NUL in front of a line is skipped")
    void skipsNulInFrontOfALine() {
        assertThat(lines("\0\0a\r\0\0\0\nb\0\r")).containsExactly("a", "b\0");
    }

    @Test
    @DisplayName("R-015 blanks in front of a message stay for the checksum")
    void keepsBlanksInFrontOfAMessage() {
        assertThat(lines(" \t99\r")).containsExactly(" \t99");
    }

    @Test
    void leavesBlankLinesOut() {
        assertThat(lines("  \t \r\0 \na\r")).containsExactly("a");
    }

    @Test
    @DisplayName("R-022 telnet negotiation is skipped")
    void skipsTelnetNegotiationInFrontOfALine() {
        String will = "\u00FF\u00FB\u0018";
        String terminalType = "\u00FF\u00FA\u0018\u0000vt100\r\u00FF\u00F0";
        String areYouThere = "\u00FF\u00F6";
        assertThat(lines(will + terminalType + "a\r" + areYouThere + will + "b\r"))
                .containsExactly("a", "b");
    }

    @Test
    void waitsForTheRestOfANegotiation() {
        assertThat(lines("\u00FF")).isEmpty();
        assertThat(lines("\u00FB")).isEmpty();
        assertThat(lines("\r")).isEmpty();
        assertThat(lines("a\r")).containsExactly("a");
    }

    @Test
    void endsANegotiationThatDoesNotEnd() {
        lines("\u00FF\u00FA" + "x".repeat(400) + "\ra\r");
        assertThat(lines("b\r")).containsExactly("b");
    }

    @Test
    @DisplayName("R-002 the longest line is taken whole")
    void takesTheLongestLine() {
        assertThat(lines("x".repeat(100) + "\r")).containsExactly("x".repeat(100));
    }

    @Test
    void throwsALineAwayThatIsTooLong() {
        assertThat(lines("x".repeat(101) + "\ra\r")).containsExactly("a");
        assertThat(lines("x".repeat(80))).isEmpty();
        assertThat(lines("x".repeat(80))).isEmpty();
        assertThat(framing.size()).isZero();
        assertThat(framing.partialSince()).isNotZero();
        assertThat(lines("x".repeat(1000))).isEmpty();
        assertThat(lines("x\r\nb\r")).containsExactly("b");
        assertThat(framing.fault(10)).isEmpty();
    }

    @Test
    void givesUpAfterThreeOverlongLinesInARow() {
        String overlong = "x".repeat(200) + "\r";
        lines(overlong + overlong + "a\r" + overlong + overlong);
        assertThat(framing.fault(10)).isEmpty();
        assertThat(lines(overlong + "a\r")).isEmpty();
        assertThat(framing.fault(10)).isNotEmpty();
    }

    @Test
    void givesUpAfterEndlessPadding() {
        lines("\0".repeat(400));
        assertThat(framing.fault(10)).isNotEmpty();
    }

    @Test
    void givesUpAfterEndlessPaddingInOnePiece() {
        assertThat(lines("\0".repeat(400) + "a\r")).isEmpty();
        assertThat(framing.fault(10)).isNotEmpty();
    }

    @Test
    void countsEmptyLinesInARow() {
        lines("\r".repeat(9) + "a\n" + "\n".repeat(9));
        assertThat(framing.fault(10)).isEmpty();
        lines("\n");
        assertThat(framing.fault(10)).isNotEmpty();
    }

    @Test
    void countsTheLfOfACrLfForNothing() {
        lines("\r\n".repeat(9));
        assertThat(framing.fault(10)).isEmpty();
    }

    @Test
    void tellsEmptyLinesIfAsked() {
        framing.append(bytes("name\r\n\r\n"));
        assertThat(framing.next(100, true)).asString(ISO_8859_1).isEqualTo("name");
        assertThat(framing.next(100, true)).isEmpty();
        assertThat(framing.next(100, true)).isNull();
    }

    @Test
    void findsTheSameLinesHoweverTheyAreCut() {
        String text = "\0\0990\r\n\u00FF\u00FB\u0001  63\r" + "x".repeat(150)
                + "\n\r11\0Y|\n\u00FF\u00FA\u0001\u00FF\u00F0a\r";
        List<String> whole = lines(text);
        assertThat(whole).containsExactly("990", "  63", "11\0Y|", "a");
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            Framing other = new Framing();
            List<String> found = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(round % 20 + 1));
                found.addAll(lines(other, text.substring(from, to)));
                from = to;
            }
            assertThat(found).as("round %d", round).isEqualTo(whole);
        }
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(2);
        byte[] special = {0, '\r', '\n', ' ', (byte) 0xFF, (byte) 0xFA, (byte) 0xF0, (byte) 0xFB, 'a'};
        for (int round = 0; round < 3000; round++) {
            Framing other = new Framing();
            for (int part = 0; part < 4; part++) {
                byte[] bytes = new byte[random.nextInt(120)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = special[random.nextInt(special.length)];
                }
                for (String line : lines(other, new String(bytes, ISO_8859_1))) {
                    assertThat(line).doesNotContain("\r", "\n").hasSizeBetween(1, 100);
                }
                if (other.fault(1000).isEmpty()) {
                    assertThat(other.size()).isLessThanOrEqualTo(100);
                }
            }
        }
    }

    private List<String> lines(String text) {
        return lines(framing, text);
    }

    private static List<String> lines(Framing framing, String text) {
        framing.append(bytes(text));
        List<String> lines = new ArrayList<>();
        for (byte[] line = framing.next(100, false); line != null; line = framing.next(100, false)) {
            lines.add(new String(line, ISO_8859_1));
        }
        return lines;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
