// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "192.168.1.64/26, 192.168.1.127, true",
        "192.168.1.64/26, 192.168.1.128, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void knowsWhatIsInIt(String network, String address, boolean inside) throws UnknownHostException {
        assertThat(Networks.of(Set.of(network)).contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @Test
    void isEverywhereWithoutAny() throws UnknownHostException {
        assertThat(Networks.of(Set.of()).contains(InetAddress.getByName("203.0.113.9")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1",
                "10.1.0.0/33",
                "10.1.0.0/-1",
                "10.1.0.0/",
                "10.1.0.0/x",
                "localhost",
                "300.1.1.1",
                "::1/129",
                "a.b.c.d"
            })
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Networks.of(Set.of(text)))
                .withMessageContaining("allow_from: " + text);
    }
}
