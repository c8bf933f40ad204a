// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import static org.assertj.core.api.Assertions.assertThat;

import acs.itest.LiveServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** After many swaps a server is what it was: one instance of everything. {@code ACS_SWAPS} says how many; few by default. */
@EnabledIfEnvironmentVariable(named = "ACS_SWAPS", matches = "\\d+", disabledReason = "it takes minutes")
class LeakTest {
    private static final int SWAPS =
            Integer.parseInt(Optional.ofNullable(System.getenv("ACS_SWAPS")).orElse("20"));
    private static final int TERMINALS = 4;
    /** Until everything that is loaded once, and kept, is there. */
    private static final int WARM_UP = 5;

    private final BundleContext context =
            FrameworkUtil.getBundle(LeakTest.class).getBundleContext();

    @Test
    void leavesNothingBehind() throws Exception {
        Site site = new Site(context, "leaks", TERMINALS);
        Ways ways = new Ways(site);
        List<WeakReference<ClassLoader>> gone = new ArrayList<>();
        StringBuilder table = new StringBuilder(Census.headings());
        try {
            for (int i = 0; i < WARM_UP; i++) {
                swap(site, ways);
            }
            Census before = Census.now();
            table.append(before.row(0));
            for (int swap = 1; swap <= SWAPS; swap++) {
                gone.add(new WeakReference<>(loader(site)));
                swap(site, ways);
                if (swap % 100 == 0) {
                    table.append(Census.now().row(swap));
                }
            }
            LiveServer.waitUntil(() -> count(gone) + " class loaders are kept", () -> {
                System.gc();
                return count(gone) == 0;
            });
            LiveServer.waitUntil(() -> "threads and files are back: " + table, () -> isAsSmallAs(before));
            Census after = Census.now();
            table.append(after.row(SWAPS));
            assertThat(after.metaspaceKiB())
                    .as(table.toString())
                    .isLessThanOrEqualTo(before.metaspaceKiB() * 105 / 100);
            assertThat(after.heapKiB()).as(table.toString()).isLessThanOrEqualTo(before.heapKiB() * 105 / 100);
        } finally {
            Files.writeString(site.server().data().resolve("leaks.md"), table);
            site.close();
        }
    }

    /** As of now, with a little room for threads and files that come and go by themselves. */
    private static boolean isAsSmallAs(Census before) {
        try {
            Census now = Census.now();
            return now.threads() <= before.threads() * 105 / 100 && now.files() <= before.files() * 105 / 100;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long count(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private static ClassLoader loader(Site site) {
        return site.bundles().one(Site.ILS).adapt(BundleWiring.class).getClassLoader();
    }

    /** One swap under terminals, so that the new one is used before it goes. */
    private static void swap(Site site, Ways ways) throws Exception {
        try (SwapLoad load = SwapLoad.of(site.port(), Site.mixed(TERMINALS))) {
            load.await(20);
            ways.update(Site.ILS);
            load.await(20);
            load.finish();
        }
    }
}
