// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs start}: the server, in the background. */
@Command(name = "start", description = "Starts the server in the background; returns when it is ready.")
final class StartCommand implements Callable<Integer> {
    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(120);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return start(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    static int start(PrintWriter out, PrintWriter err) throws IOException, InterruptedException {
        Path data = Surroundings.data();
        Optional<ProcessHandle> running = PidFile.owner(data);
        if (running.isPresent()) {
            err.println("acs: a server already runs on " + data + " (pid "
                    + running.get().pid() + ")");
            return 1;
        }
        Files.createDirectories(data.resolve("log"));
        Path console = data.resolve("log").resolve("console.log");
        Files.deleteIfExists(console);
        Process server = launch(console.toFile());
        long end = System.nanoTime() + READY_NANOS;
        while (server.isAlive() && System.nanoTime() < end) {
            Optional<String> ready = readyLine(console);
            if (ready.isPresent()) {
                out.println(ready.get());
                return 0;
            }
            server.waitFor(50, TimeUnit.MILLISECONDS);
        }
        err.println(
                "acs: the server " + (server.isAlive() ? "is not ready yet" : "did not start") + "; see " + console);
        tail(console).forEach(err::println);
        return 1;
    }

    private static Process launch(File console) throws IOException {
        String acs = Surroundings.home().resolve("bin").resolve("acs").toString();
        // nohup: closing the terminal does not end the server; the folders travel as environment variables
        ProcessBuilder server = new ProcessBuilder("nohup", acs, "run");
        server.environment().put("ACS_ETC", System.getProperty("acs.etc"));
        server.environment().put("ACS_DATA", System.getProperty("acs.data"));
        server.environment().put("ACS_DEPLOY", System.getProperty("acs.deploy"));
        server.redirectInput(new File("/dev/null"));
        server.redirectErrorStream(true);
        server.redirectOutput(console);
        return server.start();
    }

    private static Optional<String> readyLine(Path console) throws IOException {
        return tail(console).stream()
                .filter(line -> line.startsWith("ACS ready"))
                .findFirst();
    }

    private static List<String> tail(Path console) throws IOException {
        if (!Files.exists(console)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(console);
        return lines.subList(Math.max(0, lines.size() - 50), lines.size());
    }
}
