// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private final KeyTable keys = new KeyTable();

    @Test
    void agreesWithAHashMap() {
        Map<String, Integer> expected = new HashMap<>();
        Random random = new Random(1);
        for (int line = 1; line <= 200_000; line++) {
            String key =
                    random.nextInt(4) == 0 ? "é" + random.nextInt(50_000) : "3%013d".formatted(random.nextInt(90_000));
            Integer before = expected.putIfAbsent(key, line);
            assertThat(keys.putIfAbsent(key, line)).isEqualTo(before == null ? 0 : before);
        }
        assertThat(keys.size()).isEqualTo(expected.size());
        expected.forEach((key, line) -> assertThat(keys.lineOf(key)).isEqualTo(line));
        assertThat(keys.contains("3")).isFalse();
    }

    @Test
    void keepsEmptyKeysAndLargeLines() {
        assertThat(keys.putIfAbsent("", Integer.MAX_VALUE)).isZero();
        assertThat(keys.lineOf("")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusesKeysOfAbsurdLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys.putIfAbsent("x".repeat(70_000), 1));
    }
}
