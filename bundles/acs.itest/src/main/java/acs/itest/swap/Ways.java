// SPDX-License-Identifier: Apache-2.0
package acs.itest.swap;

import acs.itest.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;

/** The ways in which an operator replaces a bundle; each returns when the new version runs and the old one is gone. */
final class Ways {
    private final LiveServer server;
    private final Bundles bundles;
    private int turn;

    /** Replaces a bundle. */
    @FunctionalInterface
    interface Way {
        void replace(String bundle) throws Exception;
    }

    Ways(Site site) {
        server = site.server();
        bundles = site.bundles();
    }

    /** A new version of the shipped jar, under a name in a folder that nobody watches. */
    private Path next(String bundle, String version, String name) throws IOException {
        Path folder = Files.createDirectories(server.data().resolve("next"));
        return JarCopy.of(server.shipped(bundle)).version(version).write(folder.resolve(name));
    }

    private String nextVersion() {
        turn++;
        return "1.0." + turn;
    }

    /** A jar is moved over the old one in {@code deploy/}. */
    void dropIn(String bundle) throws Exception {
        String version = nextVersion();
        server.drop(next(bundle, version, file(bundle).getFileName().toString()));
        bundles.awaitActive(bundle, version);
    }

    /** The shell's {@code update} and {@code refresh}. */
    void update(String bundle) throws Exception {
        String version = nextVersion();
        bundles.update(bundles.one(bundle), next(bundle, version, "update.jar"));
        bundles.awaitActive(bundle, version);
    }

    /** The jar is deleted from {@code deploy/}, and when its bundle is gone another is put there. */
    void reinstall(String bundle) throws Exception {
        String version = nextVersion();
        Path old = file(bundle);
        Path jar = next(bundle, version, old.getFileName().toString());
        Files.delete(old);
        awaitNone(old);
        server.drop(jar);
        bundles.awaitActive(bundle, version);
    }

    /** The new version's jar is put beside the old one, then the old one is deleted. */
    void beside(String bundle) throws Exception {
        String version = nextVersion();
        Path old = file(bundle);
        server.drop(next(bundle, version, bundle + "-" + version + ".jar"));
        bundles.awaitActive(bundle, version);
        Files.delete(old);
        awaitNone(old);
    }

    /** The same with a new version that is preferred by its ranking as soon as it is there. */
    void preferred(String bundle) throws Exception {
        String version = nextVersion();
        Path old = file(bundle);
        Path jar = next(bundle, version, bundle + "-" + version + ".jar");
        server.drop(JarCopy.of(jar).ranking(turn).write(jar));
        bundles.awaitActive(bundle, version);
        Files.delete(old);
        awaitNone(old);
    }

    private void awaitNone(Path file) throws InterruptedException {
        LiveServer.waitUntil(file + " is uninstalled", () -> bundles.from(file).isEmpty());
    }

    /** Where the bundle lies. */
    private Path file(String bundle) throws IOException {
        List<Bundle> there = bundles.of(bundle);
        if (there.size() != 1) {
            throw new IOException(bundle + " is there " + there.size() + " times");
        }
        return server.deploy()
                .resolve(
                        Path.of(java.net.URI.create(there.get(0).getLocation())).getFileName());
    }
}
