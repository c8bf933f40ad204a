// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.auth.Authenticator;
import acs.api.circulation.Circulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What every implementation and every authenticator must leave alone so that it can be replaced while terminals work.
 *
 * <p>A test class implements this interface and says how its component is started and ended.
 */
public interface SwapContract {

    /**
     * A component at work.
     *
     * @param service a {@link Circulation} or an {@link Authenticator}
     * @param end does what the component's {@code @Deactivate} method does; nothing if it has none
     */
    record Running(Object service, AutoCloseable end) {
        public static Running of(Object service) {
            return new Running(service, () -> {});
        }
    }

    /** Makes the component, as the framework does when its bundle starts. */
    Running start() throws Exception;

    /** A thread that goes on keeps every class of the old bundle in memory, and does its work twice. */
    @Test
    default void leavesNoThreadBehind() throws Exception {
        Residue residue = Residue.sinceNow();
        Running running = start();
        Residue.use(running.service());
        running.end().close();
        assertThat(residue.threads(Duration.ofSeconds(10))).isEmpty();
    }

    /** The new version is started before the old one is ended. */
    @Test
    default void worksBesideAnotherOne() throws Exception {
        Running old = start();
        Running young = start();
        Residue.use(old.service());
        Residue.use(young.service());
        old.end().close();
        Residue.use(young.service());
        young.end().close();
    }

    /** What is kept in statics is there once for each version, and is lost with it. */
    @Test
    default void keepsNothingInStatics() throws Exception {
        Running running = start();
        try {
            assertThat(Residue.statics(running.service().getClass())).isEmpty();
        } finally {
            running.end().close();
        }
    }
}
