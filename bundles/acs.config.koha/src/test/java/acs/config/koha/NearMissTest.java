// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {
    private static final List<String> KNOWN =
            List.of("checkin", "checkout", "renewal", "id", "timeout", "client_timeout");

    @ParameterizedTest
    @CsvSource({
        "chekin, checkin",
        "checkinn, checkin",
        "chekcout, checkout",
        "Checkout, checkout",
        "di, id",
        "time-out, timeout",
        "clienttimeout, client_timeout",
    })
    void guessesWhatWasMeant(String written, String meant) {
        assertThat(NearMiss.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xy", "colour", "check", "retries"})
    void guessesNothingWhenNothingIsNear(String written) {
        assertThat(NearMiss.of(written, KNOWN)).isEmpty();
    }
}
