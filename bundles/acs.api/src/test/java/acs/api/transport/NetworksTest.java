// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "192.168.1.64/26, 192.168.1.127, true",
        "192.168.1.64/26, 192.168.1.128, false",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "::1, ::1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "'10.0.0.0/8, 127.0.0.1', 127.0.0.1, true"
    })
    void knowsWhatIsInANetwork(String networks, String address, boolean inside) throws UnknownHostException {
        assertThat(Networks.of(List.of(networks)).contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @Test
    void letsEveryoneInIfNoneIsListed() throws UnknownHostException {
        assertThat(Networks.of(List.of("", " ")).contains(InetAddress.getByName("8.8.8.8")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kiosk.example.org",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "localhost",
                "300.1.1.1",
                "::1/129",
                "a.b.c.d",
                "::g",
                "1:2",
                "/8"
            })
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Networks.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allow_from: " + text);
    }
}
