// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that tests read. */
final class Fixtures {
    private Fixtures() {}

    /** A file in which nothing is wrong and every attribute of our own is used. */
    static String flawless() {
        try {
            return Files.readString(path("SIPconfig.xml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path path(String resource) {
        try {
            return Path.of(Fixtures.class.getResource("/" + resource).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("SIPconfig.xml"), text, StandardCharsets.UTF_8);
    }

    static SipConfig read(Path folder, String text) throws IOException {
        return SipConfigReader.read(write(folder, text), List.of());
    }

    /** A small file around one list. */
    static String around(String elements) {
        return "<acsconfig>" + elements + "</acsconfig>";
    }

    static Map<String, Object> properties(SipConfig config, Kind kind, String id) {
        return config.entries().stream()
                .filter(entry -> entry.key().equals(new Key(kind, id)))
                .findFirst()
                .orElseThrow()
                .properties();
    }
}
