// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The texts of one language, as a properties file in UTF-8 beside this class has them. */
final class Catalogue {
    private final Map<String, Template> templates;

    Catalogue(Map<String, Template> templates) {
        this.templates = Map.copyOf(templates);
    }

    static Catalogue read(String file) {
        return readIfThere(file)
                .orElseThrow(() -> new IllegalArgumentException("file: " + file + " (expected: one there is)"));
    }

    static Optional<Catalogue> readIfThere(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Template> templates = new HashMap<>();
            for (String key : texts.stringPropertyNames()) {
                templates.put(key, Template.of(texts.getProperty(key)));
            }
            return Optional.of(new Catalogue(templates));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    Optional<Template> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }
}
