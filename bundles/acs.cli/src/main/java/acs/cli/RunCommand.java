// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs run}: the server, in this process. */
@Command(name = "run", description = "Runs the server in the foreground until SIGTERM or Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path data = Surroundings.data();
        Server.prepare(data);
        Optional<PidFile> mine = PidFile.take(data);
        if (mine.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("acs: a server already runs on " + data + " (pid " + PidFile.text(data) + ")");
            return 1;
        }
        Server server = Server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, mine.get()), "acs-stop"));
        server.waitForStop();
        return 0;
    }

    /**
     * Ends the process with status 0: being asked to stop is no failure. (Left to itself the virtual machine would report
     * the signal.)
     */
    private static void end(Server server, PidFile pid) {
        int status = 1;
        try {
            server.stop();
            pid.close();
            status = 0;
        } catch (BundleException | IOException failed) {
            System.err.println("acs: stopped uncleanly: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }
}
