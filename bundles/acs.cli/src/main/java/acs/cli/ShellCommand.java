// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code acs shell}: commands in the running server. */
@Command(
        name = "shell",
        description = "Runs a command in the running server, or reads commands from the terminal.",
        footer = {
            "",
            "Commands: acs:listeners, acs:sessions, acs:institutions, acs:accounts, acs:why INSTITUTION, acs:trace,",
            "acs:import, acs:export, acs:exceptions INSTITUTION, acs:settle INSTITUTION ID, acs:ldap,",
            "and those of the OSGi framework: lb, update, install, uninstall, ... Each takes --help."
        })
final class ShellCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command and its arguments.")
    private List<String> command = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ServerShell shell = ServerShell.connect(Surroundings.data())) {
            if (!command.isEmpty()) {
                return shell.run(DirectoryPassword.added(String.join(" ", command)), out, err) ? 0 : 1;
            }
            return Surroundings.onTerminal() ? talk(shell, out, err) : script(shell, out, err);
        }
    }

    /** Reads commands from standard input; the first that fails ends it. */
    private static int script(ServerShell shell, PrintWriter out, PrintWriter err) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !shell.run(line, out, err)) {
                return 1;
            }
        }
        return 0;
    }

    private static int talk(ServerShell shell, PrintWriter out, PrintWriter err) throws Exception {
        try (Terminal terminal = TerminalBuilder.terminal()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .completer(new StringsCompleter(shell.commands()))
                    .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".acs_history"))
                    .build();
            while (true) {
                String line = reader.readLine("acs> ").strip();
                if (line.equals("exit") || line.equals("quit")) {
                    return 0;
                }
                if (!line.isEmpty()) {
                    shell.run(DirectoryPassword.added(line), out, err);
                }
            }
        } catch (EndOfFileException | UserInterruptException left) {
            return 0;
        }
    }
}
