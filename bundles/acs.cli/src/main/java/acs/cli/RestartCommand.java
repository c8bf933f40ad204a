// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs restart}: stop, then start. */
@Command(name = "restart", description = "Stops the server if it runs, then starts it.")
final class RestartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        CommandLine line = spec.commandLine();
        int stopped = StopCommand.stop(line.getOut(), line.getErr());
        return stopped == 0 ? StartCommand.start(line.getOut(), line.getErr()) : stopped;
    }
}
