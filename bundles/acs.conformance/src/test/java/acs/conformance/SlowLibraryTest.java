// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Circulation;
import acs.implementation.ils.IlsCirculation;
import acs.testkit.AcsExtension;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A terminal that does not wait for an answer. */
class SlowLibraryTest {
    private static final String CHECKOUT =
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|";

    private final Library library = Library.only();
    private final AtomicInteger executions = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @RegisterExtension
    final AcsExtension acs = AcsExtension.with(() -> library.set("", this::slow).start());

    /** A library that begins to lend, and does so only when it may. */
    private Circulation slow(Circulation circulation) {
        return (Circulation) Proxy.newProxyInstance(
                getClass().getClassLoader(), IlsCirculation.class.getInterfaces(), (proxy, method, arguments) -> {
                    if (method.getName().equals("checkout")) {
                        executions.incrementAndGet();
                        begun.countDown();
                        mayEnd.await(20, TimeUnit.SECONDS);
                    }
                    try {
                        return method.invoke(circulation, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Test
    @DisplayName("C-047 a duplicate that arrives while the first still runs waits for it")
    void duplicateOnTheSameConnection() throws Exception {
        String line = Kiosk.sealed(CHECKOUT, 3);
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            kiosk.send(line);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            kiosk.send(line);
            mayEnd.countDown();

            String first = kiosk.receive();
            assertThat(first).startsWith("121N").contains("AY3AZ");
            assertThat(kiosk.receive()).isEqualTo(first);
            assertThat(executions).hasValue(1);
        }
    }

    @Test
    @DisplayName("C-047 a duplicate on a new connection, too")
    void duplicateAfterReconnecting() throws Exception {
        try (Kiosk gone = Kiosk.loggedIn(acs, "sc01")) {
            gone.send(Kiosk.sealed(CHECKOUT, 3));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }
        try (Kiosk back = Kiosk.loggedIn(acs, "sc01")) {
            back.send(Kiosk.sealed(CHECKOUT, 1));
            mayEnd.countDown();

            assertThat(back.receive()).startsWith("121N").contains("AY1AZ");
            assertThat(executions).hasValue(1);
            assertThat(loans()).isEqualTo(1);
        }
    }

    private long loans() throws IOException {
        return library.number(
                "SELECT COUNT(*) FROM loans WHERE item_id = (SELECT id FROM items WHERE barcode = 'I001')");
    }
}
