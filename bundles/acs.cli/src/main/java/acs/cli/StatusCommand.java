// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs status}: whether a server runs. */
@Command(
        name = "status",
        description = "Says whether the server runs.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {" 0:it runs", " 3:it does not"})
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Optional<ProcessHandle> running = PidFile.owner(Surroundings.data());
        spec.commandLine()
                .getOut()
                .println(running.map(server -> "running (pid " + server.pid() + ")")
                        .orElse("not running"));
        return running.isPresent() ? 0 : NOT_RUNNING;
    }
}
