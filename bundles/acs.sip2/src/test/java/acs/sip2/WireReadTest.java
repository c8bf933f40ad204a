// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.bytes;
import static acs.sip2.Examples.message;
import static acs.sip2.Examples.text;
import static acs.sip2.Examples.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireReadTest {
    private static final String STATUS = "2300120260115    093000";

    @Test
    void fieldsComeInAnyOrder() {
        Message message = message(STATUS + "AD1234|AC|AAP110|AOMAIN|");

        assertThat(message.get(Field.AA)).isEqualTo("P110");
        assertThat(message.get(Field.AD)).isEqualTo("1234");
        assertThat(message.has(Field.AC)).isTrue();
        assertThat(message.get(Field.AC)).isEmpty();
        assertThat(message.fields()).extracting(Tagged::field).containsExactly(Field.AD, Field.AC, Field.AA, Field.AO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "63", "99", "11YN20260115    0930", "9900402.0", "6300120260115    093000  Y "})
    void fixedPartThatIsTooShortIsNotUnderstood(String line) {
        assertThat(Wire.standard().read(bytes(line)))
                .isInstanceOfSatisfying(Reading.NotUnderstood.class, not -> assertThat(not.type())
                        .hasValueSatisfying(type -> assertThat(type.code()).isEqualTo(line.substring(0, 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "5520260115    093000AOMAIN|", "GET / HTTP/1.1", "xx", "\u00FF\u00FB"})
    void unknownCodeIsNotUnderstood(String line) {
        assertThat(Wire.standard().read(bytes(line)))
                .isInstanceOfSatisfying(Reading.NotUnderstood.class, not -> assertThat(not.type())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a summary of nine characters, whatever field comes first
                "6300120260115    093000Y        AOMAIN|AAP300|AC|AD3333|",
                "6300120260115    093000         AAP300|AOMAIN|",
                "6300120260115    093000         AC|AOMAIN|AAP300|",
                "6300120260115    093000NNNNNNNNNAAP300|AOMAIN|",
                "6300120260115    093000       AOMAIN|AAP300|",
                // a date that lacks a digit, or is not there at all
                "1720260115    09300AOMAIN|ABI001|",
                "11YN20260115    09300                  AOMAIN|AAP110|ABI001|AC|",
                "11YN20260115    093000                 ABI001|AOMAIN|AAP110|AC|",
                "11YN20260115    093000AOMAIN|AAP110|ABI001|AC|",
                "11YN20260115    093000AOA very long institution|AAP110|ABI001|AC|",
                "09N20260115    093000APSC1|AOMAIN|ABI002|AC|BIN|",
                // a flag that is not there
                "11N20260115    093000                  AOMAIN|AAP110|ABI001|AC|",
                "01" + "20260115    093000AOMAIN|ALlost|AAP110|AC|",
                // the payment type that one server's template forgot
                "3720260115    09300004USDBV5.00|AOMAIN|AAP200|",
                "3720260115    09300004USDAOMAIN|AAP200|BV5.00|",
                "930CNsc01|COsecret1|",
                "930CNNOV|COsecret1|",
                "98YYYYN10000320260115    0930002.00AOMAIN|BXYYYYYYYYYYYNNYYY|"
            })
    @DisplayName("R-029 a fixed part that lost characters is not understood")
    void fixedPartThatLostCharactersIsNotUnderstood(String line) {
        assertThat(Wire.standard().read(bytes(line))).isInstanceOf(Reading.NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23ENG20260115    093000AOMAIN|AAP110|AC|AD1234|",
                "232" + "0000000ABCD    XXYYZZAOMAIN|AAP110|AC|AD1234|",
                "6300120260115    093000XXXXXXXXXXAOMAIN|AAP110|",
                "3720260115    093000AA--zzzBV5.00|AOMAIN|AAP110|",
                "3720260115    0930000401CADZZunknown|BV5.00|AOMAIN|AAP110|",
                "3720260115    0930000401AOAAEnot defined here|BV5.00|AOMAIN|AAP110|",
                "9900402.00AOMAIN|AAP110|",
                "2300120260115   Z093000U1x|AOMAIN|AAP110|AC|AD1234|"
            })
    void oddValuesInTheFixedPartDoNotHideTheFields(String line) {
        assertThat(message(line).get(Field.AA)).isEqualTo("P110");
    }

    @Test
    void missingFinalDelimiterIsAnOddity() {
        Reading.Understood reading = understood(STATUS + "AOMAIN|AAP110|AC|AD1234");

        assertThat(reading.message().get(Field.AD)).isEqualTo("1234");
        assertThat(reading.oddities()).containsExactly("last field has no delimiter");
    }

    @Test
    void paddingAfterTheLastFieldIsAnOddity() {
        Reading.Understood reading = understood("941  \0");

        assertThat(reading.message().fields()).isEmpty();
        assertThat(reading.oddities()).containsExactly("padding after the last field");
    }

    @Test
    @DisplayName("R-049 a segment of one character is skipped")
    void emptyAndOneCharacterSegmentsAreSkipped() {
        Reading.Understood reading = understood(STATUS + "AOMAIN||A|AAP110|AC|AD|");

        assertThat(reading.message().fields()).hasSize(4);
        assertThat(reading.oddities()).containsExactly("field without a code", "field of one character");
    }

    @Test
    @DisplayName("R-045 the first of several counts")
    void firstOfSeveralCountsAndAllAreKept() {
        Reading.Understood reading = understood(STATUS + "AOMAIN|AAP110|AAP999|AAP998|AC|AD|AFa|AFb|");

        assertThat(reading.message().get(Field.AA)).isEqualTo("P110");
        assertThat(reading.message().all(Field.AA)).containsExactly("P110", "P999", "P998");
        assertThat(reading.message().all(Field.AF)).containsExactly("a", "b");
        assertThat(reading.oddities()).containsExactly("field AA is there more than once, the first counts");
    }

    @Test
    @DisplayName("R-050 unknown fields do no harm")
    void unknownFieldsAreKept() {
        Reading.Understood reading = understood(STATUS + "AOMAIN|AAP110|AC|AD|ZZtop|??x|\u00E9\u0007y|");

        assertThat(reading.message().get(Field.of("ZZ"))).isEqualTo("top");
        assertThat(reading.oddities()).containsExactly("unknown field ZZ", "unknown field ??", "unknown field \u00E9?");
    }

    @Test
    @DisplayName("R-025 codes are case-sensitive")
    void codesAreCaseSensitive() {
        Reading.Understood reading = understood(STATUS + "aoMAIN|aaP110|AC|AD|");

        assertThat(reading.message().has(Field.AA)).isFalse();
        assertThat(reading.message().missing()).containsExactly(Field.AO, Field.AA);
        assertThat(reading.oddities()).contains("required field AA is missing");
    }

    @Test
    @DisplayName("R-047 a missing delimiter joins two fields")
    void missingDelimiterBetweenFieldsJoinsThem() {
        assertThat(message(STATUS + "AOMAIN|AAP110AC|AD|").get(Field.AA)).isEqualTo("P110AC");
    }

    @Test
    void missingDelimiterAfterAFlagIsNoticed() {
        Reading.Understood reading = understood("24              00120260115    093000AOM|AAP|AEN|BLYCQNBV7.00|");

        assertThat(reading.message().isYes(Field.BL)).isTrue();
        assertThat(reading.message().isYes(Field.CQ)).isFalse();
        assertThat(reading.message().get(Field.BV)).isEqualTo("7.00");
        assertThat(reading.oddities()).containsExactly("field BL has no delimiter", "field CQ has no delimiter");
    }

    @Test
    void flagsWithoutDelimitersDoNotExhaustTheStack() {
        assertThat(message(STATUS + "BLY".repeat(100_000)).all(Field.BL)).hasSize(100_000);
    }

    @ParameterizedTest
    @CsvSource({"Y, true", "' Y', true", "N, false", "y, false", "YES, false", "'', false"})
    void yesIsCapitalY(String value, boolean yes) {
        assertThat(message(STATUS + "BO" + value + "|").isYes(Field.BO)).isEqualTo(yes);
    }

    @Test
    @DisplayName("R-004 a value that is too long is noticed")
    void longValuesAreKeptAndFlagged() {
        Reading.Understood reading = understood(STATUS + "AA" + "9".repeat(4000) + "|AB" + "9".repeat(255) + "|");

        assertThat(reading.message().get(Field.AA)).hasSize(4000);
        assertThat(reading.message().overlong(Field.AA)).isTrue();
        assertThat(reading.message().overlong(Field.AB)).isFalse();
        assertThat(reading.oddities()).contains("field AA is longer than 255 characters");
    }

    @Test
    @DisplayName("R-005 ten thousand fields in one line take linear time")
    void tenThousandFieldsAreReadInLinearTime() {
        String repeated = "AFx|AAy|ZZz|||".repeat(10_000);

        Reading.Understood reading = understood(STATUS + repeated);

        assertThat(reading.message().fields()).hasSize(30_000);
        assertThat(reading.message().get(Field.AA)).isEqualTo("y");
        assertThat(reading.oddities()).hasSizeLessThanOrEqualTo(Reading.ODDITIES_LIMIT);
    }

    @Test
    void odditiesAreFewHoweverOddTheLine() {
        StringBuilder line = new StringBuilder(STATUS);
        for (char c = 'a'; c <= 'z'; c++) {
            line.append('?').append(c).append("x|");
        }

        assertThat(understood(line.toString()).oddities()).hasSize(Reading.ODDITIES_LIMIT);
    }

    @Test
    void controlCharactersInAValueAreBlanks() {
        assertThat(message(STATUS + "AAP1\n10\t\u007F|").get(Field.AA)).isEqualTo("P1 10  ");
        assertThat(message(STATUS + "AA\u00C3\u00AB\n|").get(Field.AA)).isEqualTo("ë ");
    }

    @ParameterizedTest
    @CsvSource({"IBM850", "UTF-8", "ISO-8859-1", "windows-1252"})
    @DisplayName("R-059 values are decoded with the terminal's character set")
    void valuesAreDecodedWithTheTerminalsCharset(String name) {
        Charset charset = Charset.forName(name);
        byte[] line = (STATUS + "AOMAIN|AAzoë.müller|AC|AD|").getBytes(charset);
        Wire wire = new Wire(charset, '|');

        assertThat(wire.read(line)).isInstanceOfSatisfying(Reading.Understood.class, reading -> {
            assertThat(reading.message().get(Field.AA)).isEqualTo("zoë.müller");
            assertThat(wire.write(reading.message())).isEqualTo(line);
        });
    }

    @Test
    @DisplayName("R-060 invalid bytes are replaced")
    void invalidBytesAreReplaced() {
        Message message = message(STATUS + "AOMAIN|AAJ\u0084ger|AC|AD|");

        assertThat(message.get(Field.AA)).isEqualTo("J\uFFFDger");
    }

    @Test
    @DisplayName("R-065 bytes are split before they are decoded")
    void bytesAreSplitBeforeTheyAreDecoded() {
        // In Big5 the second byte of 育 is the vertical bar.
        Charset big5 = Charset.forName("Big5");
        byte[] line = (STATUS + "AAx\u0080AE育\u0080").getBytes(StandardCharsets.ISO_8859_1);
        byte[] name = "育".getBytes(big5);
        byte[] whole = new byte[line.length + 1];
        System.arraycopy(line, 0, whole, 0, line.length - 2);
        System.arraycopy(name, 0, whole, line.length - 2, 2);
        whole[line.length] = (byte) 0x80;

        assertThat(name[1]).isEqualTo((byte) '|');
        assertThat(new Wire(big5, '\u0080').read(whole)).isInstanceOfSatisfying(Reading.Understood.class, reading -> {
            assertThat(reading.message().get(Field.AA)).isEqualTo("x");
            assertThat(reading.message().get(Field.AE)).isEqualTo("育");
        });
        assertThat(new Wire(big5, '|').read(whole)).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void delimiterIsConfigurable() {
        assertThat(new Wire(StandardCharsets.UTF_8, '^').read(bytes(STATUS + "AOMA|IN^AAP110^AC^AD1^")))
                .isInstanceOfSatisfying(Reading.Understood.class, reading -> {
                    assertThat(reading.oddities()).isEmpty();
                    assertThat(reading.message().get(Field.AO)).isEqualTo("MA|IN");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n941",
                "\r\n \t\0" + "941",
                "\u00EF\u00BB\u00BF941",
                "\u00FF\u00FB\u0001\u00FF\u00FD\u0003\u00FF\u00FC\u0001\u00FF\u00FE\u0001941",
                "941"
            })
    @DisplayName("R-010 R-012 R-022 R-024 what comes before a message is left out")
    void leadingNoiseIsTrimmed(String line) {
        assertThat(text(Wire.trim(bytes(line)))).isEqualTo("941");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\u00FF\u00FB", "\0"})
    void noiseAloneLeavesNothing(String line) {
        assertThat(Wire.trim(bytes(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\r", "\n", " ", "A", "z", "5", "\u0100"})
    void delimiterThatCouldBeDataIsRefused(String delimiter) {
        assertThatThrownBy(() -> new Wire(StandardCharsets.UTF_8, delimiter.charAt(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("delimiter: 0x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "IBM037", "ISO-2022-CN"})
    void charsetWithoutAsciiIsRefused(String name) {
        assertThatThrownBy(() -> new Wire(Charset.forName(name), '|'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
