// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Examples.bytes;
import static acs.sip2.Examples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailerTest {
    @Test
    void goodTrailerHasItsSequenceNumberAndIsCutOff() {
        assertThat(Trailer.of(bytes("9900402.00AY3AZFCA2"))).isInstanceOfSatisfying(Trailer.Good.class, good -> {
            assertThat(good.sequence()).hasValue(3);
            assertThat(text(good.body())).isEqualTo("9900402.00");
        });
    }

    @Test
    void everyDigitIsASequenceNumber() {
        for (int digit = 0; digit <= 9; digit++) {
            byte[] line = Trailer.append(bytes("9900402.00"), OptionalInt.of(digit));

            assertThat(text(line)).startsWith("9900402.00AY" + digit + "AZ").hasSize(19);
            OptionalInt sequence = OptionalInt.of(digit);
            assertThat(Trailer.of(line)).isInstanceOfSatisfying(Trailer.Good.class, good -> assertThat(good.sequence())
                    .isEqualTo(sequence));
        }
    }

    @Test
    void resendRequestsHaveAChecksumOnly() {
        assertThat(text(Trailer.append(bytes("96"), OptionalInt.empty()))).isEqualTo("96AZFEF6");
        assertThat(Trailer.of(bytes("97AZFEF5"))).isInstanceOfSatisfying(Trailer.Good.class, good -> {
            assertThat(good.sequence()).isEmpty();
            assertThat(text(good.body())).isEqualTo("97");
        });
    }

    @Test
    void checksumAloneIsVerifiedOnOrdinaryMessagesToo() {
        byte[] line = Trailer.append(bytes("1720260115    093000AOMAIN|ABI001|"), OptionalInt.empty());

        assertThat(Trailer.of(line)).isInstanceOfSatisfying(Trailer.Good.class, good -> assertThat(good.sequence())
                .isEmpty());
        line[25] ^= 1;
        assertThat(Trailer.of(line)).isInstanceOf(Trailer.Bad.class);
    }

    @Test
    void wrongChecksumIsBadAndKeepsItsSequenceNumber() {
        assertThat(Trailer.of(bytes("1720260115    093000AOMAIN|ABI001|AY2AZF6EB")))
                .isInstanceOfSatisfying(Trailer.Bad.class, bad -> {
                    assertThat(bad.sequence()).hasValue(2);
                    assertThat(text(bad.body())).isEqualTo("1720260115    093000AOMAIN|ABI001|");
                });
    }

    @Test
    void noiseInTheChecksumItselfIsBad() {
        assertThat(Trailer.of(bytes("9900402.00AY3AZFC~2"))).isInstanceOf(Trailer.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9900402.00AY1AZfca4", "9900402.00AY1AZFCA4  ", "9900402.00AY1AZFCA4\0\n"})
    void lowerCaseAndPaddingAreAccepted(String line) {
        assertThat(Trailer.of(bytes(line))).isInstanceOf(Trailer.Good.class);
    }

    @Test
    void fieldBeforeTheTrailerMayLackItsDelimiter() {
        byte[] line = Trailer.append(bytes("2300120260115    093000AOMAIN|AAP110"), OptionalInt.of(4));

        assertThat(text(Trailer.of(line).body())).isEqualTo("2300120260115    093000AOMAIN|AAP110");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9900402.00AY1AZFCA",
                "9900402.00AY1AZFCA44",
                "9900402.00AY1AZ",
                "AY1AZ",
                "9900402.00AY10AZFC74",
                "1720260115    093000AOMAIN|ABI001|AY10AZF6BA",
                "9900402.00AYxAZFCA4",
                "9900402.00AYAZFCA4"
            })
    @DisplayName("R-072 R-074 a broken trailer is none")
    void brokenTrailerIsNoneThatLooksBroken(String line) {
        Trailer trailer = Trailer.of(bytes(line));

        assertThat(trailer).isInstanceOf(Trailer.None.class);
        assertThat(trailer.looksBroken()).isTrue();
        assertThat(text(trailer.body())).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "97", "AZ1234", "9AZ1234", "9900402.00", "1720260115    093000AOMAIN|ABI001|"})
    void lineWithoutTrailerIsNone(String line) {
        Trailer trailer = Trailer.of(bytes(line));

        assertThat(trailer).isInstanceOf(Trailer.None.class);
        assertThat(trailer.looksBroken()).isFalse();
        assertThat(text(trailer.body())).isEqualTo(line);
    }

    @Test
    @DisplayName("R-015 the checksum may count leading blanks or not")
    void checksumOverLeadingNoiseIsGoodAndSoIsTheOneWithoutIt() {
        byte[] counted = Trailer.append(bytes("  9900402.00"), OptionalInt.of(1));
        byte[] notCounted = bytes("\n 9900402.00AY1AZFCA4");

        assertThat(Trailer.of(counted)).isInstanceOf(Trailer.Good.class);
        assertThat(Trailer.of(notCounted)).isInstanceOf(Trailer.Good.class);
        assertThat(text(Trailer.of(counted).body())).isEqualTo("9900402.00");
        assertThat(text(Trailer.of(notCounted).body())).isEqualTo("9900402.00");
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] line = bytes("2300120260115    093000AOMAIN|AAP110|AC|AD1234|AY2AZF38A");
        for (int i = 0; i < line.length; i++) {
            byte[] changed = line.clone();
            changed[i] ^= 1;

            assertThat(Trailer.of(changed)).as("byte %d", i).isNotInstanceOf(Trailer.Good.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void sequenceNumberIsOneDigit(int sequence) {
        assertThatThrownBy(() -> Trailer.append(bytes("941"), OptionalInt.of(sequence)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sequence: " + sequence + " (expected: 0..9)");
    }
}
