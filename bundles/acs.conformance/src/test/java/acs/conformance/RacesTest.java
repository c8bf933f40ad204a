// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import acs.testkit.AcsExtension;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two terminals at the same moment. */
class RacesTest {
    private static final int ROUNDS = 25;

    private final Library library = Library.only();

    @RegisterExtension
    final AcsExtension acs = AcsExtension.with(() -> library.set("").start());

    @Test
    @DisplayName("C-170 of two who take the same item one has it")
    void oneOfTwoHasIt() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try (Kiosk one = Kiosk.loggedIn(acs, "sc01");
                Kiosk other = Kiosk.loggedIn(acs, "sc09")) {
            for (int round = 0; round < ROUNDS; round++) {
                int second = round;
                Future<String> first = hands.submit(() -> take(one, "P110", second, start));
                Future<String> next = hands.submit(() -> take(other, "P100", second, start));
                List<String> answers = List.of(first.get(20, TimeUnit.SECONDS), next.get(20, TimeUnit.SECONDS));

                assertThat(answers)
                        .filteredOn(answer -> answer.startsWith("121N"))
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.startsWith("120N"))
                        .hasSize(1);
                assertThat(one.ask(
                                "09N20260115    0930" + two(round) + "                  APSC1|AOMAIN|ABI001|AC|BIN|"))
                        .startsWith("101");
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static String take(Kiosk kiosk, String patron, int second, CyclicBarrier start) throws Exception {
        start.await(20, TimeUnit.SECONDS);
        return kiosk.ask("11YN20260115    0930" + two(second) + "                  AOMAIN|AA" + patron
                + "|ABI001|AC|AD1234|BON|BIN|");
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
