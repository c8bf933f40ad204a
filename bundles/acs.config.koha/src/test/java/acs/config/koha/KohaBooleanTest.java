// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KohaBooleanTest {
    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "Y", "1", "42", " true ", "of course, yes"})
    void permits(String text) {
        assertThat(KohaBoolean.ofPolicy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "no", "N", "0", "000", "-1", "on"})
    void forbids(String text) {
        assertThat(KohaBoolean.ofPolicy(text)).isFalse();
    }
}
