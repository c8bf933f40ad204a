// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what people configure in files of their own beside {@code SIPconfig.xml}, such as {@code acs.account-kiosk1.config}.
 * Only the ids are read: the rest is nobody's business here.
 */
final class HandWritten {
    private static final long MAX_BYTES = 1024 * 1024;
    private static final Pattern CONFIG = Pattern.compile("\\s*id\\s*=\\s*[A-Z]?\"((?:[^\"\\\\]|\\\\.)*)\".*");
    private static final Pattern CFG = Pattern.compile("\\s*id\\s*[=:]\\s*(.*)");

    private HandWritten() {}

    /** All of them in a folder, sorted by file name; a file that cannot be read is left to those who load it. */
    static List<Place> in(Path folder) {
        List<Place> places = new ArrayList<>();
        for (Kind kind : Kind.OF_SIP) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, kind.pid() + "-*.{config,cfg}")) {
                List<Path> sorted = new ArrayList<>();
                files.forEach(sorted::add);
                sorted.sort(Comparator.naturalOrder());
                sorted.forEach(file -> read(kind, file).ifPresent(places::add));
            } catch (IOException unreadable) {
                return places;
            }
        }
        return places;
    }

    private static Optional<Place> read(Kind kind, Path file) {
        Pattern pattern = file.toString().endsWith(".cfg") ? CFG : CONFIG;
        List<String> lines;
        try {
            lines = Files.size(file) > MAX_BYTES ? List.of() : lines(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        for (int index = 0; index < lines.size(); index++) {
            Matcher matcher = pattern.matcher(lines.get(index));
            if (matcher.matches()) {
                String id = matcher.group(1).replaceAll("\\\\(.)", "$1").strip();
                return Optional.of(new Place(new Key(kind, id), file.getFileName() + ":" + (index + 1)));
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException otherEncoding) {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        }
    }
}
