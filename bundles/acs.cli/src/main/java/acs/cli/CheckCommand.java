// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import acs.api.status.Problem;
import acs.config.koha.Check;
import acs.core.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code acs check}: what is wrong with the configuration, before a server tells. */
@Command(
        name = "check",
        description = "Validates the configuration without starting anything: one line for each problem.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {" 0:no error, warnings at most", " 1:at least one error"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Default: SIPconfig.xml of the configuration folder, koha-conf.xml if it is there,"
                    + " and the texts in messages.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean error = false;
        for (Path file : files.isEmpty() ? usual() : files) {
            for (Problem problem : Files.isDirectory(file) ? Texts.problems(file) : Check.check(file)) {
                spec.commandLine().getOut().println(problem);
                error |= problem.isError();
            }
        }
        return error ? 1 : 0;
    }

    private static List<Path> usual() {
        Path main = Surroundings.etc().resolve("SIPconfig.xml");
        Path directories = Surroundings.etc().resolve("koha-conf.xml");
        Path texts = Surroundings.etc().resolve("messages");
        return Stream.of(main, directories, texts)
                .filter(file -> file.equals(main) || Files.exists(file))
                .toList();
    }
}
