// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.message;
import static acs.sip2.Examples.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireWriteTest {
    private static final Charset CP850 = Charset.forName("IBM850");

    @Test
    void everyTaggedFieldEndsWithTheDelimiter() {
        Message message = Message.of(MessageType.LOGIN)
                .with(Fixed.UID_ALGORITHM, "0")
                .with(Fixed.PWD_ALGORITHM, "0")
                .with(Field.CN, "sc01")
                .with(Field.CO, "")
                .withIfPresent(Field.CP, "")
                .build();

        assertThat(text(Wire.standard().write(message))).isEqualTo("9300CNsc01|CO|");
        assertThat(text(new Wire(UTF_8, '^').write(message))).isEqualTo("9300CNsc01^CO^");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\tb', 'a b'",
        "'a\r\nb', 'a b'",
        "'a\0\u0007\u001Bb', 'a b'",
        "'a\u0085b\u2028c', 'a b c'",
        "'a|b||c', 'a b  c'",
        "'\u202Ea\u200Bb\u2066c\uFEFF\u00AD', 'abc'",
        "'e\u0301', '\u00E9'",
        "'日本 Łódź 😀', '日本 Łódź 😀'",
        "'\uD83D', '?'"
    })
    @DisplayName("R-052 R-067 a value becomes displayable text")
    void valueBecomesDisplayableText(String value, String expected) {
        assertThat(written(UTF_8, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, Zoë Müller, Zoe Muller",
        "US-ASCII, Łódź Ærø Straße, Lodz AEro Strasse",
        "US-ASCII, 'Đỗ Þórr œuvre ǿ', 'Do Thorr oeuvre o'",
        "US-ASCII, '“Ulysses” – l’île…', '\"Ulysses\" - l''ile...'",
        "US-ASCII, 'ﬁn Ａ ½', 'fin A 1/2'",
        "US-ASCII, '日本😀x', '???x'",
        "US-ASCII, '12 €', '12 EUR'",
        "IBM850, 'Zoë Łódź ế', 'Zoë Lódz ê'",
        "ISO-8859-1, 'Šárka ÿ', 'Sárka ÿ'",
        "windows-1252, 'Šárka € ő', 'Šárka € o'",
        "windows-1253, 'Ελλάδα é', 'Ελλάδα e'",
        "windows-1255, 'שלום', 'שלום'",
        "Big5, '中文 é', '中文 e'",
        "US-ASCII, '한', '?'"
    })
    @DisplayName("R-064 what the character set lacks is written in the nearest way")
    void whatTheCharsetLacksIsWrittenInTheNearestWay(String charset, String value, String expected) {
        assertThat(written(Charset.forName(charset), value)).isEqualTo(expected);
    }

    @Test
    void cp850HasItsOwnBytes() {
        byte[] line = new Wire(CP850, '|').write(named("Zoë Müller"));

        assertThat(text(line)).contains("AEZo\u0089 M\u0081ller|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM850", "US-ASCII", "Big5", "windows-31j", "EUC-KR", "GB18030", "ISO-2022-JP"})
    @DisplayName("R-062 a value ends after 255 bytes, between two characters")
    void valueEndsAfter255BytesBetweenTwoCharacters(String name) {
        Charset charset = Charset.forName(name);
        for (String unit : new String[] {"x", "ü", "中", "😀", "x中ü😀"}) {
            byte[] value = writtenBytes(charset, "a" + unit.repeat(300));

            assertThat(value.length).as(unit).isBetween(235, 255);
            assertThat(new String(value, charset)).as(unit).doesNotContain("\uFFFD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "US-ASCII", "Big5"})
    void endlessValueThatTheCharsetLacksCostsNoMoreThanWhatIsSentOfIt(String name) {
        String value = "\uFFFDế漢".repeat(10_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int round = 0; round < 100; round++) {
                assertThat(writtenBytes(Charset.forName(name), value)).hasSizeBetween(250, 255);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"'Y\uFEFFBV1', Y", "YBV1, Y", "Yes, Y", "' N ', N", "'  ', ''", "' ', ' '", "'', ''"})
    void flagIsOneCharacterAndNeverTwoFields(String value, String expected) {
        Message message = Message.of(MessageType.PATRON_ENABLE_RESPONSE)
                .with(Fixed.PATRON_STATUS, PatronStatus.of(Set.of()))
                .with(Fixed.LANGUAGE, 0)
                .with(Fixed.TRANSACTION_DATE, SipDate.none())
                .with(Field.BL, value)
                .build();

        assertThat(text(Wire.standard().write(message))).endsWith("BL" + expected + "|");
    }

    @Test
    void valueOf255BytesIsWrittenWhole() {
        assertThat(written(UTF_8, "x".repeat(255))).hasSize(255);
        assertThat(written(UTF_8, "x".repeat(256))).hasSize(255);
        assertThat(writtenBytes(UTF_8, "ü".repeat(128))).hasSize(254);
        assertThat(writtenBytes(UTF_8, "xx" + "😀".repeat(64))).hasSize(254);
    }

    @Test
    @DisplayName("R-065 a character whose bytes hold the delimiter is a blank")
    void characterWhoseBytesHoldTheDelimiterIsABlank() {
        assertThat(written(Charset.forName("Big5"), "育a中")).isEqualTo(" a中");
    }

    @Test
    void delimiterOutsideAsciiNeverComesFromAValue() {
        Wire wire = new Wire(UTF_8, '\u0080');
        byte[] line = wire.write(named("à\u0080Àx"));
        int delimiters = 0;
        for (byte b : line) {
            delimiters += b == (byte) 0x80 ? 1 : 0;
        }

        assertThat(delimiters).isEqualTo(5);
    }

    @Test
    void fixedPartIsPrintableAsciiWhateverWasRead() {
        Message message = message("23\u00E9\n\u000020260115    093000AOM|AAP|AC|AD|");

        assertThat(text(Wire.standard().write(message))).startsWith("23???20260115    093000AOM|");
    }

    @Test
    void codeOfAnUnknownFieldCannotBreakTheLine() {
        Message message = message("941A\r1|\n\nx|");

        assertThat(text(Wire.standard().write(message))).isEqualTo("941A?1|??x|");
    }

    @Test
    void isoLatinBytesRoundTrip() {
        StringBuilder all = new StringBuilder();
        for (char c = 0xA0; c <= 0xFF; c++) {
            if (c != 0xAD) {
                all.append(c);
            }
        }

        assertThat(written(ISO_8859_1, all.toString())).isEqualTo(all.toString());
        assertThat(written(US_ASCII, all.toString())).isNotEmpty().matches("[ -~]+");
    }

    private static Message named(String name) {
        return Message.of(MessageType.PATRON_STATUS_RESPONSE)
                .with(Fixed.PATRON_STATUS, PatronStatus.clear())
                .with(Fixed.LANGUAGE, 1)
                .with(Fixed.TRANSACTION_DATE, SipDate.none())
                .with(Field.AO, "MAIN")
                .with(Field.AA, "P600")
                .with(Field.BL, "Y")
                .with(Field.AE, name)
                .with(Field.CQ, "Y")
                .build();
    }

    private static byte[] writtenBytes(Charset charset, String name) {
        byte[] before = new Wire(charset, '|').write(named(""));
        byte[] with = new Wire(charset, '|').write(named(name));
        int start = before.length - "|CQY|".length();
        return Arrays.copyOfRange(with, start, with.length - "|CQY|".length());
    }

    private static String written(Charset charset, String name) {
        return new String(writtenBytes(charset, name), charset);
    }
}
