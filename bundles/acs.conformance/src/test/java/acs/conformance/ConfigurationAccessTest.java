// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a site configures is read by {@code acs.config.koha} and by typed OSGi configurations, and by nobody else. */
class ConfigurationAccessTest {
    private static final Path BUNDLES = Path.of("..");
    private static final Path EXCEPTIONS = Library.RESOURCES.resolve("configuration-access.txt");

    /** Ways to get at a setting past the types. */
    private static final Pattern RAW =
            Pattern.compile("getProperty\\(|getProperties\\(\\)|getenv\\(|Boolean\\.getBoolean\\("
                    + "|Integer\\.getInteger\\(|Long\\.getLong\\(|\\bDictionary<|\\bConfigurationAdmin\\b|ManagedService"
                    + "|new Properties\\(|DocumentBuilder|XMLInputFactory|SAXParser|\"(?:SIPconfig|koha-conf)\\.xml\"");

    /** What a component is activated with. */
    private static final Pattern ACTIVATED =
            Pattern.compile("@(?:Activate|Modified)\\s+(?:public |private )?(?:void )?\\w+\\(([^)]*)\\)");

    @Test
    void nobodyElseReadsSettings() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path source : sources()) {
            String code = withoutComments(read(source));
            if (RAW.matcher(code).find()) {
                found.add(name(source));
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(exceptions().keySet());
    }

    @Test
    void everyExceptionHasAReason() throws IOException {
        assertThat(exceptions().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10));
    }

    /** Properties may stand beside a configuration, for its name; not in its place. */
    @Test
    void componentsTakeTypedConfigurations() throws IOException {
        for (Path source : sources()) {
            assertThat(ACTIVATED.matcher(read(source)).results().map(found -> found.group(1)))
                    .as(source.toString())
                    .noneMatch(taken -> taken.contains("Map<") && !taken.contains("Config "));
        }
    }

    /** Of what is shipped; the reader of the files itself may do as it must. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !List.of("acs.config.koha", "acs.itest", "acs.testkit")
                            .contains(bundle(file)))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(200);
            return sources;
        }
    }

    private static String bundle(Path source) {
        return BUNDLES.relativize(source).getName(0).toString();
    }

    private static String name(Path source) {
        return bundle(source) + "/" + source.getFileName().toString().replace(".java", "");
    }

    private static String withoutComments(String code) {
        return code.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*$", "")
                .replaceAll("(?m)^import .*$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> exceptions() throws IOException {
        return Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
