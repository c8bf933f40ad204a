// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.status.PassingMessage;
import acs.api.status.Traffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;

class TraceCommandTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private record Line(long session, boolean fromTerminal, String account, String institution)
            implements PassingMessage {
        @Override
        public Instant at() {
            return Instant.EPOCH;
        }

        @Override
        public String remote() {
            return "10.0.0.1:4711";
        }

        @Override
        public String text() {
            return "64AE***|";
        }

        @Override
        public String textWithPersonalData() {
            return "64AEGrace|";
        }
    }

    /** The part of a session that a command sees. */
    private static CommandSession session(OutputStream out) {
        PrintStream console = new PrintStream(out, false, StandardCharsets.UTF_8);
        return (CommandSession) Proxy.newProxyInstance(
                TraceCommandTest.class.getClassLoader(),
                new Class<?>[] {CommandSession.class},
                (proxy, method, arguments) -> method.getName().equals("getConsole") ? console : null);
    }

    /** Shows these as soon as somebody looks. */
    private static Traffic showing(PassingMessage... messages) {
        return watcher -> {
            for (PassingMessage message : messages) {
                watcher.accept(message);
            }
            return () -> {};
        };
    }

    private String trace(Traffic traffic, String... arguments) throws InterruptedException {
        String end = new TraceCommand(traffic).trace(session(output), arguments);
        return output.toString(StandardCharsets.UTF_8) + end;
    }

    @Test
    void showsWhoSaysWhat() throws Exception {
        String text = trace(showing(new Line(7, true, "", ""), new Line(7, false, "sc01", "MAIN")), "--count", "2");

        assertThat(text.lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" #7 ?@10.0.0.1:4711 > 64AE***|"),
                        line -> assertThat(line).endsWith(" #7 sc01@10.0.0.1:4711 < 64AE***|"),
                        line -> assertThat(line).isEqualTo("2 messages"));
    }

    @Test
    void showsPersonalDataOnlyWhenAsked() throws Exception {
        assertThat(trace(showing(new Line(7, false, "sc01", "MAIN")), "--personal", "--count", "1"))
                .contains("64AEGrace|");
    }

    @Test
    void filters() throws Exception {
        Traffic traffic = showing(
                new Line(1, true, "sc01", "MAIN"), new Line(2, true, "sc02", "MAIN"), new Line(3, true, "sc03", "BR1"));

        assertThat(trace(traffic, "--session", "1", "--count", "1"))
                .contains("#1 ")
                .doesNotContain("#2 ");
        output.reset();
        assertThat(trace(traffic, "--account", "sc02", "--count", "1"))
                .contains("#2 ")
                .doesNotContain("#1 ");
        output.reset();
        assertThat(trace(traffic, "--institution", "BR1", "--count", "1"))
                .contains("#3 ")
                .doesNotContain("#1 ");
    }

    @Test
    void dropsWhatComesTooFast() throws Exception {
        PassingMessage[] many = IntStream.range(0, 1500)
                .mapToObj(i -> new Line(i, true, "sc01", "MAIN"))
                .toArray(PassingMessage[]::new);

        assertThat(trace(showing(many), "--count", "1000"))
                .endsWith("1000 messages, 500 more dropped: they came faster than they could be shown");
    }

    @Test
    void endsWhenTheTimeIsOver() throws Exception {
        assertThat(trace(showing(), "--seconds", "1")).isEqualTo("0 messages");
    }

    @Test
    void endsWhenTheReaderIsGone() throws Exception {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        String end = new TraceCommand(showing(new Line(1, true, "", ""), new Line(2, true, "", "")))
                .trace(session(broken), "--seconds", "3600");

        assertThat(end).isEqualTo("1 message");
    }

    @Test
    void stopsWatchingAtTheEnd() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Traffic traffic = new Traffic() {
            @Override
            public Watch watch(Consumer<PassingMessage> watcher) {
                watcher.accept(new Line(1, true, "", ""));
                return closed::countDown;
            }
        };
        trace(traffic, "--count", "1");

        assertThat(closed.getCount()).isZero();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> trace(showing(), "--count", "0")).hasMessage("--count: 0 (expected: 1..100000)");
        assertThatThrownBy(() -> trace(showing(), "--who", "x")).hasMessageStartingWith("usage: acs:trace ");
        assertThatThrownBy(() -> trace(showing(), "--account")).hasMessageStartingWith("usage: acs:trace ");
    }
}
