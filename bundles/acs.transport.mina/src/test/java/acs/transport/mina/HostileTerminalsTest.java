// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Reply;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes over a socket, the terminal on the one beside it is served. */
@Timeout(60)
class HostileTerminalsTest {
    private static final String CLIENT_HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003";

    @Test
    @DisplayName("R-007 a million bare CR are cheap, and close the connection")
    void closesOnAMillionCr() {
        try (Server server = Server.start(new Echo());
                Terminal flood = server.connect();
                Terminal other = server.connect()) {
            assertThat(other.ask("before")).isEqualTo("before");
            sendAsMuchAsItTakes(flood, "\r".repeat(1_000_000));
            Server.until(() -> server.listener.conversations().size() == 1);
            assertThat(other.ask("after")).isEqualTo("after");
        }
    }

    @Test
    @DisplayName("R-019 a mebibyte of random bytes disturbs nobody else")
    void survivesRandomBytes() {
        byte[] bytes = new byte[1 << 20];
        new Random(20260115).nextBytes(bytes);
        Echo silent = new Echo(
                line -> CompletableFuture.completedFuture(line.equals("99") ? Echo.reply(line) : Reply.none()));
        try (Server server = Server.start(silent);
                Terminal random = server.connect();
                Terminal other = server.connect()) {
            assertThat(other.ask("99")).isEqualTo("99");
            sendAsMuchAsItTakes(random, new String(bytes, ISO_8859_1));
            random.reset();
            assertThat(other.ask("99")).isEqualTo("99");
            Server.until(() -> server.listener.conversations().size() == 1);
        }
    }

    @Test
    @DisplayName("R-020 what speaks TLS to a plain port is told nothing, and closed")
    void closesWhatSpeaksTlsToAPlainPort() {
        try (Server server = Server.quick(new Echo(), Map.of());
                Terminal terminal = server.connect();
                Terminal other = server.connect()) {
            terminal.send(CLIENT_HELLO);
            terminal.assertClosed();
            assertThat(other.ask("99")).isEqualTo("99");
        }
    }

    @Test
    @DisplayName("R-099 a terminal goes on with the next server on the port")
    void goesOnWithTheNextServer() {
        int port;
        try (Server server = Server.start(new Echo())) {
            port = server.port();
            try (Terminal terminal = server.connect()) {
                assertThat(terminal.ask("99")).isEqualTo("99");
                server.listener.close();
                terminal.assertClosed();
            }
        }
        try (Server next = Server.start(new Echo(), Map.of("port", port));
                Terminal terminal = next.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    /** The server may close the connection while it is still being sent to. */
    private static void sendAsMuchAsItTakes(Terminal terminal, String text) {
        try {
            terminal.send(text);
        } catch (UncheckedIOException closed) {
            assertThat(closed).hasMessageMatching(".*(reset|Broken pipe|closed).*");
        }
    }
}
