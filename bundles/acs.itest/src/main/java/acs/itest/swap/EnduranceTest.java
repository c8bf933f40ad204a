// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.itest.LogWatch;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Everything is replaced in turn, one part every three seconds, under mixed traffic; for as long as is asked for. */
@EnabledIfEnvironmentVariable(named = "ACS_ENDURANCE_SECONDS", matches = "\\d+", disabledReason = "it takes minutes")
class EnduranceTest {
    private static final int SECONDS = setting("ACS_ENDURANCE_SECONDS", 20);
    private static final int TERMINALS = setting("ACS_ENDURANCE_TERMINALS", 16);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final BundleContext context =
            FrameworkUtil.getBundle(EnduranceTest.class).getBundleContext();

    /** Replaces one part. */
    @FunctionalInterface
    private interface Swap {
        void run(int turn) throws Exception;
    }

    private static int setting(String name, int standard) {
        return Integer.parseInt(Optional.ofNullable(System.getenv(name)).orElse(String.valueOf(standard)));
    }

    @Test
    void nobodyNotices() throws Exception {
        Site site = new Site(context, "endurance", TERMINALS);
        Ways ways = new Ways(site);
        List<Swap> swaps = List.of(
                turn -> ways.dropIn(Site.ILS),
                turn -> ways.update("acs.core"),
                turn -> ways.update(Site.ILS),
                turn -> ways.dropIn(Site.DEMO),
                turn -> ways.dropIn(Site.LDAP),
                site::reconfigure);
        StringBuilder table = new StringBuilder(
                "| | swaps | requests | failures | p99 ms | longest ms |\n|---|---|---|---|---|---|\n");
        try (LogWatch log = new LogWatch(context)) {
            SwapLoad without = SwapLoad.of(site.port(), Site.mixed(TERMINALS));
            hold(without, System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(SECONDS / 4, 5)));
            table.append(row("without swaps", 0, without));
            without.finish();

            SwapLoad with = SwapLoad.of(site.port(), Site.mixed(TERMINALS));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            int turn = 0;
            for (long next = System.nanoTime(); next < end && with.complaints().isEmpty(); next += PERIOD_NANOS) {
                hold(with, next);
                swaps.get(turn % swaps.size()).run(turn);
                turn++;
            }
            hold(with, end);
            table.append(row("with swaps", turn, with));
            with.finish();
            assertThat(turn).isPositive();
            assertThat(log.errors()).isEmpty();
        } finally {
            Files.writeString(site.server().data().resolve("endurance.md"), table);
            site.close();
        }
    }

    /** Lets the terminals work until then, or until one of them has a complaint. */
    private static void hold(SwapLoad load, long until) throws InterruptedException {
        while (System.nanoTime() < until && load.complaints().isEmpty()) {
            load.await(1);
        }
        load.await(1);
    }

    private static String row(String name, int swaps, SwapLoad load) {
        Timings timings = load.timings();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f | %.1f |%n",
                name,
                swaps,
                timings.total(),
                load.complaints().size(),
                timings.percentile(99),
                timings.percentile(100));
    }
}
