// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TelnetTest {
    private static final String WELCOME = "Login OK.  Initiating SIP\r\n";

    private final Server server = Server.quick(new Echo(), Map.of("transport", "telnet", "timeout", 2));
    private final Terminal terminal = server.connect();

    @AfterEach
    void close() {
        terminal.close();
        server.close();
    }

    @Test
    void asksForNameAndPassword() {
        expect("login: ");
        terminal.send("term1\r");
        expect("password: ");
        terminal.send("secret\r");
        expect(WELCOME);
        assertThat(server.conversation().account()).isEqualTo("term1");
        assertThat(terminal.ask("9900302.00")).isEqualTo("9900302.00");
    }

    @Test
    void takesEverythingInOnePiece() {
        terminal.send("term1\r\nsecret\r\n9900302.00\r\n");
        expect("login: password: " + WELCOME + "9900302.00\r");
    }

    @Test
    void stripsPaddingAndNegotiationOnly() {
        terminal.send("\u00FF\u00FB\u0018\u00FF\u00FD\u0001 te-rm!\0\r\0");
        terminal.send("  secret\t\r\n");
        expect("login: password: " + WELCOME);
        assertThat(server.conversation().account()).isEqualTo("te-rm!");
    }

    @Test
    void allowsThreeAttempts() {
        expect("login: ");
        terminal.send("term1\rwrong\r");
        expect("password: Invalid login\r\nlogin: ");
        terminal.send("term1\r\n\r\n");
        expect("password: Invalid login\r\nlogin: ");
        terminal.send("term1\rsecret!\r");
        expect("password: Invalid login\r\n");
        terminal.assertClosed();
    }

    @Test
    void letsInAtTheThirdAttempt() {
        terminal.send("a\rb\ra\rb\rterm1\rsecret\r");
        expect("login: password: Invalid login\r\nlogin: password: Invalid login\r\nlogin: password: " + WELCOME);
        assertThat(terminal.ask("99")).isEqualTo("99");
    }

    @Test
    void closesIfTheDialogueTakesTooLong() {
        expect("login: ");
        terminal.send("term1\r");
        expect("password: ");
        terminal.assertClosed();
    }

    private void expect(String text) {
        assertThat(terminal.receive(text.length())).isEqualTo(text);
    }
}
