// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import acs.client.LineConnection;
import acs.client.SipClient;
import acs.client.SipClient.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The server around the tests as an operator sees it: folders that are watched, and a port. */
public final class LiveServer {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path home;
    private final Path etc;
    private final Path deploy;
    private final Path data;

    public LiveServer(BundleContext bundles) {
        home = Path.of(bundles.getProperty("acs.home"));
        etc = Path.of(bundles.getProperty("acs.etc"));
        deploy = Path.of(bundles.getProperty("acs.deploy"));
        data = Path.of(bundles.getProperty("acs.data"));
    }

    public Path data() {
        return data;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Saves a configuration file as people should: written elsewhere, then moved into place. */
    public void save(String name, String text) throws IOException {
        save(name, text, StandardCharsets.UTF_8);
    }

    public void save(String name, String text, Charset charset) throws IOException {
        Path written = Files.writeString(data.resolve(name + ".new"), text, charset);
        Files.move(written, etc.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public void delete(String name) throws IOException {
        Files.deleteIfExists(etc.resolve(name));
    }

    /** Drops a jar into the folder of implementations, in place of the one that may lie there. */
    public void drop(Path jar) throws IOException {
        Path name = jar.getFileName();
        Path copy = Files.copy(jar, data.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, deploy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where implementations are dropped. */
    public Path deploy() {
        return deploy;
    }

    /** The jar of the distribution that begins with this name. */
    public Path shipped(String bundle) throws IOException {
        try (Stream<Path> deployed = Files.list(home.resolve("deploy"));
                Stream<Path> others = Files.list(home.resolve("bundle"))) {
            return Stream.concat(deployed, others)
                    .filter(jar -> jar.getFileName().toString().startsWith(bundle + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + bundle + " in the distribution"));
        }
    }

    /** A terminal that is connected. */
    public static SipClient kiosk(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return SipClient.connect(address, Options.standard().withErrorDetection());
    }

    /** Sends a line, returns the answer as text. */
    public static String ask(SipClient kiosk, String line) throws IOException {
        return ask(kiosk, line, StandardCharsets.UTF_8);
    }

    public static String ask(SipClient kiosk, String line, Charset charset) throws IOException {
        return new String(kiosk.ask(line.getBytes(charset)), charset);
    }

    /** Whether the answer to a line starts like this, for conditions that are waited for. */
    public static boolean isAnswered(SipClient kiosk, String line, String start) {
        try {
            return ask(kiosk, line).startsWith(start);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a telnet terminal gets to see until it is logged in, or is not. */
    public static String telnetLogin(int port, String name, String password, Charset charset) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (LineConnection terminal =
                LineConnection.open(address, Options.standard().timeout())) {
            terminal.send((name + "\r\n" + password + "\r\n").getBytes(charset));
            return new String(terminal.receive(), charset);
        }
    }

    /** Whether somebody listens there. */
    public static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** The service that is there now. */
    public static <S> S service(BundleContext bundles, Class<S> type) {
        ServiceReference<S> reference = bundles.getServiceReference(type);
        if (reference == null) {
            throw new AssertionError("no " + type.getName());
        }
        return bundles.getService(reference);
    }

    public static void waitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        waitUntil(() -> what, condition);
    }

    /** Waits; what for is asked when it took too long. */
    public static void waitUntil(Supplier<String> what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited too long until " + what.get());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Whether a terminal that connects now is told that its institution is on-line. */
    public static boolean isServed(int port) {
        try (SipClient kiosk = kiosk(port)) {
            return ask(kiosk, "9300CNkiosk|COsecret|").equals("941")
                    && ask(kiosk, "9900402.00").startsWith("98Y");
        } catch (IOException notYet) {
            return false;
        }
    }
}
