// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import acs.api.Language;
import acs.api.status.Problem;
import acs.api.status.Problem.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts of a site's own, from the files of a folder; what is wrong with them is told by file and line. */
final class SiteTexts {
    private static final Logger LOG = LoggerFactory.getLogger(SiteTexts.class);

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("texts.properties"),
                    Arrays.stream(Language.values())
                            .map(Language::locale)
                            .flatMap(locale -> Stream.of(locale.toString(), locale.getLanguage()))
                            .filter(name -> !name.isEmpty())
                            .map(name -> "texts_" + name + ".properties"))
            .collect(Collectors.toUnmodifiableSet());

    private final Optional<Path> folder;
    private final Catalogue english;
    private Optional<Map<Path, String>> seen = Optional.empty();

    /** @param english has all keys that there are */
    SiteTexts(Optional<Path> folder, Catalogue english) {
        this.folder = folder;
        this.english = english;
    }

    /** What all files say, by their names; empty if none of them changed since the last time. */
    synchronized Optional<Map<String, Catalogue>> news() {
        Map<Path, String> now = files();
        if (seen.equals(Optional.of(now))) {
            return Optional.empty();
        }
        seen = Optional.of(now);
        Map<String, Catalogue> read = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        now.keySet().forEach(file -> read.put(String.valueOf(file.getFileName()), new Catalogue(read(file, problems))));
        problems.forEach(problem -> LOG.warn("{}", problem));
        return Optional.of(read);
    }

    /** What is wrong with the files, sorted by file and line; none of it keeps the rest from its effect. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        files().keySet().forEach(file -> read(file, problems));
        return problems;
    }

    /** The files of the folder, each with what changes when it is saved. */
    private Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".properties")).toList()) {
                BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, state.lastModifiedTime() + " " + state.size() + " " + state.fileKey());
            }
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be listed at the moment", folder.get(), unreadable);
            return seen.orElse(files);
        }
        return files;
    }

    private Map<String, Template> read(Path file, List<Problem> problems) {
        Map<String, Template> texts = new HashMap<>();
        if (!NAMES.contains(String.valueOf(file.getFileName()))) {
            warn(problems, file, 0, "the name is that of no language (expected: such as texts_de.properties)");
            return texts;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int first = 0; first < lines.size(); first++) {
                int line = first + 1;
                StringBuilder logical = new StringBuilder(lines.get(first));
                while (isContinued(logical) && first + 1 < lines.size()) {
                    logical.append('\n').append(lines.get(++first));
                }
                Properties one = new Properties();
                one.load(new StringReader(logical.toString()));
                one.stringPropertyNames().forEach(key -> add(texts, problems, file, line, key, one.getProperty(key)));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            warn(problems, file, 0, "cannot be read: " + unreadable.getMessage() + " (expected: properties in UTF-8)");
        }
        return texts;
    }

    private void add(
            Map<String, Template> texts, List<Problem> problems, Path file, int line, String key, String text) {
        Optional<Template> original = english.find(key);
        if (original.isEmpty()) {
            warn(problems, file, line, "there is no text `" + key + "`, the line has no effect");
            return;
        }
        Template template = Template.of(text);
        List<Integer> unknown = new ArrayList<>(new TreeSet<>(template.places()));
        unknown.removeAll(original.get().places());
        if (!unknown.isEmpty()) {
            warn(
                    problems,
                    file,
                    line,
                    "`" + key + "` has no place {" + unknown.get(0) + "} (expected: "
                            + (original.get().places().isEmpty()
                                    ? "none"
                                    : original.get().places())
                            + "), the line has no effect");
            return;
        }
        texts.put(key, template);
    }

    private static boolean isContinued(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void warn(List<Problem> problems, Path file, int line, String text) {
        problems.add(new Problem(file.toString(), line, Severity.WARNING, text));
    }
}
