// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void derivesNamesThatStayReadable() {
        assertThat(new Key(Kind.ACCOUNT, "kiosk_1").pid()).isEqualTo("acs.account~SIPconfig.kiosk_1");
        assertThat(new Key(Kind.LISTENER, "[::1]:6001/tcp").name())
                .isEqualTo("SIPconfig.%005B%003A%003A1%005D%003A6001%002Ftcp");
    }

    @Test
    void derivesDifferentNamesFromDifferentIds() {
        assertThat(Stream.of("a~b", "a b", "a%b", "a%007Eb", "ä", "a_b", "A_B", "a/b")
                        .map(id -> new Key(Kind.ACCOUNT, id).name()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z0-9._%-]+"));
    }
}
