// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import acs.client.LineConnection;
import acs.client.SipClient;
import acs.sip2.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that answers the n-th line it gets with the n-th text of a script; {@link #HANG_UP} closes the connection, and
 * the next line comes on another one.
 */
final class ScriptedServer implements AutoCloseable {
    static final String HANG_UP = "(hang up)";
    static final String SILENCE = "";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Future<List<String>> received;

    ScriptedServer(String... script) throws IOException {
        received = thread.submit(() -> play(List.of(script)));
    }

    /** A client of it, that waits for an answer for the given time. */
    SipClient dial(boolean errorDetection, int millis) throws IOException {
        Duration timeout = Duration.ofMillis(millis);
        return new SipClient(
                LineConnection.open(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), timeout),
                new SipClient.Options(Wire.standard(), "\r", errorDetection, timeout, 2));
    }

    /** All lines it got, once the script is over. */
    List<String> received() throws InterruptedException, ExecutionException, TimeoutException {
        return received.get(20, TimeUnit.SECONDS);
    }

    private List<String> play(List<String> script) throws IOException {
        List<String> lines = new ArrayList<>();
        Socket socket = accept();
        for (String answer : script) {
            String line = socket.isClosed() ? "" : line(socket.getInputStream());
            while (line.isEmpty()) {
                socket.close();
                socket = accept();
                line = line(socket.getInputStream());
            }
            lines.add(line);
            if (answer.equals(HANG_UP)) {
                socket.close();
            } else {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return lines;
    }

    private Socket accept() throws IOException {
        Socket socket = server.accept();
        sockets.add(socket);
        return socket;
    }

    /** Empty at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        thread.shutdownNow();
    }
}
