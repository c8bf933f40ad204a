// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs stop}: ends the server in the background. */
@Command(name = "stop", description = "Stops the server; returns when what was in flight is answered and it is gone.")
final class StopCommand implements Callable<Integer> {
    private static final long GONE_SECONDS = 90;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return stop(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    static int stop(PrintWriter out, PrintWriter err) throws IOException, InterruptedException {
        Path data = Surroundings.data();
        Optional<ProcessHandle> running = PidFile.owner(data);
        if (running.isEmpty()) {
            out.println("no server runs on " + data);
            return 0;
        }
        ProcessHandle server = running.get();
        server.destroy();
        try {
            server.onExit().get(GONE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            err.println("acs: the server (pid " + server.pid() + ") is still there after " + GONE_SECONDS + " s");
            return 1;
        }
        out.println("stopped (pid " + server.pid() + ")");
        return 0;
    }
}
