// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each difference from Koha that the migration manual tells of is shown by a transcript or a test. */
class KohaDifferencesTest {
    private static final Path MANUAL = Path.of("../../docs/operate/migrate-from-koha.md");
    private static final String HEADING = "## What is different on purpose";

    @Test
    void areAllShownSomewhere() throws IOException {
        List<String> told = Files.readAllLines(MANUAL).stream()
                .dropWhile(line -> !line.equals(HEADING))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Koha "))
                .map(line -> line.split(" \\| ", 2)[0].substring(2))
                .toList();

        assertThat(shown().keySet()).containsExactlyInAnyOrderElementsOf(told);
    }

    static Stream<String> places() throws IOException {
        return shown().values().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void isThere(String place) throws IOException {
        if (place.endsWith(".sip")) {
            assertThat(Library.RESOURCES.resolve("transcripts").resolve(place)).exists();
            return;
        }
        String[] test = place.split("[/#]", -1);
        String file = place.substring(place.indexOf('/') + 1, place.indexOf('#')) + ".java";
        List<Path> sources = Stream.of("test", "main")
                .map(kind -> Path.of("..", test[0], "src", kind, "java", file))
                .filter(Files::exists)
                .toList();
        assertThat(sources).hasSize(1);
        assertThat(Files.readString(sources.get(0))).contains("void " + test[test.length - 1] + "(");
    }

    private static Map<String, String> shown() throws IOException {
        return Files.readAllLines(Library.RESOURCES.resolve("koha-differences.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(" = ")),
                        line -> line.substring(line.lastIndexOf(" = ") + 3)));
    }
}
