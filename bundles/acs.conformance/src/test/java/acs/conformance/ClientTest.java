// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static acs.conformance.ScriptedServer.HANG_UP;
import static acs.conformance.ScriptedServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.client.Patience;
import acs.client.RefusedByServerException;
import acs.client.SipClient;
import acs.client.SipSession;
import acs.client.UserInput;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the checklist says of terminals, as far as it is the client's business and not the screen's. */
class ClientTest {
    private static final String ITEM = "1720260115    093000AOMAIN|ABI001|";
    private static final String ITEM_INFORMATION = "1803020120260115    093000ABI001|AJx|\r";
    private static final String CHECKOUT =
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|";
    private static final String CHECKED_OUT = "121NNY20260115    093000AOMAIN|AAP110|ABI001|AJx|AHx|\r";
    private static final String OFFLINE = "98NNNNNN00099920260115    0930002.00AOMAIN|BXYYYYYYYYYYYNNYYY|AFClosed|\r";
    private static final String ONLINE = "98YYYYYN10000320260115    0930002.00AOMAIN|BXYYYYYYYYYYYNNYYY|\r";
    private static final String WITHOUT_ITEMS = "98YYYYYN10000320260115    0930002.00AOMAIN|BXYYYYYYYYNNNNNNNN|\r";
    private static final Patience HASTY = new Patience(4, Duration.ofMillis(1), Duration.ofMillis(4));

    private static Message message(String body) {
        Reading reading = Wire.standard().read(body.getBytes(StandardCharsets.US_ASCII));
        return ((Reading.Understood) reading).message();
    }

    private static String sealed(String body, int sequence) {
        byte[] line = Trailer.append(body.strip().getBytes(StandardCharsets.US_ASCII), OptionalInt.of(sequence));
        return new String(line, StandardCharsets.US_ASCII);
    }

    private static SipSession session(ScriptedServer server, String login) {
        return new SipSession(
                () -> server.dial(false, 5000),
                login.isEmpty() ? Optional.empty() : Optional.of(message(login)),
                HASTY);
    }

