// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTest {

    @Test
    @DisplayName("R-087 a thousand idle connections hold up nobody")
    void servesFiftyTerminalsBesideAThousandIdleOnesWithTheSameThreads() throws Exception {
        List<Terminal> idle = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        ExecutorService terminals = Executors.newFixedThreadPool(50);
        Echo echo = new Echo(line -> CompletableFuture.supplyAsync(() -> Echo.reply(line), workers));
        try (Server server = Server.start(echo)) {
            try (Terminal first = server.connect()) {
                assertThat(first.ask("login")).isEqualTo("login");
            }
            long threads = transportThreads();
            for (int i = 0; i < 1000; i++) {
                Terminal terminal = server.connect();
                assertThat(terminal.ask("login")).isEqualTo("login");
                idle.add(terminal);
            }
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                all.add(CompletableFuture.runAsync(
                        () -> {
                            try (Terminal terminal = server.connect()) {
                                for (int line = 0; line < 100; line++) {
                                    String request = number + "/" + line;
                                    assertThat(terminal.ask(request)).isEqualTo(request);
                                }
                            }
                        },
                        terminals));
            }
            for (CompletableFuture<Void> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertThat(transportThreads()).isEqualTo(threads);
            assertThat(idle.get(500).ask("still there?")).isEqualTo("still there?");
            idle.forEach(Terminal::close);
            Server.until(() -> server.listener.conversations().isEmpty());
        } finally {
            workers.shutdown();
            terminals.shutdown();
        }
    }

    private static long transportThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(acs-io|IoLoop|Acceptor).*"))
                .count();
    }
}
