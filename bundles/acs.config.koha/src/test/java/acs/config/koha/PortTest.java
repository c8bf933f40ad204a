// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
    @ParameterizedTest
    @CsvSource({
        "8023/tcp, '', 8023",
        "*:6001/tcp, '', 6001",
        "127.0.0.1:6001/tcp, 127.0.0.1, 6001",
        "127.0.0.1:6001/tcp/IPv4, 127.0.0.1, 6001",
        "[::1]:6001/tcp, ::1, 6001",
        "[2001:db8::7]:6001/TCP/ipv6, 2001:db8::7, 6001",
        "[fe80::1%eth0]:6001/tcp, fe80::1%eth0, 6001",
        "8023/tcp/IPv4, 0.0.0.0, 8023",
        "*:8023/tcp/IPv6, ::, 8023",
        "localhost:6001/tcp, localhost, 6001",
        "sip.example.org:65535/tcp, sip.example.org, 65535",
    })
    void readsEveryFormThatKohaKnows(String text, String host, int number) {
        assertThat(Port.parse(text)).contains(new Port(host, number));
    }

    /** So that whoever came in stays when somebody writes the same place in another way. */
    @ParameterizedTest
    @CsvSource({
        "8023/tcp, 8023/tcp",
        "*:8023/tcp, 8023/tcp",
        "8023/tcp/IPv4, 0.0.0.0:8023/tcp",
        "*:8023/tcp/IPv6, [::]:8023/tcp",
        "127.0.0.1:6001/tcp, 127.0.0.1:6001/tcp",
        "127.0.0.1:6001/tcp/IPv4, 127.0.0.1:6001/tcp",
        "[::1]:6001/tcp/IPv6, [::1]:6001/tcp",
    })
    void callsAPlaceByOneNameHoweverItIsWritten(String text, String id) {
        assertThat(Port.parse(text).map(Port::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "6001",
                "6001/",
                "/tcp",
                ":6001/tcp",
                "6001/tcp/",
                "6001/tcp/IPv5",
                "65536/tcp",
                "0/tcp",
                "[]:6001/tcp",
                "[1.2.3]:6001/tcp",
                "[localhost]:6001/tcp",
                "1.2.3:6001/tcp",
                "127.0.0.1:6001/tcp extra",
                "999999999999/tcp",
                "0:8080/tcp"
            })
    void refusesEverythingElse(String text) {
        assertThat(Port.parse(text)).isEmpty();
    }
}
