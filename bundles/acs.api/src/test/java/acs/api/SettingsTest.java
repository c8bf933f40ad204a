// SPDX-License-Identifier: Apache-2.0
package acs.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void readsPairsSeparatedByBlanks() {
        Settings settings = Settings.parse("  url=http://x?a=b  verbose limit=5 ");
        assertThat(settings.text("url")).isEqualTo("http://x?a=b");
        assertThat(settings.has("verbose")).isTrue();
        assertThat(settings.number("limit")).hasValue(5);
        assertThat(settings.has("other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "no", "N", "False", "off", " 0 "})
    void isOffFor(String value) {
        assertThat(Settings.of(Map.of("switch", value)).isOn("switch")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "true", "keep_lost"})
    void isOnFor(String value) {
        assertThat(Settings.of(Map.of("switch", value)).isOn("switch")).isTrue();
    }

    @Test
    void listsWithoutEmptyParts() {
        assertThat(Settings.of(Map.of("types", "BK| |DVD|")).list("types", '|')).containsExactly("BK", "DVD");
    }

    @Test
    void theStrongerSettingWins() {
        Settings weak = Settings.of(Map.of("a", "1", "b", "1"));
        Settings both = weak.overriddenBy(Settings.of(Map.of("b", "2", "c", "2")));
        assertThat(both.asMap()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "2"));
    }

    @Test
    void doesNotShowValues() {
        assertThat(Settings.of(Map.of("password", "hunter2")).toString()).doesNotContain("hunter2");
        assertThat(Secret.of("hunter2").toString()).isEqualTo("***");
    }

    @Test
    void anAmountThatIsNoneIsEmpty() {
        assertThat(Settings.of(Map.of("limit", "ten")).amount("limit")).isEmpty();
    }
}
