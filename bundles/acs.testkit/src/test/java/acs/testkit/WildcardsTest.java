// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WildcardsTest {
    private final Wildcards wildcards = new Wildcards();

    @Test
    void aStarIsOneCharacter() {
        assertThat(wildcards.matches("98*", "98Y")).isTrue();
        assertThat(wildcards.matches("98*", "98")).isFalse();
        assertThat(wildcards.matches("98*", "98YY")).isFalse();
    }

    @Test
    void threeDotsAreAnyNumber() {
        assertThat(wildcards.matches("98...2.00", "98Y2.00")).isTrue();
        assertThat(wildcards.matches("98...2.00", "982.00")).isTrue();
        assertThat(wildcards.matches("98...2.00", "98Y2x00")).isFalse();
    }

    @Test
    void aBackslashMakesAnOrdinaryCharacter() {
        assertThat(wildcards.matches("\\*", "*")).isTrue();
        assertThat(wildcards.matches("\\*", "x")).isFalse();
    }

    @Test
    void remembersWhatWasFound() {
        assertThat(wildcards.finds("AH(?<due>[^|]*)", "AH2026*|CK001|")).isTrue();
        assertThat(wildcards.filled("${due}!")).isEqualTo("2026*!");
        assertThat(wildcards.finds("^${due}$", "2026*")).isTrue();
        assertThat(wildcards.finds("^${due}$", "20266")).isFalse();
    }

    @Test
    void namesWhatWasNeverFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wildcards.filled("${due}"))
                .withMessageStartingWith("${due}");
    }

    @Test
    void tellsTheFieldsThatDiffer() {
        assertThat(differences(
                        "121N********************AOMAIN|ABI001|BV3.00|",
                        "120NUN20260115    093000AOMAIN|ABI001|BV2.50|"))
                .containsExactly("ok: expected 1, was 0", "missing: BV3.00", "unexpected: BV2.50");
        assertThat(differences("12...", "98N")).containsExactly("message: expected 12, was 98");
        assertThat(differences("36Y******************AOMAIN|AAP1|", "36Y20260115    093000AAP1|AOMAIN|"))
                .containsExactly("the fields come in another order");
    }

    private List<String> differences(String pattern, String answer) {
        return Difference.of(wildcards, '|', pattern, answer);
    }
}
