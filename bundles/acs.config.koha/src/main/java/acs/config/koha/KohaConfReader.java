// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads of a {@code koha-conf.xml} what it says of LDAP, and nothing else. */
final class KohaConfReader {
    static final String NAME = "koha-conf.xml";

    private static final String SWITCH = "useldapserver";
    /** The first directory is asked before all others. */
    private static final int FIRST_RANKING = 100;

    private KohaConfReader() {}

    /** Whether a file is to be read as one. */
    static boolean isName(Path file) {
        return file.getFileName().toString().startsWith("koha-conf");
    }

    /** Reads a file and checks it. */
    static SipConfig read(Path file) {
        Problems problems = new Problems(file.toString());
        List<Entry> entries = XmlFile.read(file, problems)
                .map(root -> entries(root, file, problems))
                .orElse(List.of());
        return new SipConfig(entries, problems.sorted(), List.of(), Optional.empty());
    }

    private static List<Entry> entries(Element root, Path file, Problems problems) {
        List<Element> switches = new ArrayList<>();
        List<Element> servers = new ArrayList<>();
        collect(root, switches, servers);
        if (switches.stream().noneMatch(element -> isOn(element, problems))) {
            return List.of();
        }
        if (servers.isEmpty()) {
            problems.error(switches.get(0).line(), "`" + SWITCH + "` is on, but there is no `ldapserver`");
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        for (Element server : servers) {
            int ranking = FIRST_RANKING - entries.size();
            Entry entry = new DirectoryReader(new Node(server, problems), folder).read(ranking);
            Integer before = lines.putIfAbsent(entry.key().id(), server.line());
            if (before != null) {
                problems.error(
                        server.line(),
                        "`id` is " + Text.quoted(entry.key().id()) + ", which line " + before + " has already");
            }
            entries.add(entry);
        }
        return entries;
    }

    /** Both may stand anywhere: Koha has them in {@code config}. */
    private static void collect(Element element, List<Element> switches, List<Element> servers) {
        for (Element child : element.children()) {
            if (child.name().equals(SWITCH)) {
                switches.add(child);
            } else if (child.name().equals(Kind.DIRECTORY.element())) {
                servers.add(child);
            } else {
                collect(child, switches, servers);
            }
        }
    }

    private static boolean isOn(Element element, Problems problems) {
        String text = element.text().strip().toLowerCase(Locale.ROOT);
        if (!DirectoryReader.WORDS.containsKey(text) && !text.isEmpty()) {
            problems.error(
                    element.line(), "`" + SWITCH + "` is " + Text.quoted(element.text()) + " (expected: 1 or 0)");
        }
        return DirectoryReader.WORDS.getOrDefault(text, false);
    }
}
