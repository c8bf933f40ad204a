// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import acs.testkit.Transcript;
import acs.testkit.TranscriptTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every attribute that the reader of {@code SIPconfig.xml} knows has a transcript that fails without it. */
class AttributesTest {
    private static final Path TRANSCRIPTS = Library.RESOURCES.resolve("transcripts/koha");
    private static final Path ELSEWHERE = Library.RESOURCES.resolve("koha-elsewhere.txt");
    private static final Path READER = Path.of("../acs.config.koha/src/main/java/acs/config/koha");

    /** An attribute that is asked for, by any of the ways there are. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\b(?:text|raw|required|choice|flag|number|seconds)|SecretAttribute\\.read)\\((?:(?:node|policy|root), )?\"([a-z_-]+)\"");

    private static final Pattern QUOTED = Pattern.compile("\"([a-z_]+)\"");

    @Test
    void everyAttributeOfTheReaderHasATranscript() throws IOException {
        Set<String> shown = names(transcripts().map(AttributesTest::attribute));
        shown.addAll(names(elsewhere().keySet().stream()));

        Set<String> asked = asked();
        assertThat(asked).contains("id", "port", "checkin", "checked_in_ok", "custom_tcp_keepalive_time", "greeting");
        assertThat(shown).containsAll(asked);
    }

    @Test
    void whatIsShownElsewhereIsShownThere() throws IOException {
        elsewhere().forEach((attribute, test) -> {
            String[] place = test.split("/", 2);
            String folder = "../" + place[0] + "/src/test/java/" + place[0].replace('.', '/');
            assertThat(Path.of(folder, place[1] + ".java")).as(attribute).exists();
        });
    }

    @TestFactory
    Stream<DynamicTest> noneOfThemPassesWithoutItsAttribute() throws IOException {
        return transcripts()
                .filter(file -> !attribute(file).startsWith("language."))
                .map(file -> DynamicTest.dynamicTest(attribute(file), () -> assertThat(
                                catchThrowable(() -> run(without(Transcript.read(file), attribute(file)), file)))
                        .as("the answers of %s without the attribute", file)
                        .isNotNull()));
    }

    private static void run(Transcript transcript, Path file) throws Throwable {
        DynamicContainer runs = (DynamicContainer) TranscriptTests.of(transcript, file.toUri(), Library.only());
        runs.getChildren()
                .map(DynamicTest.class::cast)
                .findFirst()
                .orElseThrow()
                .getExecutable()
                .execute();
    }

    /** The same transcript under a configuration that has everything but the attribute, or child element, in question. */
    private static Transcript without(Transcript transcript, String attribute) {
        String name = attribute.substring(attribute.indexOf('.') + 1);
        String configuration = transcript.header("configuration");
        Map<String, String> headers = new HashMap<>(transcript.headers());
        headers.put(
                "configuration",
                configuration
                        .lines()
                        .map(line -> {
                            String[] sides = line.split(" -> ", 2);
                            String stripped = sides[1].replaceAll("(?<![\\w-])" + name + "=\"[^\"]*\"", "")
                                    .replaceAll("<" + name + "( [^>]*/>|>.*</" + name + ">)", "");
                            return sides[0] + " -> " + stripped;
                        })
                        .collect(Collectors.joining("\n")));
        assertThat(headers.get("configuration")).isNotEqualTo(configuration);
        return new Transcript(transcript.name(), headers, transcript.steps());
    }

    /** Not one that reads {@code koha-conf.xml}: its attributes are about directories, and shown by acs.auth.ldap. */
    private static boolean isOfTerminals(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("KohaConf") && !name.equals("DirectoryReader.java");
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.list(READER)) {
            for (Path file : files.filter(AttributesTest::isOfTerminals).toList()) {
                String source = read(file);
                find(ASKED, source, asked);
                if (file.endsWith("LoginAttributes.java")) {
                    find(QUOTED, source.substring(0, source.indexOf("CHILDREN")), asked);
                }
                if (file.endsWith("InstitutionReader.java")) {
                    find(
                            QUOTED,
                            source.lines()
                                    .filter(line -> line.contains("\"status_update\""))
                                    .findFirst()
                                    .orElseThrow(),
                            asked);
                }
            }
        }
        // Of child elements, which are shown as a whole.
        asked.removeAll(Set.of("find", "replace", "field", "code", "template", "mapping"));
        return asked;
    }

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    /** {@code login.checked_in_ok} */
    private static String attribute(Path file) {
        return file.getFileName().toString().replaceFirst("\\.sip$", "");
    }

    /** Without the element that they are on. */
    private static Set<String> names(Stream<String> attributes) {
        return attributes
                .map(attribute -> attribute.substring(attribute.indexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> elsewhere() throws IOException {
        return Files.readAllLines(ELSEWHERE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
