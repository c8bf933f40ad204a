// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.testkit.Terminals.Terminal;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A terminal of a transcript: its connection, how it writes trailers, what ends its fields. For one thread. */
final class Side implements AutoCloseable {
    private static final byte[] CR = {'\r'};
    /** What every server asks for again, in every state, and remembers nothing of. */
    private static final byte[] NONSENSE = "??\r".getBytes(StandardCharsets.US_ASCII);

    private final Terminal terminal;
    private final Trailers.Connection trailers;
    private char delimiter;
    private boolean closed;

    Side(Terminal terminal, Trailers.Connection trailers, char delimiter) {
        this.terminal = terminal;
        this.trailers = trailers;
        this.delimiter = delimiter;
    }

    char delimiter() {
        return delimiter;
    }

    void speaks(char other) {
        delimiter = other;
    }

    void send(byte[] line) throws IOException {
        byte[] sealed = trailers.seal(line);
        byte[] bytes = Arrays.copyOf(sealed, sealed.length + CR.length);
        System.arraycopy(CR, 0, bytes, sealed.length, CR.length);
        terminal.send(bytes);
    }

    byte[] receive() throws IOException {
        return trailers.open(terminal.receive());
    }

    /** The server closed the connection. */
    void closed() {
        closed = true;
    }

    /** An answer that came all the same shows up in the place of the next one, if not here. */
    void expectSilence() throws IOException {
        trailers.silence();
        if (terminal instanceof Terminals.Local) {
            expectNone();
        }
    }

    /** Fails if the server said more than the transcript has. */
    void expectNothingMore() throws IOException {
        if (closed) {
            return;
        }
        if (terminal instanceof Terminals.Local) {
            expectNone();
            return;
        }
        terminal.send(NONSENSE);
        String next = new String(terminal.receive(), StandardCharsets.ISO_8859_1);
        if (!next.startsWith("96")) {
            throw new AssertionError("one more answer: " + next);
        }
    }

    private void expectNone() throws IOException {
        try {
            throw new AssertionError("one more answer: " + new String(terminal.receive(), StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException | EOFException expected) {
            // nothing came
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
