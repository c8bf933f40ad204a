// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static acs.api.auth.Verdict.ACCEPT;
import static acs.api.auth.Verdict.REJECT;
import static acs.api.auth.Verdict.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Identification;
import acs.api.auth.Verdict;
import acs.api.circulation.Diagnosis;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A directory that is gone, hangs or is slow is never taken for one that says no, and is found again by itself. */
class OutageTest {

    private static Verdict verdict(LdapAuthenticator authenticator, String name, String secret) {
        return VerdictTest.ask(authenticator, name, secret).verdict();
    }

    private static void await(String what, LdapAuthenticator authenticator, Verdict expected) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (verdict(authenticator, "ada", "1815") != expected) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void killedAndBackAgain() throws Exception {
        TestDirectory directory = TestDirectory.plain();
        int port = directory.port();
        LdapAuthenticator authenticator = Given.at(directory).open();
        try {
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(ACCEPT);
            assertThat(authenticator.diagnose().state()).isEqualTo(Diagnosis.State.OK);
            directory.close();
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(UNAVAILABLE);
            assertThat(verdict(authenticator, "ada", "wrong")).isEqualTo(UNAVAILABLE);
            assertThat(authenticator.diagnose().state()).isEqualTo(Diagnosis.State.OFFLINE);
            try (TestDirectory again = TestDirectory.plain(port)) {
                await("the directory is found again", authenticator, ACCEPT);
                assertThat(again.port()).isEqualTo(port);
                assertThat(authenticator.diagnose().state()).isEqualTo(Diagnosis.State.OK);
            }
        } finally {
            authenticator.close();
        }
    }

    @Test
    void connectionsThatWereCutUnnoticedAreNoOutage() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            for (int i = 0; i < 5; i++) {
                assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(ACCEPT);
                directory.server().closeAllConnections(false);
                // The server does it on threads of its own, which must not meet the next connection.
                TimeUnit.MILLISECONDS.sleep(200);
            }
            authenticator.close();
        }
    }

    @Test
    void anotherServerTakesOver() throws Exception {
        TestDirectory first = TestDirectory.plain();
        try (TestDirectory second = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at("localhost:" + first.port() + ", localhost:" + second.port())
                    .open();
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(ACCEPT);
            assertThat(second.binds()).isZero();
            first.close();
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(ACCEPT);
            assertThat(verdict(authenticator, "ada", "1816")).isEqualTo(REJECT);
            authenticator.close();
        }
    }

    @Test
    void oneThatAcceptsAndNeverAnswersHoldsFewRequestsAndNotForLong() throws Exception {
        try (ServerSocket hung = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            LdapAuthenticator authenticator =
                    Given.at("localhost:" + hung.getLocalPort()).connections(2).open();
            ExecutorService threads = Executors.newFixedThreadPool(20);
            try {
                List<Future<Long>> requests = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    requests.add(threads.submit(() -> {
                        long since = System.nanoTime();
                        assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(UNAVAILABLE);
                        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                    }));
                }
                int atOnce = 0;
                for (Future<Long> request : requests) {
                    long taken = request.get(30, TimeUnit.SECONDS);
                    assertThat(taken).isLessThan(10_000);
                    atOnce += taken < 600 ? 1 : 0;
                }
                // two ask, two wait for them, all others are told at once
                assertThat(atOnce).isGreaterThanOrEqualTo(10);
                long since = System.nanoTime();
                assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(UNAVAILABLE);
                assertThat(System.nanoTime() - since).isLessThan(TimeUnit.SECONDS.toNanos(3));
            } finally {
                threads.shutdownNow();
                authenticator.close();
            }
        }
    }

    @Test
    void oneThatStopsAnsweringIsFoundAgain() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            CountDownLatch gate = new CountDownLatch(1);
            directory.hold(gate);
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(UNAVAILABLE);
            gate.countDown();
            await("the directory answers again", authenticator, ACCEPT);
            authenticator.close();
        }
    }

    @Test
    void aSlowOneIsWaitedForWithinTheResponseTimeout() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator =
                    Given.at(directory).response(Duration.ofSeconds(20)).open();
            CountDownLatch gate = new CountDownLatch(1);
            directory.hold(gate);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<Verdict> slow = thread.submit(() -> verdict(authenticator, "ada", "1815"));
                TimeUnit.SECONDS.sleep(3); // the directory's slowness itself, not a wait for luck
                assertThat(slow.isDone()).isFalse();
                gate.countDown();
                assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo(ACCEPT);
            } finally {
                thread.shutdownNow();
                authenticator.close();
            }
        }
    }

    @Test
    void theLibraryMayStepInIfTheSiteAllowsIt() throws Exception {
        LdapAuthenticator authenticator =
                Given.at("localhost:1").localOnOutage().open();
        Identification answer = VerdictTest.ask(authenticator, "ada", "1815");
        assertThat(answer.verdict()).isEqualTo(UNAVAILABLE);
        assertThat(answer.fallback()).isTrue();
        authenticator.close();
    }

    @Test
    void aWrongConfigurationIsAnOutageThatNamesIt() {
        LdapAuthenticator authenticator = Given.at("localhost:389").below(" ").open();
        assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(UNAVAILABLE);
        assertThat(authenticator.diagnose().detail()).contains("base:");
    }

    @Test
    void nothingIsLeftAfterwards() throws Exception {
        try (TestDirectory directory = TestDirectory.plain()) {
            LdapAuthenticator authenticator = Given.at(directory).open();
            assertThat(verdict(authenticator, "ada", "1815")).isEqualTo(ACCEPT);
            assertThat(threadsOfConnections()).isPositive();
            authenticator.close();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (threadsOfConnections() > 0) {
                assertThat(System.nanoTime())
                        .as("the threads of connections end")
                        .isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long threadsOfConnections() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("NioProcessor")
                        || thread.getName().startsWith("NioSocketConnector"))
                .count();
    }
}
