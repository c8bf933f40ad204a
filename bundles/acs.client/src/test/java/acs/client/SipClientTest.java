// SPDX-License-Identifier: Apache-2.0
package acs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.client.SipClient.Options;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against servers that answer from a script. */
class SipClientTest {
    private static final Message STATUS = Message.of(MessageType.SC_STATUS)
            .with(Fixed.STATUS_CODE, "0")
            .with(Fixed.MAX_PRINT_WIDTH, 40)
            .with(Fixed.PROTOCOL_VERSION, "2.00")
            .build();
    private static final String GOOD = "941";

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void skipsTheLineFeedOfServersThatSendCrLf() throws Exception {
        Script script = serve("941\r\n", "\n940\r\n");
        try (SipClient client = SipClient.connect(script.address(), Options.standard())) {
            assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
            assertThat(client.ask(STATUS).get(Fixed.OK)).isFalse();
        }
    }

    @Test
    void repeatsTheSameBytesWhenTheServerAsksForThem() throws Exception {
        Script script = serve("96AZFEF6\r", numbered(GOOD, 0));
        try (SipClient client = detecting(script)) {
            assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
        }
        assertThat(script.received()).containsExactly("9900402.00AY0AZFCA5", "9900402.00AY0AZFCA5");
    }

    @Test
    void asksForARepetitionOfADamagedAnswer() throws Exception {
        Script script = serve("941AY0AZ0000\r", numbered(GOOD, 0));
        try (SipClient client = detecting(script)) {
            assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
        }
        assertThat(script.received()).containsExactly("9900402.00AY0AZFCA5", "97AZFEF5");
    }

    @Test
    void passesOverTheAnswerToAnotherRequest() throws Exception {
        Script script = serve(numbered("940", 7) + numbered(GOOD, 0));
        try (SipClient client = detecting(script)) {
            assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
        }
    }

    @Test
    void repeatsWhatIsNotAnsweredInTime() throws Exception {
        Script script = serve("", numbered(GOOD, 0));
        Options hasty = new Options(Wire.standard(), "\r", true, Duration.ofMillis(200), 3);
        try (SipClient client = SipClient.connect(script.address(), hasty)) {
            assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
        }
        assertThat(script.received()).hasSize(2).allMatch("9900402.00AY0AZFCA5"::equals);
    }

    @Test
    void givesUpAfterTheRetries() throws Exception {
        Script script = serve("", "", "");
        Options hasty = new Options(Wire.standard(), "\r", true, Duration.ofMillis(50), 2);
        try (SipClient client = SipClient.connect(script.address(), hasty)) {
            assertThatThrownBy(() -> client.ask(STATUS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("after 3 tries");
        }
    }

    @Test
    void numbersMessagesFromZeroToNineAndAgain() throws Exception {
        String[] answers = new String[11];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = numbered(GOOD, i % 10);
        }
        Script script = serve(answers);
        try (SipClient client = detecting(script)) {
            for (int i = 0; i < answers.length; i++) {
                assertThat(client.ask(STATUS).get(Fixed.OK)).isTrue();
            }
        }
        assertThat(script.received().get(9)).contains("AY9");
        assertThat(script.received().get(10)).contains("AY0");
    }

    private static SipClient detecting(Script script) throws IOException {
        return SipClient.connect(script.address(), Options.standard().withErrorDetection());
    }

    private static String numbered(String body, int sequence) {
        byte[] line = Trailer.append(body.getBytes(StandardCharsets.US_ASCII), OptionalInt.of(sequence));
        return new String(line, StandardCharsets.US_ASCII) + "\r";
    }

    /** A server that answers the n-th line with the n-th text. */
    private Script serve(String... answers) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Future<List<String>> received = threads.submit(() -> {
            List<String> lines = new ArrayList<>();
            try (server;
                    Socket socket = server.accept()) {
                for (String answer : answers) {
                    StringBuilder line = new StringBuilder();
                    for (int c = socket.getInputStream().read(); c != '\r' && c >= 0; ) {
                        line.append((char) c);
                        c = socket.getInputStream().read();
                    }
                    lines.add(line.toString());
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            return lines;
        });
        return new Script(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), received);
    }

    private record Script(InetSocketAddress address, Future<List<String>> lines) {
        List<String> received() throws Exception {
            return lines.get(20, TimeUnit.SECONDS);
        }
    }
}
