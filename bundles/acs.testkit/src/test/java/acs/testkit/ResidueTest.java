// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Circulation;
import acs.testkit.residue.Tidy;
import acs.testkit.residue.Untidy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a component keeps alive is found. */
class ResidueTest {

    @Test
    void findsAThreadThatGoesOn() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Residue residue = Residue.sinceNow();
        Circulation busy = (context, id) -> {
            Thread thread = new Thread(() -> await(end), "busybody");
            thread.start();
            return Optional.empty();
        };
        Residue.use(busy);
        assertThat(residue.threads(Duration.ZERO)).containsExactly("thread busybody is left");
        end.countDown();
        assertThat(residue.threads(Duration.ofSeconds(10))).isEmpty();
    }

    private static void await(CountDownLatch end) {
        try {
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void findsStaticsThatCanChange() throws Exception {
        assertThat(Residue.statics(Untidy.class))
                .containsExactlyInAnyOrder(
                        "acs.testkit.residue.Untidy.last is static, and can change",
                        "acs.testkit.residue.Untidy.SEEN is static, and can change",
                        "acs.testkit.residue.Untidy.CURRENT is static, and can change");
        assertThat(Tidy.NAMES).isNotEmpty();
    }
}
