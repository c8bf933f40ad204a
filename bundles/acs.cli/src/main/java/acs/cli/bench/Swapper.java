// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Replaces parts of the measured server in turn, one every so often, as an operator would. */
final class Swapper implements Runnable {
    /** What can be replaced, by a short name. */
    enum Part {
        ILS("acs.implementation.ils", true),
        DEMO("acs.implementation.demo", true),
        LDAP("acs.auth.ldap", true),
        CORE("acs.core", false),
        SIP2("acs.sip2", false);

        private final String bundle;
        /** Whether it lies in the folder that is watched. */
        private final boolean deployed;

        Part(String bundle, boolean deployed) {
            this.bundle = bundle;
            this.deployed = deployed;
        }
    }

    /** Runs a command in the server's shell. */
    @FunctionalInterface
    interface Shell {
        void run(String command) throws IOException;
    }

    private final List<Part> parts;
    private final long periodNanos;
    private final Path deploy;
    private final Path home;
    private final Shell shell;
    private final AtomicInteger swaps = new AtomicInteger();
    private volatile String failure = "";

    /**
     * @param deploy the server's folder, which is changed
     * @param home where the jars come from
     */
    Swapper(List<Part> parts, int everySeconds, Path deploy, Path home, Shell shell) {
        this.parts = List.copyOf(parts);
        this.periodNanos = TimeUnit.SECONDS.toNanos(everySeconds);
        this.deploy = deploy;
        this.home = home;
        this.shell = shell;
    }

    /** Goes on until it is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(periodNanos);
                replace(parts.get(swaps.get() % parts.size()));
                swaps.incrementAndGet();
            }
        } catch (InterruptedException | InterruptedIOException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            failure = broken.toString();
        }
    }

    private void replace(Part part) throws IOException {
        if (part.deployed) {
            Path jar = jar(deploy, part);
            Path copy = Files.copy(jar, jar.resolveSibling(jar.getFileName() + ".new"));
            Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } else {
            shell.run("update " + part.bundle + " "
                    + jar(home.resolve("bundle"), part).toUri());
            shell.run("refresh " + part.bundle);
        }
    }

    private static Path jar(Path folder, Part part) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(part.bundle + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + part.bundle + " in " + folder));
        }
    }

    int swaps() {
        return swaps.get();
    }

    /** Why it has stopped by itself; empty if it has not. */
    String failure() {
        return failure;
    }
}