    @Test
    @DisplayName("C-282 retransmits unchanged on timeout, then fails")
    void retransmits() throws Exception {
        try (ScriptedServer server = new ScriptedServer(SILENCE, SILENCE, SILENCE);
                SipClient client = server.dial(true, 100)) {
            assertThatThrownBy(() -> client.ask(message(ITEM)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer after 3 tries");
            assertThat(server.received()).isEqualTo(Collections.nCopies(3, sealed(ITEM, 0)));
        }
    }

    @Test
    @DisplayName("C-284 asks again for an answer with a wrong checksum")
    void asksAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        "1803020120260115    093000ABI001|AJx|AY0AZ0000\r", sealed(ITEM_INFORMATION, 0) + "\r");
                SipClient client = server.dial(true, 5000)) {
            assertThat(client.ask(message(ITEM)).get(Field.AJ)).isEqualTo("x");
            assertThat(server.received()).containsExactly(sealed(ITEM, 0), "97AZFEF5");
        }
    }

    @Test
    @DisplayName("C-285 sends the same bytes again on 96")
    void resends() throws Exception {
        try (ScriptedServer server = new ScriptedServer("96AZFEF6\r", sealed(ITEM_INFORMATION, 0) + "\r");
                SipClient client = server.dial(true, 5000)) {
            assertThat(client.ask(message(ITEM)).get(Field.AJ)).isEqualTo("x");
            assertThat(server.received()).containsExactly(sealed(ITEM, 0), sealed(ITEM, 0));
        }
    }

    @Test
    @DisplayName("C-287 passes over an answer with another number")
    void passesOverOthers() throws Exception {
        try (ScriptedServer server = new ScriptedServer(sealed("941", 2) + "\r" + sealed(ITEM_INFORMATION, 0) + "\r");
                SipClient client = server.dial(true, 5000)) {
            assertThat(client.ask(message(ITEM)).type()).isEqualTo(MessageType.ITEM_INFORMATION_RESPONSE);
        }
    }

    @Test
    @DisplayName("C-289 takes a status for an answer, and repeats the command when the server is on-line")
    void waitsForTheServer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(OFFLINE, OFFLINE, ONLINE, ITEM_INFORMATION);
                SipSession session = session(server, "")) {
            assertThat(session.ask(message(ITEM)).get(Field.AJ)).isEqualTo("x");
            assertThat(session.status().orElseThrow().get(Fixed.ONLINE_STATUS)).isTrue();
            assertThat(server.received()).containsExactly(ITEM, "9900002.00", "9900002.00", ITEM);
        }
    }

    @Test
    @DisplayName("C-290 does not send what the server does not offer")
    void honoursBx() throws Exception {
        try (ScriptedServer server = new ScriptedServer(WITHOUT_ITEMS);
                SipSession session = session(server, "")) {
            session.ask(message("9900402.00"));
            assertThatThrownBy(() -> session.ask(message(ITEM)))
                    .isInstanceOf(RefusedByServerException.class)
                    .hasMessageContaining("17");
            assertThat(server.received()).containsExactly("9900402.00");
        }
    }

    @Test
    @DisplayName("C-292 sends required fields that nobody filled, empty")
    void sendsRequiredFields() throws Exception {
        try (ScriptedServer server = new ScriptedServer(CHECKED_OUT);
                SipClient client = server.dial(false, 5000)) {
            client.ask(message("11YN20260115    093000                  AOMAIN|AAP110|ABI001|"));
            assertThat(server.received()).singleElement().asString().endsWith("|ABI001|AC|");
        }
    }

    @Test
    @DisplayName("C-297 refuses line ends, NUL and delimiters that a scanner sends")
    void refusesForgedInput() {
        for (String scanned : List.of("P110\r37", "P110\n", "P\0", "P110|BOY")) {
            assertThatThrownBy(() -> UserInput.checked("AA", scanned, Wire.standard()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("AA: character ");
        }
        assertThat(UserInput.checked("AA", "Zoë 110", Wire.standard())).isEqualTo("Zoë 110");
    }

    @Test
    @DisplayName("C-300 skips a line feed before an answer and blanks after it")
    void skipsNoise() throws Exception {
        try (ScriptedServer server = new ScriptedServer("\n 941\r", "\n940   \r");
                SipClient client = server.dial(false, 5000)) {
            assertThat(client.ask(message("9300CNa|COb|")).get(Fixed.OK)).isTrue();
            assertThat(client.ask(message("9300CNa|COc|")).get(Fixed.OK)).isFalse();
        }
    }

    @Test
    @DisplayName("C-302 connects and logs in again before it repeats a command")
    void reconnects() throws Exception {
        String login = "9300CNsc01|COsecret1|";
        try (ScriptedServer server = new ScriptedServer("941\r", HANG_UP, "941\r", CHECKED_OUT);
                SipSession session = session(server, login)) {
            assertThat(session.ask(message(CHECKOUT)).get(Fixed.OK)).isTrue();
            assertThat(server.received()).containsExactly(login, CHECKOUT, login, CHECKOUT);
        }
    }

    @Test
    void aRefusedLoginIsNotTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer("940\r");
                SipSession session = session(server, "9300CNsc01|COwrong|")) {
            assertThatThrownBy(() -> session.ask(message(ITEM)))
                    .isInstanceOf(RefusedByServerException.class)
                    .hasMessage("the login is refused");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void givesUpAfterAllAttempts() throws Exception {
        try (ScriptedServer server = new ScriptedServer(HANG_UP, HANG_UP, HANG_UP, HANG_UP);
                SipSession session = session(server, "")) {
            assertThatThrownBy(() -> session.ask(message(ITEM))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void pausesAreLongerEachTime() {
        Patience patience = new Patience(9, Duration.ofMillis(250), Duration.ofSeconds(1));

        assertThat(List.of(patience.after(1), patience.after(2), patience.after(3), patience.after(60)))
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1000L, 1000L);
    }
}
