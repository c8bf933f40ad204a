// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acs hash}: makes a password fit for a configuration file. */
@Command(
        name = "hash",
        description = "Reads a password from the terminal, or a line of standard input, and prints its hash.")
final class HashCommand implements Callable<Integer> {
    private static final int COST = 10;
    /** What bcrypt takes into account. */
    private static final int LONGEST = 72;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        char[] password = read();
        if (password.length == 0 || password.length > LONGEST) {
            spec.commandLine()
                    .getErr()
                    .println("acs: password: " + password.length + " characters (expected: 1.." + LONGEST + ")");
            return 1;
        }
        spec.commandLine().getOut().println("{bcrypt}" + BCrypt.withDefaults().hashToString(COST, password));
        Arrays.fill(password, ' ');
        return 0;
    }

    private static char[] read() throws IOException {
        if (Surroundings.onTerminal()) {
            char[] typed = Objects.requireNonNull(System.console(), "console").readPassword("Password: ");
            return typed == null ? new char[0] : typed;
        }
        String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
