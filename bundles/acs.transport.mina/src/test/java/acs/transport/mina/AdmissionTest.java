// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AdmissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"max_sessions", "max_sessions_per_address"})
    @DisplayName("R-087 connections beyond the limit are refused and harm none")
    void refusesConnectionsBeyondTheLimitAndHarmsNone(String limit) {
        try (Server server = Server.start(new Echo(), Map.of(limit, 3))) {
            List<Terminal> terminals = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                terminals.add(server.connect());
                assertThat(terminals.get(i).ask("hello")).isEqualTo("hello");
            }
            for (int i = 0; i < 20; i++) {
                try (Terminal refused = server.connect()) {
                    refused.assertClosed();
                }
            }
            assertThat(terminals)
                    .allSatisfy(terminal -> assertThat(terminal.ask("99")).isEqualTo("99"));
            terminals.remove(0).close();
            Server.until(() -> server.listener.conversations().size() == 2);
            try (Terminal next = server.connect()) {
                assertThat(next.ask("now")).isEqualTo("now");
            }
            terminals.forEach(Terminal::close);
        }
    }

    @Test
    void refusesAddressesThatAreNotAllowed() {
        try (Server server = Server.start(new Echo(), Map.of("allow_from", new String[] {"10.0.0.0/8"}));
                Terminal terminal = server.connect()) {
            terminal.assertClosed();
        }
    }

    @Test
    void takesAddressesThatAreAllowed() {
        try (Server server = Server.start(new Echo(), Map.of("allow_from", new String[] {"10.0.0.0/8", "127.0.0.1"}));
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void survivesAFloodOfConnections() {
        try (Server server = Server.start(new Echo(), Map.of("max_sessions", 10));
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
            for (int i = 0; i < 500; i++) {
                Terminal flood = server.connect();
                if (i % 2 == 0) {
                    flood.reset();
                } else {
                    flood.close();
                }
            }
            assertThat(terminal.ask("99")).isEqualTo("99");
            // What is left of the flood in the system's queue may still take the places.
            Server.until(() -> isServed(server));
        }
    }

    private static boolean isServed(Server server) {
        try (Terminal next = server.connect()) {
            return next.ask("99").equals("99");
        } catch (UncheckedIOException refused) {
            return false;
        }
    }
}
