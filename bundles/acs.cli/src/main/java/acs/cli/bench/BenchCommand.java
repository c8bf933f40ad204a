// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code acs bench}: a server of its own on a library of its own, and kiosks that keep it busy. */
@Command(
        name = "bench",
        description =
                "Measures a server of this distribution: starts one on a library of its own in a temporary folder,"
                        + " lets kiosks work, verifies every answer, prints the figures.",
        footer = {
            "",
            "The mix is 99:10 23:25 63:25 17:20 11+09:20 with error detection; the next request follows the answer.",
            "Exit status 1 if an answer was wrong, late or lost."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int COMPLAINTS_SHOWN = 5;

    @Option(names = "--connections", defaultValue = "50", description = "Kiosks at work (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--idle",
            defaultValue = "0",
            description = "Kiosks logged in and silent (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Option(names = "--seconds", defaultValue = "20", description = "What is counted (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--swap",
            split = ",",
            description = "Measures again while these parts are replaced in turn: ${COMPLETION-CANDIDATES}.")
    private List<Swapper.Part> swap = List.of();

    @Option(
            names = "--swap-every",
            defaultValue = "3",
            description = "Seconds from one swap to the next (default: ${DEFAULT-VALUE}).")
    private int swapEvery;

    @Option(names = "--keep", description = "Leaves the temporary folder, to look into.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("acs-bench");
        try {
            return measure(folder, out);
        } finally {
            if (keep) {
                out.println("kept " + folder);
            } else {
                delete(folder);
            }
        }
    }

    private int measure(Path folder, PrintWriter out) throws IOException, InterruptedException {
        int port = freePort();
        BenchLibrary.write(folder.resolve("library"), connections);
        BenchLibrary.configure(folder.resolve("etc"), port);
        Path deploy = deploy(folder);
        acs(folder, deploy, "import", folder.resolve("library").toString());
        acs(folder, deploy, "start");
        try {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            boolean clean = report(Bench.run(server, connections, idle, warmUp, seconds), out);
            if (!swap.isEmpty()) {
                clean &= measureSwaps(server, folder, deploy, out);
            }
            out.println(Footprint.of(folder.resolve("data")));
            return clean ? 0 : 1;
        } finally {
            acs(folder, deploy, "stop");
        }
    }

    private boolean report(Bench.Result result, PrintWriter out) {
        out.println(result.report(connections, idle));
        result.complaints().stream().limit(COMPLAINTS_SHOWN).forEach(out::println);
        return result.isClean();
    }

    private boolean measureSwaps(InetSocketAddress server, Path folder, Path deploy, PrintWriter out)
            throws IOException, InterruptedException {
        Swapper swapper = new Swapper(
                swap,
                swapEvery,
                deploy,
                Path.of(System.getProperty("acs.home")),
                command -> acs(folder, deploy, "shell", command));
        Thread thread = new Thread(swapper, "swaps");
        thread.start();
        Bench.Result result = Bench.run(server, connections, idle, 0, seconds);
        thread.interrupt();
        thread.join();
        out.println();
        out.println("swaps       " + swapper.swaps() + " of " + swap + ", one every " + swapEvery + " s");
        if (!swapper.failure().isEmpty()) {
            out.println("swaps ended " + swapper.failure());
        }
        boolean clean = report(result, out);
        return clean && swapper.failure().isEmpty();
    }

    /** The distribution's own folder, or a copy if it is to be changed. */
    private Path deploy(Path folder) throws IOException {
        Path shipped = Path.of(System.getProperty("acs.deploy"));
        if (swap.isEmpty()) {
            return shipped;
        }
        Path copy = Files.createDirectories(folder.resolve("deploy"));
        try (Stream<Path> jars = Files.list(shipped)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, copy.resolve(jar.getFileName()));
            }
        }
        return copy;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void acs(Path folder, Path deploy, String... command) throws IOException {
        List<String> line = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("acs.home"), "bin", "acs")
                                        .toString(),
                                "--etc",
                                folder.resolve("etc").toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--deploy",
                                deploy.toString()),
                        Stream.of(command))
                .toList();
        try {
            int status = new ProcessBuilder(line).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException("acs " + String.join(" ", command) + " failed with status " + status);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for acs " + String.join(" ", command));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
