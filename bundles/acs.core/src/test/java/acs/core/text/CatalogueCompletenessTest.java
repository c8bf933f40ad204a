// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCompletenessTest {
    private static final Pattern USE = Pattern.compile("text\\(\\s*\"([a-z]+\\.[A-Za-z]+)\"");
    private static final Path SOURCES = Path.of("src", "main", "java");

    @ParameterizedTest
    @EnumSource
    void hasATextForEveryRefusal(Refusal refusal) {
        assertThat(Texts.standard().has("refusal." + refusal.name())).isTrue();
    }

    /** Nothing is left untranslated, nothing is there that nobody asks for, and every place is filled in every language. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void hasTheSameKeysAndPlacesInEveryLanguage(String language) throws IOException {
        Properties english = texts("texts.properties");
        Properties other = texts("texts_" + language + ".properties");

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank().isNotEqualTo(english.getProperty(key));
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/acs/core/text", file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher found = Pattern.compile("\\{\\d}").matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    /** A key without a text would be shown to patrons as it is. */
    @Test
    void hasATextForEveryKeyInTheCode() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher uses = USE.matcher(Files.readString(file));
                while (uses.find()) {
                    used.add(uses.group(1));
                }
            }
        }
        assertThat(used).contains("session.end", "patron.owes");
        assertThat(used).allMatch(Texts.standard()::has);
    }
}
