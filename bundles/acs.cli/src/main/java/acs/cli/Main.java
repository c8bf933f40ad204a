// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import acs.cli.bench.BenchCommand;
import acs.cli.sip.SipCommand;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bin/acs}: finds the command and runs it. */
@Command(
        name = "acs",
        description = "Automated Circulation System: the server that self-check kiosks talk SIP2 to.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            StatusCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ShellCommand.class,
            SipCommand.class,
            HashCommand.class,
            BenchCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Surroundings: --etc DIR, --data DIR and --deploy DIR before or after the command,",
            "or ACS_ETC, ACS_DATA and ACS_DEPLOY. JAVA_HOME and JAVA_OPTS are honoured."
        })
public final class Main {
    private Main() {}

    /** Ends the process with the command's status: 0 done, 1 not done, 2 misused. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        // what follows a command of the server's shell is that command's own
        Objects.requireNonNull(line.getSubcommands().get("shell"), "shell").setStopAtPositional(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            String message = failure.getMessage();
            command.getErr().println("acs: " + (message == null ? failure.toString() : message));
            return 1;
        });
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return 2;
        }
        return line.execute(arguments);
    }
}
