// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.ListenerStatus;
import acs.itest.LiveServer;
import acs.itest.LogWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The bundle that owns the sockets is replaced: terminals come in anew, and what they paid is paid once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportSwapTest {
    private static final int TERMINALS = 8;
    private static final int SWAPS = 3;
    private static final String TRANSPORT = "acs.transport.mina";

    /** Replaces the bundle by the next version; returns when that one listens. */
    @FunctionalInterface
    private interface Way {
        void replace(int turn) throws Exception;
    }

    private final BundleContext context =
            FrameworkUtil.getBundle(TransportSwapTest.class).getBundleContext();
    private Site site;

    @BeforeAll
    void open() throws Exception {
        site = new Site(context, "transport", TERMINALS);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    private void swap(Way way) throws Exception {
        List<Paying> terminals = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (LogWatch log = new LogWatch(context)) {
            for (int i = 1; i <= TERMINALS; i++) {
                Paying terminal = new Paying(site.port(), i);
                Thread thread = new Thread(terminal, "terminal");
                terminals.add(terminal);
                threads.add(thread);
                thread.start();
            }
            awaitPayments(terminals);
            for (int turn = 1; turn <= SWAPS; turn++) {
                way.replace(turn);
                awaitPayments(terminals);
            }
            terminals.forEach(Paying::finish);
            for (Thread thread : threads) {
                TimeUnit.SECONDS.timedJoin(thread, 60);
            }
            assertThat(terminals).allSatisfy(terminal -> {
                assertThat(terminal.complaint()).isEmpty();
                assertThat(terminal.payments()).isPositive();
                assertThat(terminal.reconnects()).isGreaterThanOrEqualTo(SWAPS);
            });
            assertThat(log.errors()).isEmpty();
        } finally {
            terminals.forEach(Paying::finish);
        }
    }

    private static void awaitPayments(List<Paying> terminals) throws InterruptedException {
        int enough = terminals.stream().mapToInt(Paying::payments).sum() + 200;
        LiveServer.waitUntil(
                () -> "terminals go on paying: "
                        + terminals.stream().map(Paying::complaint).toList(),
                () -> terminals.stream().mapToInt(Paying::payments).sum() >= enough);
    }

    private Path next(String version) throws Exception {
        Path folder = Files.createDirectories(site.server().data().resolve("next"));
        return JarCopy.of(site.server().shipped(TRANSPORT)).version(version).write(folder.resolve("transport.jar"));
    }

    private boolean listens(Bundle bundle) {
        try {
            for (ServiceReference<ListenerStatus> reference :
                    context.getServiceReferences(ListenerStatus.class, null)) {
                if (bundle.equals(reference.getBundle())
                        && context.getService(reference).problem().isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (InvalidSyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The new one listens on the same port before the old one stops. */
    @Test
    void sideBySide() throws Exception {
        swap(turn -> {
            Bundle old = site.bundles().one(TRANSPORT);
            Bundle young = context.installBundle("transport-" + turn, Files.newInputStream(next("1.1." + turn)));
            young.start();
            LiveServer.waitUntil("the new one listens", () -> listens(young));
            assertThat(listens(old)).isTrue();
            old.uninstall();
            site.bundles().refresh(old);
        });
    }

    @Test
    void inItsPlace() throws Exception {
        swap(turn -> {
            Bundle transport = site.bundles().one(TRANSPORT);
            site.bundles().update(transport, next("1.2." + turn));
            LiveServer.waitUntil("it listens again", () -> listens(transport));
        });
    }
}
