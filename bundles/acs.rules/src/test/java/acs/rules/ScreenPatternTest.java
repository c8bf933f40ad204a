// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenPatternTest {

    @Test
    void replacesEverythingItFinds() {
        assertThat(ScreenPattern.of("(?i)greetings from \\w+\\. ?", "").apply("Greetings from Koha. Hello"))
                .isEqualTo("Hello");
        assertThat(ScreenPattern.of("o", "0").apply("too")).isEqualTo("t00");
    }

    @Test
    void takesTheReplacementAsItIs() {
        assertThat(ScreenPattern.of("(a)", "$1\\").apply("bab")).isEqualTo("b$1\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(?=b)", "(?<!x)a", "(a)\\1", "a*+b", "(?>a)b"})
    void leavesTextsAloneWherePerlCanMore(String find) {
        ScreenPattern pattern = ScreenPattern.of(find, "x");
        assertThat(pattern.doubt())
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("`" + find + "`", "not supported"));
        assertThat(pattern.apply("aab")).isEqualTo("aab");
    }

    @Test
    void saysWhatIsNoPattern() {
        assertThat(ScreenPattern.of("a.c", "").doubt()).isEmpty();
        assertThatThrownBy(() -> ScreenPattern.of("Welcome (to", ""))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessageStartingWith("character 12: ");
    }

    /** A backtracking engine would need longer than there is time. */
    @Test
    void needsNoLongerForAnEvilPattern() {
        ScreenPattern evil = ScreenPattern.of("^(a+)+$", "x");
        String text = "a".repeat(5_000) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(evil.apply(text)).isEqualTo(text));
    }

    /** Ten rules of this kind would make a text that no machine has room for. */
    @Test
    void doesNotLetTextsGrowBeyondAllBounds() {
        String text = "Hello";
        for (int i = 0; i < 10; i++) {
            text = ScreenPattern.of(".", "x".repeat(100)).apply(text);
        }
        assertThat(text).hasSize(10_000);
        assertThat(ScreenPattern.of("", "-").apply("abc")).isEqualTo("-a-b-c-");
    }
}
