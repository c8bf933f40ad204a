// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** A server of its own beside the tests: the packed distribution, run by its script on folders of this test. */
public final class Distribution implements AutoCloseable {
    private static final String READY = "ACS ready";

    private final Path home;
    private final Path folder;
    private final Map<String, String> environment;
    private Optional<Process> process = Optional.empty();

    /**
     * Nothing runs yet.
     *
     * @param name of its folder
     */
    public Distribution(BundleContext bundles, String name) throws IOException {
        this(bundles, name, Map.of());
    }

    /** The same with what its script finds in its environment beside the folders. */
    public Distribution(BundleContext bundles, String name, Map<String, String> environment) throws IOException {
        this(bundles, name, environment, Path.of(bundles.getProperty("acs.home")));
    }

    /** The same with another distribution than the packed one. */
    public Distribution(BundleContext bundles, String name, Map<String, String> environment, Path home)
            throws IOException {
        this.environment = Map.copyOf(environment);
        this.home = home;
        folder = Path.of(bundles.getProperty("acs.data")).resolve(name);
        Files.createDirectories(etc());
    }

    public Path etc() {
        return folder.resolve("etc");
    }

    /** A file of the server's own folder, which is not watched; made by whoever asks. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** {@code bin/acs run}; returns what it says when it is ready. */
    public String run() throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(home.resolve("bin").resolve("acs").toString(), "run");
        script.environment().putAll(environment);
        script.environment().put("ACS_ETC", etc().toString());
        script.environment().put("ACS_DATA", folder.resolve("data").toString());
        script.redirectOutput(file("out").toFile());
        script.redirectError(file("err").toFile());
        Process server = script.start();
        process = Optional.of(server);
        LiveServer.waitUntil(
                "the server is ready", () -> !server.isAlive() || text("out").contains(READY));
        return text("out");
    }

    /** SIGTERM. */
    public void terminate() {
        process.orElseThrow().destroy();
    }

    /** Waits for its end; returns the exit status. */
    public int status() throws InterruptedException {
        Process server = process.orElseThrow();
        if (!server.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not end");
        }
        return server.exitValue();
    }

    /** The lines of its log. */
    public Stream<String> log() {
        return text("data/log/acs.log").lines();
    }

    private String text(String name) {
        try {
            return Files.readString(file(name), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Ends it one way or the other. */
    @Override
    public void close() {
        if (process.isPresent()) {
            process.get()
                    .destroyForcibly()
                    .onExit()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }
    }
}
