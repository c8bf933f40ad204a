// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says what the code does. */
class ReadmeTest {
    @TempDir
    Path folder;

    @Test
    void showsAnExampleThatLoads() throws IOException {
        String example = readme().split("```xml\n", 2)[1].split("```", 2)[0];

        SipConfig config = Fixtures.read(folder, example);

        assertThat(config.problems())
                .extracting(problem -> problem.text())
                .containsExactly("`password` names the environment variable `KIOSK1_PASSWORD`, which is not set");
        assertThat(config.entries()).hasSize(3);
    }

    @Test
    void andSoDoesTheMigrationManual() throws IOException {
        String manual = Files.readString(Path.of("../../docs/operate/migrate-from-koha.md"));

        SipConfig config = Fixtures.read(folder, manual.split("```xml\n", 2)[1].split("```", 2)[0]);

        assertThat(config.problems()).isEmpty();
        assertThat(Fixtures.properties(config, Kind.ACCOUNT, "joe")).containsEntry("institution", "WEL");
    }

    @Test
    void listsWhatIsInForce() throws IOException {
        assertThat(named("✓")).containsAll(LoginAttributes.IN_FORCE);
    }

    private static Set<String> named(String state) throws IOException {
        return readme().lines()
                .filter(line -> line.contains("| " + state + " |"))
                .flatMap(line -> Pattern.compile("`([\\w-]+)`")
                        .matcher(line.split("\\|", 3)[1])
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
