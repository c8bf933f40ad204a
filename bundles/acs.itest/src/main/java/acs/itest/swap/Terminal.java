// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import acs.client.LineConnection;
import acs.sip2.Trailer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A terminal that sends everything once and verifies number and checksum of every answer, so that a lost, doubled or
 * mixed-up one shows. For one thread.
 */
final class Terminal implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Timings timings;
    private LineConnection connection;
    private int sequence;
    private byte[] last = {};

    Terminal(int port, Timings timings) throws IOException {
        this.timings = timings;
        this.connection = connect(port);
    }

    private static LineConnection connect(int port) throws IOException {
        return LineConnection.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
    }

    /** Sends a request, returns the answer without its trailer. */
    String ask(String request) throws IOException {
        sequence = (sequence + 1) % 10;
        last = sealed(request);
        return exchange();
    }

    /** Sends the last request once more, to the byte, on this connection or its successor. */
    String askAgain() throws IOException {
        return exchange();
    }

    private String exchange() throws IOException {
        long since = System.nanoTime();
        connection.send(last);
        byte[] answer = connection.receive();
        timings.record(System.nanoTime() - since);
        if (!(Trailer.of(answer) instanceof Trailer.Good good)) {
            throw new IOException("an answer without a good checksum: " + text(answer));
        }
        if (!good.sequence().equals(OptionalInt.of(sequence))) {
            throw new IOException("answer to another request: " + text(answer));
        }
        return text(good.body());
    }

    private byte[] sealed(String request) {
        byte[] line = Trailer.append(request.getBytes(StandardCharsets.UTF_8), OptionalInt.of(sequence));
        byte[] sent = Arrays.copyOf(line, line.length + 1);
        sent[line.length] = '\r';
        return sent;
    }

    /** Comes in anew, after its connection broke or was closed. */
    void reconnect(int port) throws IOException {
        connection.close();
        connection = connect(port);
    }

    /** Whether the server has nothing more to say and has closed the connection. */
    boolean isClosed() throws IOException {
        try {
            connection.receive();
            return false;
        } catch (EOFException closed) {
            return true;
        }
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
