// SPDX-License-Identifier: Apache-2.0
package acs.cli.bench;

import java.io.IOException;
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
        acs(folder, "import", folder.resolve("library").toString());
        acs(folder, "start");
        try {
            Bench.Result result = Bench.run(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connections, idle, warmUp, seconds);
            out.println(result.report(connections, idle));
            out.println(Footprint.of(folder.resolve("data")));
            result.complaints().stream().limit(COMPLAINTS_SHOWN).forEach(out::println);
            return result.isClean() ? 0 : 1;
        } finally {
            acs(folder, "stop");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void acs(Path folder, String... command) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("acs.home"), "bin", "acs")
                                        .toString(),
                                "--etc",
                                folder.resolve("etc").toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--deploy",
                                System.getProperty("acs.deploy")),
                        Stream.of(command))
                .toList();
        int status = new ProcessBuilder(line).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("acs " + String.join(" ", command) + " failed with status " + status);
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
