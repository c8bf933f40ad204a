// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import acs.sip2.Trailer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken terminal sends in a line, and what it gets: an answer, and nothing else happens. */
@Timeout(60)
class HostileLinesTest {
    private static final String STATUS = "9900402.00";
    private static final String NOW = "20260115    093000";

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    @DisplayName("R-002 a line of 8192 bytes is a message like any other")
    void takesALineOfTheLongestLength() {
        StringBuilder line = new StringBuilder("23001" + NOW + "AOMAIN|AAP110|AC|AD1234|");
        while (line.length() + 259 <= 8192) {
            line.append("ZZ").append("z".repeat(255)).append('|');
        }
        line.append("ZZ").append("z".repeat(8192 - line.length() - 1)).append('|');

        assertThat(line).hasSize(8192);
        assertThat(harness.loggedIn().send(line.toString())).startsWith("24  ").contains("|AAP110|BLY|CQY|");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 4000})
    @DisplayName("R-004 an id that is too long is nobody's, and not sent back beyond 255")
    void findsNothingByAnIdThatIsTooLong(int length) {
        String answer = harness.loggedIn()
                .send("11YN" + NOW + " ".repeat(18) + "AOMAIN|AAP110|ABI" + "9".repeat(length - 1) + "|AC|");

        assertThat(answer).startsWith("120N").contains("|ABI" + "9".repeat(254) + "|");
        assertThat(shelf.loans).hasValue(0);
    }

    @Test
    @DisplayName("R-005 ten thousand fields: the first one counts")
    void takesTheFirstOfTenThousand() {
        String line = "23001" + NOW + "AOMAIN|AAP110|AC|AD1234|" + "AAP2|".repeat(2000);

        assertThat(harness.loggedIn().send(line)).contains("|AAP110|BLY|").doesNotContain("P2");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t ", "  \t"})
    @DisplayName("R-015 blanks in front of a message may be counted into its checksum or not")
    void takesBlanksInFront(String blanks) {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send(blanks + STATUS)).startsWith("98Y");
        assertThat(kiosk.sendSealed(blanks + STATUS, 3)).startsWith("98Y").contains("AY3AZ");
        String sealed = new String(Trailer.append(STATUS.getBytes(UTF_8), OptionalInt.of(4)), UTF_8);
        assertThat(kiosk.send(blanks + sealed)).startsWith("98Y").contains("AY4AZ");
    }

    @Test
    @DisplayName("R-017 what a CR in a value leaves behind is no command")
    void doesNothingForTheRestOfALine() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("37" + NOW + "0402USDBV5.00|AOMAIN|AAP2")).startsWith("38Y");
        assertThat(kiosk.send("37|CGF1|BKPAY-1|")).isEqualTo("96");
        assertThat(kiosk.send("00|AC|AD1234|")).isEqualTo("96");
        assertThat(kiosk.send("23001" + NOW + "AOMAIN|AAP\n110|AC|AD1234|")).contains("|AAP 110|");
        assertThat(shelf.paid.get()).isEqualByComparingTo("5.00");
    }

    @Test
    @DisplayName("R-019 random bytes get 96 a number of times, and then the connection is closed")
    void closesOnRandomBytes() {
        Random random = new Random(20260115);
        Kiosk kiosk = harness.loggedIn();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 1000 && !kiosk.isClosed(); i++) {
            byte[] line = new byte[1 + random.nextInt(200)];
            random.nextBytes(line);
            answers.add(new String(kiosk.send(line), ISO_8859_1).strip());
        }

        assertThat(kiosk.isClosed()).isTrue();
        assertThat(answers).hasSizeBetween(50, 60).allMatch(answer -> answer.isEmpty() || answer.startsWith("96"));
    }

    @Test
    @DisplayName("R-020 a browser is told nothing")
    void tellsABrowserNothing() {
        Kiosk stranger = harness.connect();

        assertThat(stranger.send("GET / HTTP/1.1")).isEqualTo("96");
        assertThat(stranger.send("Host: localhost:6001")).isEqualTo("96");
        assertThat(stranger.send("User-Agent: curl/8")).isEqualTo("96");
    }

    @Test
    @DisplayName("R-024 a byte order mark in front of a login is left out")
    void letsAByteOrderMarkIn() {
        assertThat(harness.connect().send("\uFEFF9300CNsc01|COsecret1|")).isEqualTo("941");
    }

    @Test
    @DisplayName("R-025 fields with codes in small letters are not there")
    void doesNotKnowSmallLetters() {
        assertThat(harness.loggedIn().send("63001" + NOW + "          aoMAIN|aaP110|"))
                .startsWith("64YYYY          001")
                .contains("|AA|AE|BLN|");
    }

    @Test
    @DisplayName("R-029 a summary of nine characters finds no other patron")
    void doesNotReadAFixedPartThatIsShort() {
        assertThat(harness.loggedIn().send("63001" + NOW + "         AOMAIN|AAP110|AD1234|"))
                .isEqualTo("96");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261345    999999", "20260229    120000", "2026O1l5    0930OO", "20260115    246060"})
    @DisplayName("R-030 R-032 R-035 on-line, the clock of a terminal does not matter")
    void goesByItsOwnClock(String date) {
        assertThat(harness.loggedIn().send("11YN" + date + " ".repeat(18) + "AOMAIN|AAP110|ABI001|AC|"))
                .startsWith("121NNY" + NOW + "AOMAIN|")
                .contains("|AH20260205    093000|");
    }

    @Test
    @DisplayName("R-035 a date in digits of another script is none, and moves nothing else")
    void readsAsciiDigitsOnly() {
        String arabic = "٢٠٢٦٠١١٥٠"; // 18 bytes
        assertThat(arabic.getBytes(UTF_8)).hasSize(18);

        assertThat(harness.loggedIn().send("23001" + arabic + "AOMAIN|AAP110|AC|AD1234|"))
                .startsWith("24              001" + NOW)
                .contains("|AAP110|BLY|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19010101    000000", "99991231    235959"})
    @DisplayName("R-034 a return date of another age makes no charge of another age")
    void returnsWhateverTheDate(String date) {
        Kiosk kiosk = harness.loggedIn();
        kiosk.send("11YN" + NOW + " ".repeat(18) + "AOMAIN|AAP110|ABI001|AC|");

        assertThat(kiosk.send("09N" + NOW + date + "AP|AOMAIN|ABI001|AC|"))
                .startsWith("101")
                .doesNotContain("BV", "-");
    }

    @Test
    @DisplayName("R-042 nobody is found where nobody is named")
    void findsNobodyWithoutAnId() {
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("63001" + NOW + "          AOMAIN|"))
                .startsWith("64YYYY")
                .contains("|AA|AE|BLN|");
        assertThat(kiosk.send("11YN" + NOW + " ".repeat(18) + "AOMAIN|ABI001|AC|"))
                .startsWith("120N")
                .contains("|AA|ABI001|");
        assertThat(kiosk.send("37" + NOW + "0402USDBV5.00|AOMAIN|"))
                .startsWith("38N")
                .contains("|AA|");
        assertThat(shelf.loans).hasValue(0);
        assertThat(shelf.paid.get()).isZero();
    }
}
