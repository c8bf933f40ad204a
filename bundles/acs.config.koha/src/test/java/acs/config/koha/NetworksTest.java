// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "192.168.1.7, 192.168.1.7/32",
        "::1, ::1/128",
        "2001:db8::/32, 2001:db8::/32",
        "::ffff:10.0.0.1/128, ::ffff:10.0.0.1/128",
    })
    void readsNetworksAndLoneAddresses(String text, String network) {
        assertThat(Networks.parse(text)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "10.0.0.256",
                "01.2.3.4",
                "10.0.0.1.2",
                "::/129",
                ":::1",
                "1:2:3",
                "fe80::1%eth0",
                "localhost",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0"
            })
    void refusesEverythingElse(String text) {
        assertThat(Networks.parse(text)).isEmpty();
    }
}
