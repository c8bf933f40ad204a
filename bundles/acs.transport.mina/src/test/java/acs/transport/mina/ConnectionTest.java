// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Reply;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionTest {

    @Test
    void answersALine() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("9900302.00")).isEqualTo("9900302.00");
            assertThat(terminal.ask("9900302.01")).isEqualTo("9900302.01");
            assertThat(server.conversation().requests()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("R-089 fifty requests in one piece are answered in order, one at a time")
    void answersPipelinedRequestsInOrderAndOneAtATime() {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Echo slow = new Echo(line -> {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            return CompletableFuture.supplyAsync(() -> {
                inHand.decrementAndGet();
                return Echo.reply(line);
            });
        });
        try (Server server = Server.start(slow);
                Terminal terminal = server.connect()) {
            List<String> requests =
                    IntStream.range(0, 50).mapToObj(i -> "request " + i).toList();
            terminal.send(requests.stream().collect(Collectors.joining("\r", "", "\r")));
            assertThat(requests)
                    .allSatisfy(request -> assertThat(terminal.receive()).isEqualTo(request));
            assertThat(most).hasValue(1);
        }
    }

    @Test
    @DisplayName("R-090 a request in pieces of one byte is answered once")
    void answersOnceWhateverThePiecesAre() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            for (char c : "\n9900302.00\r\n".toCharArray()) {
                terminal.send(String.valueOf(c));
            }
            assertThat(terminal.receive()).isEqualTo("9900302.00");
            assertThat(terminal.ask("next")).isEqualTo("next");
        }
    }

    @Test
    @DisplayName("R-022 telnet negotiation is skipped")
    void skipsTelnetNegotiation() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("\u00FF\u00FB\u0018\u00FF\u00FD\u00019300CN"))
                    .isEqualTo("9300CN");
        }
    }

    @Test
    void answersATerminalThatHasClosedItsOutput() {
        Queue<CompletableFuture<Reply>> answers = new ConcurrentLinkedQueue<>();
        Echo waiting = new Echo(line -> {
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
        try (Server server = Server.start(waiting);
                Terminal terminal = server.connect()) {
            terminal.send("one\rtwo\rhalf").closeOutput();
            for (String expected : List.of("one", "two")) {
                Server.until(() -> !answers.isEmpty());
                answers.remove().complete(Echo.reply(expected));
                assertThat(terminal.receive()).isEqualTo(expected);
            }
            terminal.assertClosed();
            assertThat(answers).as("the half line is no request").isEmpty();
        }
    }

    @Test
    @DisplayName("R-092 a request that is cut off is none")
    void forgetsARequestThatIsCutOff() {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        try (Server server = Server.start(recording(seen))) {
            Terminal terminal = server.connect();
            assertThat(terminal.ask("whole")).isEqualTo("whole");
            terminal.send("hal").reset();
            Server.until(() -> server.listener.conversations().isEmpty());
            assertThat(seen).containsExactly("whole");
        }
    }

    @Test
    void isNotDisturbedByATerminalThatLeavesBeforeItsAnswer() {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        Echo late =
                new Echo(line -> line.equals("late") ? answer : CompletableFuture.completedFuture(Echo.reply(line)));
        try (Server server = Server.start(late)) {
            Terminal terminal = server.connect().send("late\r");
            Server.until(() -> server.handlers.leased() == 1);
            terminal.reset();
            Server.until(() -> server.listener.conversations().isEmpty());
            answer.complete(Echo.reply("late"));
            try (Terminal other = server.connect()) {
                assertThat(other.ask("other")).isEqualTo("other");
            }
        }
    }

    @Test
    void staysConnectedWhenTheHandlerFails() {
        Echo failing = new Echo(line -> switch (line) {
            case "throws" -> throw new IllegalStateException("expected by the test");
            case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("expected by the test"));
            default -> CompletableFuture.completedFuture(Echo.reply(line));
        });
        try (Server server = Server.start(failing);
                Terminal terminal = server.connect()) {
            assertThat(terminal.send("throws\rfails\rworks\r").receive()).isEqualTo("works");
        }
    }

    @Test
    void sendsNothingIfTheReplyIsEmpty() {
        Echo silent = new Echo(
                line -> CompletableFuture.completedFuture(line.equals("96") ? Reply.none() : Echo.reply(line)));
        try (Server server = Server.start(silent);
                Terminal terminal = server.connect()) {
            assertThat(terminal.send("96\r99\r").receive()).isEqualTo("99");
        }
    }

    @Test
    void closesAfterTheReplyThatSaysSo() {
        Echo last = new Echo(
                line -> CompletableFuture.completedFuture(Echo.reply(line).thenClose()));
        try (Server server = Server.start(last);
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("first")).isEqualTo("first");
            terminal.assertClosed();
        }
    }

    @Test
    void throwsOverlongLinesAwayAndClosesAfterThree() {
        try (Server server = Server.start(new Echo(), Map.of("max_message", 100));
                Terminal terminal = server.connect()) {
            assertThat(terminal.send("x".repeat(100_000) + "\r").ask("good")).isEqualTo("good");
            terminal.send(("x".repeat(200) + "\r").repeat(3));
            terminal.assertClosed();
        }
    }

    @Test
    void closesOnAFloodOfEmptyLines() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.send("\r".repeat(999)).ask("good")).isEqualTo("good");
            terminal.send("\r".repeat(1000));
            terminal.assertClosed();
        }
    }

    @Test
    void takesNoMoreInThanItCanAnswer() throws Exception {
        Queue<CompletableFuture<Reply>> answers = new ConcurrentLinkedQueue<>();
        AtomicInteger handled = new AtomicInteger();
        Echo stopped = new Echo(line -> {
            if (handled.incrementAndGet() > 1) {
                return CompletableFuture.completedFuture(Echo.reply("ok"));
            }
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
        int lines = 20_000;
        String line = "x".repeat(1000) + "\r";
        try (Server server = Server.start(stopped);
                Terminal terminal = server.connect()) {
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                while (sent.get() < lines) {
                    terminal.send(line);
                    sent.incrementAndGet();
                }
            });
            Server.until(() -> !answers.isEmpty());
            awaitStandstill(sent);
            assertThat(sender)
                    .as("the buffers of the system are full: nothing more is read")
                    .isNotDone();
            answers.remove().complete(Echo.reply("ok"));
            for (int i = 0; i < lines; i++) {
                assertThat(terminal.receive()).isEqualTo("ok");
            }
            sender.get();
        }
    }

    /** Waits until the number has been the same for a while. */
    private static void awaitStandstill(AtomicInteger number) {
        AtomicInteger last = new AtomicInteger(-1);
        AtomicInteger same = new AtomicInteger();
        Server.until(() -> {
            int now = number.get();
            return (last.getAndSet(now) == now ? same.incrementAndGet() : same.getAndSet(0)) > 200;
        });
    }

    private static Echo recording(Queue<String> seen) {
        return new Echo(line -> {
            seen.add(line);
            return CompletableFuture.completedFuture(Echo.reply(line));
        });
    }
}
