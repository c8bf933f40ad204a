// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Each mistake, made in a file that is otherwise flawless, is told in one line that leads to it. */
class MistakesTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    static Stream<Mistake> mistakes() {
        return Mistake.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isToldInOnePreciseLine(Mistake mistake) throws IOException {
        List<Problem> problems = Fixtures.read(folder, mistake.file()).problems();

        assertThat(problems).singleElement().hasToString(folder.resolve("SIPconfig.xml") + ":" + mistake.line());
    }

    @Test
    void areAHundredAtLeast() {
        assertThat(Mistake.all()
                        .map(mistake -> mistake.right() + mistake.wrong())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(100);
    }

    /** One after the other, in a server that runs: it goes on, and what is refused changes nothing that is in force. */
    @Test
    void noneOfThemTouchesWhatIsInForce() throws Exception {
        Felix felix = new Felix(data);
        try {
            ConfigurationAdmin admin = felix.configurationAdmin();
            Fixtures.write(folder, Fixtures.flawless());
            SipConfigFile file = new SipConfigFile(admin, folder, Optional.empty());
            for (Mistake mistake : Mistake.all().filter(Mistake::isError).toList()) {
                Map<String, Long> before = changeCounts(admin);
                save(file, mistake.file());
                assertThat(file.problems()).as(mistake.toString()).anyMatch(Problem::isError);
                assertThat(changeCounts(admin)).as(mistake.toString()).isEqualTo(before);
            }
            save(file, Fixtures.flawless());
            assertThat(file.problems()).isEmpty();
        } finally {
            felix.close();
        }
    }

    private void save(SipConfigFile file, String text) throws IOException {
        file.update(Fixtures.write(folder, text).toFile());
    }

    private static Map<String, Long> changeCounts(ConfigurationAdmin admin) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        for (Configuration configuration : admin.listConfigurations("(" + Publication.MARK + "=*)")) {
            counts.put(configuration.getPid(), configuration.getChangeCount());
        }
        return counts;
    }
}
