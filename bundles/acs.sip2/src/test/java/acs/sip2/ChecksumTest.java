// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    private static final String LONG = "2300120260115    093000AOMAIN|AAP110|AC|AD1234|";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "97AZFEF5",
                "96AZFEF6",
                "990 402.00AY1AZFCB4",
                "9900401.00AY1AZFCA5",
                "941AY3AZFDFA",
                "941AY0AZFDFD",
                "940AY0AZFDFE",
                "9300CNOV|COOV|CPWES|AY1AZF86B",
                "9900302.00AY2AZFCA4",
                "01N19960213    162352AO|ALCARD BLOCK TEST|AA104000000705|AC|AY2AZF02F",
                "2519980723    094240AOCertification Institute ID|AAPatronID|AY4AZEBF1",
                "1719980723    100000AOCertification Institute ID|ABItemBook|AY1AZEBEB",
                "09N19980821    085721                  APCertification Terminal Location|AOCertification Institute ID"
                        + "|ABCheckInBook|ACTPWord|BIN|AY2AZD6A5",
                "3719980723    0932110401USDBV111.11|AOCertification Institute ID|AAPatronID|BKTransactionID|AY2AZE1EF",
                "3519980723    094014AOCertification Institute ID|AAPatronID|AY3AZEBF2",
                "6300119980723    091905Y         AOInstitutionID|AAPatronID|BP00001|BQ00005|AY1AZEA83",
                "1808000119980723    115615CF00000|ABItemBook|AJTitle For Item Book|CK003|AQPermanent Location for "
                        + "ItemBook, Language 1|APCurrent Location ItemBook|CHFree-form text with new item property"
                        + "|AY0AZC05B"
            })
    void knownLinesHaveTheirKnownChecksum(String line) {
        String summed = line.substring(0, line.length() - 4);

        assertThat(Checksum.of(Examples.bytes(summed))).isEqualTo(line.substring(line.length() - 4));
        assertThat(Checksum.matches(Examples.bytes(line))).isTrue();
        assertThat(Trailer.of(Examples.bytes(line))).isInstanceOf(Trailer.Good.class);
    }

    @ParameterizedTest
    @CsvSource({"IBM850, ECD0", "ISO-8859-1, EBF3", "UTF-8, EAED"})
    void countsBytesNotCharacters(String charset, String checksum) {
        String line = "24              00120260115    093000AOMAIN|AAP600|AEZoë Müller|BLY|CQY|AY5AZ";

        assertThat(Checksum.of(line.getBytes(Charset.forName(charset)))).isEqualTo(checksum);
    }

    @Test
    void sumsAboveSixteenBitsWrap() {
        String line = LONG + zz(255) + zz(255) + zz(255) + "AY7AZ";

        assertThat(Checksum.of(Examples.bytes(line))).isEqualTo("8363");
        assertThat(Trailer.of(Examples.bytes(line + "8363"))).isInstanceOf(Trailer.Good.class);
    }

    @Test
    void leadingZerosAreWritten() {
        String line = LONG + zz(255) + zz(246) + "ZY4|AY8AZ";

        assertThat(Checksum.of(Examples.bytes(line))).isEqualTo("00FF");
    }

    @Test
    void aSumOfSixteenZeroBitsIsFourZeros() {
        String line = LONG + zz(255) + zz(248) + "ZY?|AY8AZ";

        assertThat(Checksum.of(Examples.bytes(line))).isEqualTo("0000");
        assertThat(Trailer.of(Examples.bytes(line + "0000"))).isInstanceOf(Trailer.Good.class);
    }

    /** Lines as they are printed in public documents and test suites, where the text lost characters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9300CNLoginUserID|COLoginPassword|CPLocationCode|AY5AZ; EC78; EC7B",
                "2300119960212    100239AOid_21|104000000105|AC|AD|AY2AZ; F400; F2F3",
                "11YN19960212    10051419960212    100514AO|AA104000000105|AB000000000005792|AC|AY3AZ; EDB7; EDC2",
                "98YYYNYN01000319960214    1447001.00AOID_21|AMCentral Library|ANtty30|AFScreen Message"
                        + "|AGPrint Message|AY1AZ; DA74; DEC6",
                "24              00119960212    100239AO|AA104000000105|AEJohn Doe|AFScreen Message"
                        + "|AGCheck Print message|AY2AZ; DFC4; E21B",
                "120NNY19960212    100514AO|AA104000000105|AB000000000005792|AJ|AH|AFItem cannot be charged : see help "
                        + "desk|AGItem can not be charged : see help desk|AY3AZ; D2A1; D2BD"
            })
    void checksumsThatArePublishedWrongAreNotAccepted(String line, String printed, String computed) {
        assertThat(Checksum.of(Examples.bytes(line))).isEqualTo(computed);
        assertThat(Checksum.matches(Examples.bytes(line + computed))).isTrue();
        assertThat(Checksum.matches(Examples.bytes(line + printed))).isFalse();
        assertThat(Trailer.of(Examples.bytes(line + printed))).isInstanceOf(Trailer.Bad.class);
    }

    @Test
    void lowerCaseDigitsAreAccepted() {
        assertThat(Checksum.matches("9900402.00AY1AZfca4".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F5", "97AZFEG5", "97AZFE:5", "97AZ    "})
    void whatIsNoChecksumDoesNotMatch(String line) {
        assertThat(Checksum.matches(Examples.bytes(line))).isFalse();
    }

    private static String zz(int count) {
        return "ZZ" + "z".repeat(count) + "|";
    }
}
