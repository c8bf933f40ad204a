// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueCompletenessTest {
    private static final Pattern USE = Pattern.compile("text\\(\\s*\"([a-z]+\\.[A-Za-z]+)\"");
    private static final Path SOURCES = Path.of("src", "main", "java");

    @ParameterizedTest
    @EnumSource
    void hasATextForEveryRefusal(Refusal refusal) {
        assertThat(Texts.standard().has("refusal." + refusal.name())).isTrue();
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
