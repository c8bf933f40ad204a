// SPDX-License-Identifier: Apache-2.0
package acs.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A socket that lines go out on and come in from. Knows what ends a line, and nothing of what is in it.
 *
 * <p>For one thread at a time.
 */
public final class LineConnection implements AutoCloseable {
    private static final int LONGEST = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private LineConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = socket.getOutputStream();
    }

    /**
     * Connects.
     *
     * @param timeout for the connect and for every line that is waited for
     */
    public static LineConnection open(InetSocketAddress server, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, Math.toIntExact(timeout.toMillis()));
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            return new LineConnection(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /**
     * Connects, and speaks TLS from the first byte on. The server's certificate must be for the host that is named in
     * the address.
     *
     * @param timeout as above
     * @param security what is trusted
     */
    public static LineConnection openSecure(InetSocketAddress server, Duration timeout, SSLContext security)
            throws IOException {
        LineConnection plain = open(server, timeout);
        try {
            SSLSocket socket = (SSLSocket) security.getSocketFactory()
                    .createSocket(plain.socket, server.getHostString(), server.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new LineConnection(socket);
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    /** Sends the bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * The next line that is not empty, without its terminator (CR, LF or both).
     *
     * @throws java.net.SocketTimeoutException if none comes in time; the connection can be used further
     * @throws EOFException if the server closed the connection
     */
    public byte[] receive() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r' && next != '\n') {
                line.write(next);
                if (line.size() > LONGEST) {
                    throw new IOException("line longer than " + LONGEST + " bytes");
                }
            } else if (line.size() > 0) {
                return line.toByteArray();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
