// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.api.Dialect.PatronId;
import acs.api.Dialect.Terminator;
import acs.api.Rights;
import acs.sip2.Checksum;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trailers, and what is asked for again. */
class ErrorDetectionTest {
    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    private static Dialect detecting(ErrorDetection detection) {
        return new Dialect(StandardCharsets.UTF_8, '|', Terminator.CRLF, detection, PatronId.SENT);
    }

    private Kiosk loggedIn(ErrorDetection detection) {
        harness.account(Harness.account("sc01", "secret1", Rights.all(), detecting(detection)));
        Kiosk kiosk = harness.connect();
        kiosk.conversation.logIn("sc01", "SC1");
        return kiosk;
    }

    @Test
    void mirrorsAGoodTrailer() { // C-025
        String answer = harness.loggedIn().send("9900402.00AY3AZFCA2");

        assertThat(answer).startsWith("98Y").contains("AY3AZ");
        assertThat(Checksum.matches(answer.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void echoesEveryDigit(int digit) { // C-030
        assertThat(harness.loggedIn().sendSealed("9900402.00", digit)).contains("AY" + digit + "AZ");
    }

    @Test
    void mayBeginWithAnyDigit() { // C-032
        assertThat(harness.connect().send("9300CNsc01|COsecret1|CPSC1|AY1AZF5EF"))
                .isEqualTo("941AY1AZFDFC");
        assertThat(harness.connect().send("9300CNsc01|COsecret1|CPSC1|AY0AZF5F0"))
                .isEqualTo("941AY0AZFDFD");
    }

    @Test
    @DisplayName("R-069 asks again for a broken line")
    void asksAgainForABrokenLineWithoutSequenceNumber() { // C-029
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|AY5AZF6E8")).isEqualTo("96AZFEF6");
        assertThat(kiosk.isClosed()).isFalse();
    }

    @Test
    void answersTheLineThatWasBrokenTheFirstTime() { // C-045
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|AY2AZF6EB")).isEqualTo("96AZFEF6");
        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|AY2AZF6EA"))
                .startsWith("1803")
                .contains("AY2AZ");
    }

    @Test
    @DisplayName("R-080 follows the terminal from message to message")
    void followsTheTerminalFromMessageToMessage() { // C-042
        Kiosk kiosk = harness.loggedIn();

        assertThat(kiosk.send("9900402.00AY1AZFCA4")).contains("AY1AZ");
        assertThat(kiosk.send("9900402.00")).startsWith("98Y").doesNotContain("AZ");
    }

    @Test
    @DisplayName("R-070 takes a checksum in small letters")
    void takesAChecksumInSmallLetters() { // C-044
        assertThat(harness.loggedIn().send("9900402.00AY1AZfca4")).startsWith("98Y");
    }

    @Test
    @DisplayName("R-075 answers a checksum without number in kind")
    void answersAChecksumWithoutNumberInKind() {
        String answer =
                harness.loggedIn().send("9900402.00AZ" + Checksum.of("9900402.00AZ".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer).startsWith("98Y").doesNotContain("AY").matches(".*AZ[0-9A-F]{4}");
    }

    @Test
    @DisplayName("R-072 R-074 R-080 insists on a trailer where it is required")
    void insistsOnATrailerWhereItIsRequired() {
        Kiosk kiosk = loggedIn(ErrorDetection.REQUIRED);

        assertThat(kiosk.send("9900402.00")).isEqualTo("96AZFEF6");
        assertThat(kiosk.send("9900402.00AY1AZFCA")).isEqualTo("96AZFEF6");
        assertThat(kiosk.send("9900402.00AY10AZFCA4")).isEqualTo("96AZFEF6");
        assertThat(kiosk.send("9900402.00AY1AZFCA4")).startsWith("98Y");
    }

    @Test
    void insistsOnATrailerFromTheLoginOn() {
        harness.account(Harness.account("sc01", "secret1", Rights.all(), detecting(ErrorDetection.REQUIRED)));
        Kiosk kiosk = harness.connect();

        assertThat(kiosk.send("9300CNsc01|COsecret1|")).isEqualTo("96AZFEF6");
        assertThat(kiosk.conversation.isLoggedIn()).isFalse();
        assertThat(kiosk.sendSealed("9300CNsc01|COsecret1|", 0)).isEqualTo("941AY0AZFDFD");
    }

    @Test
    void neitherChecksNorSendsATrailerWhereThatIsSwitchedOff() {
        Kiosk kiosk = loggedIn(ErrorDetection.DISABLED);

        assertThat(kiosk.send("1720260115    093000AOMAIN|ABI001|AY5AZ0000"))
                .startsWith("1803")
                .doesNotContain("AY");
    }

    @Test
    void endsLinesAsTheAccountHasIt() {
        Dialect carriageReturn =
                new Dialect(StandardCharsets.UTF_8, '|', Terminator.CR, ErrorDetection.ENABLED, PatronId.SENT);
        harness.account(Harness.account("sc02", "secret2", Rights.all(), carriageReturn));

        assertThat(harness.connect().send("9300CNsc02|COsecret2|".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("941\r");
        assertThat(harness.connect().send("9300CNsc01|COsecret1|".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("941\r\n");
    }
}
