// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineHandlersTest {
    private static final Limits IMPATIENT = new Limits(
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            1000);

    @Test
    void losesAndDoublesNothingWhileHandlersAreReplaced() throws Exception {
        int terminals = 16;
        Set<String> handled = ConcurrentHashMap.newKeySet();
        AtomicInteger doubled = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        try (Server server = Server.empty(Limits.DEFAULT, Map.of())) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            Ref current = server.arrive(new Part(handled, doubled));
            for (int i = 0; i < terminals; i++) {
                int number = i;
                all.add(CompletableFuture.runAsync(
                        () -> {
                            try (Terminal terminal = server.connect()) {
                                for (int line = 0; !enough.get(); line++) {
                                    String request = number + "/" + line;
                                    assertThat(terminal.ask(request)).isEqualTo(request);
                                    answered.incrementAndGet();
                                }
                            }
                        },
                        newThread()));
            }
            for (int swap = 0; swap < 40; swap++) {
                int before = answered.get();
                Server.until(() -> answered.get() > before + terminals);
                if (swap % 2 == 0) {
                    // Make before break.
                    Ref next = server.arrive(new Part(handled, doubled));
                    server.handlers.removeHandler(current);
                    current = next;
                } else {
                    server.handlers.removeHandler(current);
                    current = server.arrive(new Part(handled, doubled));
                }
            }
            enough.set(true);
            for (CompletableFuture<Void> one : all) {
                one.get(20, TimeUnit.SECONDS);
            }
            assertThat(doubled).hasValue(0);
            assertThat(handled).hasSize(answered.get());
        }
    }

    @Test
    void waitsForTheRequestsInHandBeforeAHandlerGoes() throws Exception {
        Queue<CompletableFuture<Reply>> answers = new ConcurrentLinkedQueue<>();
        try (Server server = Server.empty(Limits.DEFAULT, Map.of());
                Terminal terminal = server.connect()) {
            Ref leaving = server.arrive(pending(answers));
            terminal.send("one\r");
            Server.until(() -> !answers.isEmpty());
            Thread removal = new Thread(() -> server.handlers.removeHandler(leaving));
            removal.start();
            // It waits, so the leaving handler is off the list.
            Server.until(() -> removal.getState() == Thread.State.TIMED_WAITING);
            terminal.send("two\r");
            answers.remove().complete(Echo.reply("one by the old"));
            removal.join(20_000);
            assertThat(removal.isAlive()).isFalse();
            assertThat(terminal.receive()).isEqualTo("one by the old");
            server.arrive(new Echo(line -> CompletableFuture.completedFuture(Echo.reply(line + " by the new"))));
            assertThat(terminal.receive()).isEqualTo("two by the new");
            assertThat(answers).isEmpty();
        }
    }

    @Test
    void doesNotWaitForAHandlerForEver() {
        Queue<CompletableFuture<Reply>> answers = new ConcurrentLinkedQueue<>();
        try (Server server = Server.empty(IMPATIENT, Map.of());
                Terminal terminal = server.connect()) {
            Ref leaving = server.arrive(pending(answers));
            terminal.send("one\r");
            Server.until(() -> !answers.isEmpty());
            server.handlers.removeHandler(leaving);
            server.arrive(new Echo());
            answers.remove().complete(Echo.reply("late"));
            assertThat(terminal.receive()).isEqualTo("late");
            assertThat(terminal.ask("next")).isEqualTo("next");
        }
    }

    @Test
    void keepsLinesForAHandlerThatArrivesInTimeWithoutHoldingThreads() {
        int terminals = 50;
        try (Server server = Server.empty(Limits.DEFAULT, Map.of())) {
            List<Terminal> waiting = new ArrayList<>();
            int before = Thread.activeCount();
            for (int i = 0; i < terminals; i++) {
                waiting.add(server.connect().send("first " + i + "\rsecond " + i + "\r"));
            }
            Server.until(() -> server.listener.conversations().stream()
                            .filter(c -> c.requests() == 2)
                            .count()
                    == terminals);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 1);
            server.arrive(new Echo());
            for (int i = 0; i < terminals; i++) {
                assertThat(waiting.get(i).receive()).isEqualTo("first " + i);
                assertThat(waiting.get(i).receive()).isEqualTo("second " + i);
                waiting.get(i).close();
            }
        }
    }

    @Test
    void dropsALineThatWaitedTooLong() {
        try (Server server = Server.empty(IMPATIENT, Map.of());
                Terminal terminal = server.connect()) {
            terminal.send("old\r");
            Server.until(() -> server.conversation().requests() == 1);
            long end = System.nanoTime() + IMPATIENT.patience().toNanos();
            Server.until(() -> System.nanoTime() > end);
            terminal.send("fresh\r");
            Server.until(() -> server.conversation().requests() == 2);
            server.arrive(new Echo());
            assertThat(terminal.receive()).isEqualTo("fresh");
            assertThat(terminal.ask("next")).isEqualTo("next");
        }
    }

    @Test
    void closesATerminalThatLeftWhileNobodyIsThere() {
        try (Server server = Server.empty(IMPATIENT, Map.of());
                Terminal terminal = server.connect()) {
            terminal.send("question\r").closeOutput().assertClosed();
        }
    }

    /** Answers on another thread, and notices if it is asked the same twice. */
    private record Part(Set<String> handled, AtomicInteger doubled) implements LineHandler {
        @Override
        public CompletionStage<Reply> handle(Conversation conversation, byte[] line) {
            String text = new String(line, ISO_8859_1);
            if (!handled.add(text)) {
                doubled.incrementAndGet();
            }
            return CompletableFuture.supplyAsync(() -> Echo.reply(text));
        }

        @Override
        public CompletionStage<Boolean> login(Conversation conversation, String name, char[] password) {
            return CompletableFuture.completedFuture(false);
        }
    }

    private static Echo pending(Queue<CompletableFuture<Reply>> answers) {
        return new Echo(line -> {
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
    }

    private static Executor newThread() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        };
    }
}
