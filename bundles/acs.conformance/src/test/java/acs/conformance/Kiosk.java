// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import acs.client.LineConnection;
import acs.sip2.Trailer;
import acs.testkit.AcsExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** A terminal at a socket, for what does not fit into a transcript. For one thread. */
final class Kiosk implements AutoCloseable {
    private final LineConnection connection;

    private Kiosk(LineConnection connection) {
        this.connection = connection;
    }

    /** Logged in as an account of the configuration. */
    static Kiosk loggedIn(AcsExtension acs, String account) throws IOException {
        Kiosk kiosk = new Kiosk(acs.dial(""));
        String answer = kiosk.ask(acs.server().core().login(account));
        if (!answer.equals("941")) {
            throw new AssertionError(account + ": " + answer);
        }
        return kiosk;
    }

    String ask(String line) throws IOException {
        send(line);
        return receive();
    }

    void send(String line) throws IOException {
        connection.send((line + "\r").getBytes(StandardCharsets.ISO_8859_1));
    }

    String receive() throws IOException {
        return new String(connection.receive(), StandardCharsets.ISO_8859_1);
    }

    /** The line with a sequence number and its checksum. */
    static String sealed(String line, int number) {
        byte[] bytes = Trailer.append(line.getBytes(StandardCharsets.ISO_8859_1), OptionalInt.of(number));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** How many fields of an answer have that code. */
    static long fields(String answer, String code) {
        return Arrays.stream(answer.substring(answer.indexOf("AO")).split("\\|", -1))
                .filter(field -> field.startsWith(code))
                .count();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
