// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import acs.itest.LiveServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of the framework around the tests, as the shell's commands see them. */
final class Bundles {
    private final BundleContext context;

    Bundles(BundleContext context) {
        this.context = context;
    }

    BundleContext context() {
        return context;
    }

    /** Those of a name, the newest installed last. */
    List<Bundle> of(String name) {
        return all().filter(bundle -> name.equals(bundle.getSymbolicName()))
                .sorted(Comparator.comparingLong(Bundle::getBundleId))
                .toList();
    }

    /** The one that was installed first of a name. */
    Bundle one(String name) {
        return of(name).stream().findFirst().orElseThrow(() -> new AssertionError("there is no bundle " + name));
    }

    /** The one that came from a file. */
    Optional<Bundle> from(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        return all().filter(bundle -> bundle.getLocation().endsWith(path)).findFirst();
    }

    Stream<Bundle> all() {
        return Arrays.stream(context.getBundles());
    }

    /** As the shell's {@code update} and {@code refresh}. */
    void update(Bundle bundle, Path jar) throws IOException, BundleException, InterruptedException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
        refresh(bundle);
    }

    /** Has who is wired to an old state of the bundle wired to its new one; returns when that is done. */
    void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        wiring.refreshBundles(Set.of(bundle), event -> refreshed.countDown());
        if (!refreshed.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the refresh of " + bundle + " does not end");
        }
    }

    /** Takes away what the tests' framework has started with, so that it can come by way of its folder. */
    void uninstall(String... names) throws BundleException {
        for (String name : names) {
            for (Bundle bundle : of(name)) {
                bundle.uninstall();
            }
        }
    }

    void awaitActive(String name, String version) throws InterruptedException {
        LiveServer.waitUntil(name + " " + version + " runs", () -> of(name).stream()
                .anyMatch(bundle ->
                        bundle.getVersion().toString().equals(version) && bundle.getState() == Bundle.ACTIVE));
    }
}
