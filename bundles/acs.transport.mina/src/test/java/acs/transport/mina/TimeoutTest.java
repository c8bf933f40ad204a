// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What takes its time without doing anything, so all of it at once. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class TimeoutTest {

    @Test
    void closesATerminalThatDoesNotLogIn() {
        try (Server server = Server.quick(new Echo(), Map.of("timeout", 1));
                Terminal silent = server.connect();
                Terminal talking = server.connect();
                Terminal good = server.connect()) {
            assertThat(good.ask("login")).isEqualTo("login");
            assertThat(talking.ask("99")).isEqualTo("99");
            silent.assertClosed();
            talking.assertClosed();
            assertThat(good.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void closesATerminalThatFallsSilentAfterItsLogin() {
        try (Server server = Server.quick(new Echo(), Map.of("client_timeout", 1));
                Terminal silent = server.connect();
                Terminal talking = server.connect()) {
            silent.ask("login");
            talking.ask("login");
            long start = System.nanoTime();
            AtomicInteger asked = new AtomicInteger();
            Server.until(() -> {
                assertThat(talking.ask("99")).isEqualTo("99");
                asked.incrementAndGet();
                return server.listener.conversations().size() == 1;
            });
            silent.assertClosed();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
            assertThat(talking.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void givesATerminalThatNeedsNoLoginItsTime() {
        Map<String, Object> open = Map.of("login", "none", "account", "hall", "timeout", 1);
        try (Server server = Server.quick(new Echo(), open);
                Terminal terminal = server.connect()) {
            assertThat(server.conversation().account()).isEqualTo("hall");
            awaitSeconds(1.6);
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void doesNotCloseATerminalThatWaitsForItsAnswer() {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        Echo slow =
                new Echo(line -> line.equals("slow") ? answer : CompletableFuture.completedFuture(Echo.reply(line)));
        try (Server server = Server.quick(slow, Map.of("client_timeout", 1));
                Terminal terminal = server.connect()) {
            terminal.ask("login");
            terminal.send("slow\r");
            awaitSeconds(1.6);
            answer.complete(Echo.reply("slow"));
            assertThat(terminal.receive()).isEqualTo("slow");
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    @Test
    @DisplayName("R-085 a slow drip is closed")
    void closesASlowDrip() {
        try (Server server = Server.quick(new Echo(), Map.of());
                Terminal terminal = server.connect();
                Terminal other = server.connect()) {
            assertThat(terminal.ask("login")).isEqualTo("login");
            assertThat(other.ask("login")).isEqualTo("login");
            terminal.send("9");
            terminal.assertClosed();
            assertThat(other.ask("99")).isEqualTo("99");
        }
    }

    @Test
    @DisplayName("R-094 a terminal that never reads is closed")
    void closesATerminalThatNeverReads() {
        byte[] large = new byte[60_000];
        Echo generous = new Echo(line -> CompletableFuture.completedFuture(Reply.of(large)));
        AtomicInteger handled = new AtomicInteger();
        Echo counting = new Echo(line -> {
            handled.incrementAndGet();
            return generous.handle(null, new byte[] {'x'});
        });
        try (Server server = Server.quick(counting, Map.of());
                Terminal terminal = server.connect()) {
            terminal.send("99\r".repeat(2000));
            Server.until(() -> handled.get() > 1);
            Server.until(() -> server.listener.conversations().isEmpty());
            assertThat(handled).as("requests that were answered to nobody").hasValueLessThan(2000);
        }
    }

    private static void awaitSeconds(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Server.until(() -> System.nanoTime() > end);
    }
}
