// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code acs export}: the library's data as CSV files. */
@Command(
        name = "export",
        description = "Writes the ILS database as CSV files, which import takes."
                + " Works while the server runs and while it does not.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder; made if it is not there.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        String command =
                "acs:export " + ServerShell.quoted(folder.toAbsolutePath().toString());
        CommandLine line = spec.commandLine();
        return Workshop.run(command, line.getOut(), line.getErr()) ? 0 : 1;
    }
}
