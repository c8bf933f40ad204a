// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.transport.Conversation;
import acs.api.transport.Listener;
import acs.api.transport.Reply;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MinaListenerTest {

    @Test
    void saysWhatItIs() {
        try (Server server = Server.start(new Echo(), Map.of("id", "hall", "delimiter", "^", "client_timeout", 600))) {
            Listener listener = server.listener.listener();
            assertThat(listener)
                    .isEqualTo(new Listener(
                            "hall",
                            Listener.Dialogue.RAW,
                            true,
                            "",
                            '^',
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(600)));
            assertThat(server.listener.problem()).isEmpty();
            assertThat(server.listener.secure()).isFalse();
            assertThat(server.listener.address()).matches("127\\.0\\.0\\.1:[1-9]\\d*");
        }
    }

    @Test
    void servesOnceThePortIsFree() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = other.getLocalPort();
        try (Server server = Server.start(new Echo(), Map.of("port", port))) {
            assertThat(server.listener.problem())
                    .contains("127.0.0.1:" + port, "port of listener", "Address already in use");
            assertThat(server.listener.address()).isEqualTo("127.0.0.1:" + port);
            assertThat(server.listener.conversations()).isEmpty();
            other.close();
            Server.until(() -> server.listener.problem().isEmpty());
            try (Terminal terminal = server.connect()) {
                assertThat(terminal.ask("99")).isEqualTo("99");
            }
        }
    }

    @Test
    void noticesAnotherListenerOfThisServerOnThePort() {
        try (Server first = Server.start(new Echo());
                Server second = Server.start(new Echo(), Map.of("port", first.port()))) {
            assertThat(second.listener.problem()).contains("Address already in use");
        }
    }

    @Test
    void letsTheNextVersionListenBeforeItCloses() {
        try (Server old = Server.start(new Echo())) {
            int port = old.port();
            IoThreads io = new IoThreads(Limits.DEFAULT, 1);
            LineHandlers handlers = new LineHandlers(io);
            handlers.addHandler(new Ref(1), new Echo(line -> CompletableFuture.completedFuture(Echo.reply("new"))));
            MinaListener next = new MinaListener(
                    Configs.listener(Map.of("port", port)), io, handlers, endpoint -> true, Duration.ofMillis(50));
            assertThat(next.problem()).isEmpty();
            old.listener.close();
            try (Terminal terminal = Terminal.connect(port)) {
                assertThat(terminal.ask("who?")).isEqualTo("new");
            }
            next.close();
            io.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "port, 70000",
        "transport, serial",
        "login, maybe",
        "login, none",
        "delimiter, ''",
        "delimiter, ab",
        "delimiter, A",
        "timeout, -1",
        "client_timeout, -1",
        "max_sessions, 0",
        "max_sessions_per_address, 0",
        "max_message, 1",
        "client_auth, perhaps",
        "allow_from, everywhere",
        "tcp_keepalive_time, -1"
    })
    void saysWhatIsWrongWithItsConfiguration(String name, String text) {
        Object value =
                switch (name) {
                    case "transport", "login", "delimiter", "client_auth" -> text;
                    case "allow_from" -> new String[] {text};
                    default -> Integer.valueOf(text);
                };
        try (Server server = Server.start(new Echo(), Map.of("id", "hall", name, value))) {
            assertThat(server.listener.problem())
                    .startsWith("Listener hall is configured wrongly: ")
                    .contains(name.equals("login") && text.equals("none") ? "account" : name, "(expected: ");
            assertThat(server.listener.listener().id()).isEqualTo("hall");
            server.listener.change(Configs.listener(Map.of("port", 0)));
            assertThat(server.listener.problem()).isEmpty();
            try (Terminal terminal = server.connect()) {
                assertThat(terminal.ask("99")).isEqualTo("99");
            }
        }
    }

    @Test
    void survivesAValueThatTheContainerCannotConvert() {
        try (Server server = Server.start(new Echo())) {
            MinaListener.Config broken = Configs.listener(Map.of("id", "hall", "port", "six thousand and one"));
            MinaListener listener =
                    new MinaListener(broken, server.io, server.handlers, endpoint -> false, Duration.ofMillis(50));
            assertThat(listener.problem()).startsWith("Listener hall is configured wrongly: ");
            assertThat(listener.conversations()).isEmpty();
            listener.close();
        }
    }

    @Test
    void namesAHostThatDoesNotExist() {
        try (Server server = Server.start(new Echo(), Map.of("host", "no-such-host.invalid"))) {
            assertThat(server.listener.problem()).contains("no-such-host.invalid:0", "the host is unknown");
        }
    }

    @Test
    void keepsConnectionsIfOnlyTimesAndLimitsChange() {
        try (Server server = Server.start(new Echo(), Map.of("id", "before", "timeout", 0));
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
            Conversation conversation = server.conversation();
            int port = server.port();
            change(server, Map.of("id", "after", "timeout", 0, "max_message", 10));
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.listener.listener().id()).isEqualTo("after");
            assertThat(server.conversation()).isSameAs(conversation);
            assertThat(terminal.send("more than ten bytes\r").ask("99")).isEqualTo("99");
            try (Terminal next = server.connect()) {
                assertThat(next.ask("99")).isEqualTo("99");
                assertThat(server.listener.conversations())
                        .extracting(open -> open.listener().id())
                        .containsExactlyInAnyOrder("before", "after");
            }
            change(server, Map.of("id", "after", "timeout", 1));
            terminal.assertClosed();
        }
    }

    @Test
    void goesOnAsBeforeIfTheNewConfigurationIsWrong() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            change(server, Map.of("port", -1));
            assertThat(server.listener.problem()).isEmpty();
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void movesToAnotherPort() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
            int before = server.port();
            change(server, Map.of("port", free));
            assertThat(server.port()).isEqualTo(free);
            terminal.assertClosed();
            assertThatThrownBy(() -> Terminal.connect(before)).isInstanceOf(UncheckedIOException.class);
            try (Terminal next = server.connect()) {
                assertThat(next.ask("99")).isEqualTo("99");
            }
        }
    }

    @Test
    @DisplayName("R-099 a listener that closes answers what is in hand")
    void answersWhatIsInHandWhenItCloses() throws Exception {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        try (Server server = Server.start(new Echo(line -> answer));
                Terminal working = server.connect();
                Terminal idle = server.connect()) {
            working.send("last\rnever begun\r");
            Server.until(() -> server.handlers.leased() == 1
                    && server.listener.conversations().size() == 2);
            int port = server.port();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server.listener::close);
            idle.assertClosed();
            assertThatThrownBy(() -> Terminal.connect(port)).isInstanceOf(UncheckedIOException.class);
            assertThat(closing).isNotDone();
            answer.complete(Echo.reply("last"));
            assertThat(working.receive()).isEqualTo("last");
            working.assertClosed();
            closing.get();
        }
    }

    @Test
    void doesNotWaitForAnAnswerForEver() {
        Limits hasty = new Limits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                1000);
        CompletableFuture<Reply> never = new CompletableFuture<>();
        try (Server server = Server.empty(hasty, Map.of())) {
            server.arrive(new Echo(line -> never));
            try (Terminal terminal = server.connect().send("question\r")) {
                Server.until(() -> server.handlers.leased() == 1);
                server.listener.close();
                terminal.assertClosed();
                never.complete(Reply.none());
            }
        }
    }

    @Test
    void leavesNoThreadBehind() {
        Server.until(() -> ioThreads() == 0);
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("99")).isEqualTo("99");
            assertThat(ioThreads()).isPositive();
        }
        Server.until(() -> ioThreads() == 0);
    }

    private static int ioThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(acs-io|IoLoop|Acceptor|NioSocketAcceptor).*"))
                .count();
    }

    private static void change(Server server, Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("port", 0));
        all.putAll(settings);
        server.listener.change(Configs.listener(all));
    }
}
