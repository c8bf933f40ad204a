// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8",
        "utf8, UTF-8",
        "UTF-8, UTF-8",
        "utf-8-strict, UTF-8",
        "ascii, US-ASCII",
        "iso-8859-1, ISO-8859-1",
        "latin1, ISO-8859-1",
        "cp850, IBM850",
        "IBM850, IBM850",
        "cp1252, windows-1252",
        "cp1255, windows-1255",
        "big5, Big5",
        "big5-eten, Big5",
        "shiftjis, Shift_JIS",
        "cp936, GBK"
    })
    void knowsTheNamesOfPerlAndJava(String name, String charset) {
        assertThat(Encodings.of(name).name()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp9999", "klingon", "utf8 bom", "|"})
    void refusesOthers(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encodings.of(name))
                .withMessageContaining("encoding: " + name);
    }
}
