// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code acs import}: CSV files into the library's data. */
@Command(
        name = "import",
        description = "Loads CSV files, or folders of them, into the ILS database: all or nothing."
                + " Works while the server runs and while it does not.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        StringBuilder command = new StringBuilder("acs:import");
        for (Path path : paths) {
            command.append(' ').append(ServerShell.quoted(path.toAbsolutePath().toString()));
        }
        CommandLine line = spec.commandLine();
        return Workshop.run(command.toString(), line.getOut(), line.getErr()) ? 0 : 1;
    }
}
