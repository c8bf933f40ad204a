// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static java.util.Objects.requireNonNull;

import acs.client.LineConnection;
import acs.client.SipClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of its own for every test of a class, and at the end the proof that nothing of it is left: no lease, no
 * session, no thread.
 *
 * <pre>{@code
 * @RegisterExtension
 * final AcsExtension acs = AcsExtension.with(() ->
 *         AcsCore.reading(Path.of("SIPconfig.xml")).implementation("MINE", new MyCirculation()).start());
 *
 * @Test
 * void greetsTheTerminal() throws IOException {
 *     try (SipClient terminal = acs.connect()) { … }
 * }
 * }</pre>
 */
public final class AcsExtension implements BeforeEachCallback, AfterEachCallback {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Supplier<AcsCore> cores;
    private @Nullable Leaks leaks;
    private @Nullable AcsServer server;

    private AcsExtension(Supplier<AcsCore> cores) {
        this.cores = requireNonNull(cores, "cores");
    }

    /**
     * A server for each test.
     *
     * @param cores makes the core that it is built around
     */
    public static AcsExtension with(Supplier<AcsCore> cores) {
        return new AcsExtension(cores);
    }

    /** The server of the test that runs. */
    public AcsServer server() {
        return requireNonNull(server, "no test is running");
    }

    /** Where its first listener listens. */
    public InetSocketAddress address() {
        return server().address("");
    }

    /** A terminal at the first listener, not logged in. */
    public SipClient connect() throws IOException {
        return SipClient.connect(address(), SipClient.Options.standard());
    }

    /** A bare connection to a listener, by its id or port in the configuration. */
    public LineConnection dial(String listener) throws IOException {
        return LineConnection.open(server().address(listener), TIMEOUT);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        leaks = new Leaks();
        server = AcsServer.open(cores.get());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        AcsServer finished = server();
        server = null;
        try {
            Leaks.failIf(finished::leaks);
        } finally {
            finished.close();
        }
        requireNonNull(leaks).failIfThreadsAreLeft();
    }
}
