// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrailersTest {
    private final Trailers.Connection connection = Trailers.ADDED.connection();

    @Test
    void numbersMessagesAndHidesThatFromTheTranscript() {
        assertThat(sealed("9900402.00")).isEqualTo("9900402.00AY0AZFCA5");
        assertThat(opened("941AY0AZFDFD")).isEqualTo("941");
        assertThat(sealed("97")).isEqualTo("97AZFEF5");
        assertThat(opened("941AY0AZFDFD")).isEqualTo("941");
        assertThat(sealed("9900402.00")).isEqualTo("9900402.00AY1AZFCA4");
        assertThat(opened("96AZFEF6")).isEqualTo("96");
    }

    @Test
    void noticesAWrongNumber() {
        sealed("9900402.00");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> opened("941AY3AZFDFA"))
                .withMessageStartingWith("the sequence number");
    }

    @Test
    void noticesAWrongChecksumAndNone() {
        sealed("9900402.00");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> opened("941AY0AZFDFE"));
        sealed("9900402.00");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> opened("941"));
    }

    @Test
    void noticesATrailerThatNobodyAskedFor() {
        Trailers.Connection plain = Trailers.NONE.connection();
        assertThat(plain.open(bytes("941"))).isEqualTo(bytes("941"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> plain.open(bytes("941AY0AZFDFD")));
    }

    private String sealed(String line) {
        return new String(connection.seal(bytes(line)), StandardCharsets.US_ASCII);
    }

    private String opened(String answer) {
        return new String(connection.open(bytes(answer)), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
