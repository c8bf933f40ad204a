// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A terminal with a real socket. */
final class Terminal implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    final Socket socket;
    private final InputStream input;

    Terminal(Socket socket) {
        try {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            this.input = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Terminal connect(int port) {
        try {
            return new Terminal(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Terminal send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a line and returns what comes back. */
    String ask(String line) {
        return send(line + "\r").receive();
    }

    /** The next answer, without its CR; "closed" if none will come. */
    String receive() {
        StringBuilder answer = new StringBuilder();
        for (int next = read(); next != '\r'; next = read()) {
            if (next < 0) {
                return answer.isEmpty() ? "closed" : answer + " closed";
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** As many bytes as that. */
    String receive(int count) {
        try {
            return new String(input.readNBytes(count), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing more comes, and the server has closed the connection. */
    void assertClosed() {
        assertThat(receive()).isEqualTo("closed");
    }

    /** Sends no more, but reads on. */
    Terminal closeOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away without a good-bye. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read() {
        try {
            return input.read();
        } catch (SocketException reset) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
