// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckoutTest {
    private static final String NOW = "20260115    093000";
    private static final String NONE = "                  ";

    private final MemoryLibrary library = Fixtures.library();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void lends() {
        assertThat(terminal.send("11YN" + NOW + NONE + "AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|"))
                .isEqualTo("121NNY" + NOW + "AOMAIN|AAP110|ABI001|AJDubliners|AH20260205    235900|CK001|");
    }
}
