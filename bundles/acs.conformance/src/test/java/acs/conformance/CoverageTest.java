// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every line of the checklist is a transcript, a test, or is said not to be one, and why. */
class CoverageTest {
    private static final Pattern NUMBER = Pattern.compile("C-\\d{3}");

    @Test
    void everyLineIsCoveredOrListed() throws Exception {
        Set<String> wanted = listed("checklist.txt");
        Set<String> reached = new TreeSet<>(covered());
        reached.addAll(listed("not-covered.txt"));

        assertThat(reached).isEqualTo(wanted);
    }

    @Test
    void nothingIsListedThatIsCovered() throws Exception {
        assertThat(listed("not-covered.txt")).doesNotContainAnyElementsOf(covered());
    }

    @Test
    void everyOmissionHasAReason() throws IOException {
        assertThat(lines("not-covered.txt")).allMatch(line -> line.matches("C-\\d{3} .{10,}"));
    }

    private static Set<String> covered() throws Exception {
        try (Stream<Path> transcripts = Files.walk(Library.RESOURCES.resolve("transcripts"))) {
            Set<String> covered =
                    numbers(transcripts.map(file -> file.getFileName().toString()));
            covered.addAll(numbers(tests().stream()
                    .map(test -> test.getAnnotation(DisplayName.class))
                    .filter(Objects::nonNull)
                    .map(DisplayName::value)));
            return covered;
        }
    }

    /** The methods of all test classes of this package. */
    private static Set<Method> tests() throws Exception {
        Path folder = Path.of(
                        CoverageTest.class.getResource("CoverageTest.class").toURI())
                .getParent();
        try (Stream<Path> classes = Files.list(folder)) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .flatMap(CoverageTest::methods)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Method> methods(String name) {
        try {
            return Arrays.stream(Class.forName(CoverageTest.class.getPackageName() + "." + name)
                    .getDeclaredMethods());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> listed(String resource) throws IOException {
        return numbers(lines(resource).stream());
    }

    /** The numbers that texts begin with. */
    private static Set<String> numbers(Stream<String> texts) {
        return texts.map(NUMBER::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines(String resource) throws IOException {
        return Files.readAllLines(Library.RESOURCES.resolve(resource)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
