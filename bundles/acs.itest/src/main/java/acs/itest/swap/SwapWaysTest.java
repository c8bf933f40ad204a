// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.itest.LogWatch;
import acs.itest.swap.Ways.Way;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Whatever is replaced, and however: no request fails, is lost or is done twice, nobody is cut off, and no other
 * bundle restarts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwapWaysTest {
    private static final int TERMINALS = 16;
    private static final int SWAPS = 3;

    private final BundleContext context =
            FrameworkUtil.getBundle(SwapWaysTest.class).getBundleContext();
    private Site site;
    private Ways ways;

    @BeforeAll
    void open() throws Exception {
        site = new Site(context, "ways", TERMINALS);
        ways = new Ways(site);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    /** @param dependent bundles that import from it, and so have to restart with it; nobody else may */
    private void swap(Way way, String bundle, String... dependent) throws Exception {
        try (LogWatch log = new LogWatch(context);
                Restarts restarts = new Restarts(context);
                SwapLoad load = SwapLoad.of(site.port(), Site.mixed(TERMINALS))) {
            load.await(500);
            for (int i = 0; i < SWAPS; i++) {
                way.replace(bundle);
                load.await(500);
            }
            load.finish();
            assertThat(log.errors()).isEmpty();
            assertThat(restarts.names())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(bundle).filter(name -> !name.isEmpty()), Stream.of(dependent))
                                    .toList());
        }
    }

    @Test
    void anImplementationByDropIn() throws Exception {
        swap(ways::dropIn, Site.ILS);
    }

    @Test
    void anImplementationByUpdate() throws Exception {
        swap(ways::update, Site.ILS);
    }

    @Test
    void anImplementationByUninstallingAndInstalling() throws Exception {
        swap(ways::reinstall, Site.ILS);
    }

    @Test
    void anImplementationSideBySide() throws Exception {
        swap(ways::beside, Site.ILS);
    }

    @Test
    void anImplementationByItsRanking() throws Exception {
        swap(ways::preferred, Site.ILS);
    }

    @Test
    void theDemoByDropIn() throws Exception {
        swap(ways::dropIn, Site.DEMO);
    }

    @Test
    void theDemoByItsRanking() throws Exception {
        swap(ways::preferred, Site.DEMO);
    }

    @Test
    void aDirectoryByDropIn() throws Exception {
        swap(ways::dropIn, Site.LDAP);
    }

    @Test
    void aDirectoryByUpdate() throws Exception {
        swap(ways::update, Site.LDAP);
    }

    @Test
    void aDirectoryByUninstallingAndInstalling() throws Exception {
        swap(ways::reinstall, Site.LDAP);
    }

    @Test
    void aDirectorySideBySide() throws Exception {
        swap(ways::beside, Site.LDAP);
    }

    @Test
    void theConfiguration() throws Exception {
        int[] turn = {0};
        swap(nothing -> site.reconfigure(++turn[0]), "");
    }

    @Test
    void theCore() throws Exception {
        swap(ways::update, "acs.core");
    }

    /** What was answered is known to the connection, not to the core. */
    @Test
    void aMessageThatIsRepeatedAfterTheCoreWasReplaced() throws Exception {
        String who = "AOMAIN|AAK2|AC|AD1234|";
        String balance = "63001" + Round.DATE + " ".repeat(10) + who;
        try (Terminal terminal = new Terminal(site.port(), new Timings())) {
            assertThat(terminal.ask("9300CNkiosk|COsecret|CP")).isEqualTo("941");
            BigDecimal before = new BigDecimal(Round.field("BV", terminal.ask(balance)));
            String answer = terminal.ask("37" + Round.DATE + "0100USDBV1.00|" + who);
            assertThat(answer).startsWith("38Y");
            ways.update("acs.core");
            assertThat(terminal.askAgain()).isEqualTo(answer);
            assertThat(new BigDecimal(Round.field("BV", terminal.ask(balance))))
                    .isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        }
    }

    @Test
    void theProtocol() throws Exception {
        swap(ways::update, "acs.sip2", "acs.core");
    }

    @Test
    void theRules() throws Exception {
        swap(ways::update, "acs.rules", "acs.core", "acs.config.koha");
    }

    @Test
    void theReaderOfTheConfiguration() throws Exception {
        swap(ways::update, "acs.config.koha");
    }

    @Test
    void theShell() throws Exception {
        swap(ways::update, "acs.shell");
    }
}
