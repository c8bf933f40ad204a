// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a whole {@code SIPconfig.xml}. */
final class SipConfigReader {
    private static final String ROOT = "acsconfig";
    private static final int KOHA_TIMEOUT = 30;

    private SipConfigReader() {}

    /**
     * Reads a file and checks it.
     *
     * @param others what is configured by other means: ids that are taken, and may be referred to
     */
    static SipConfig read(Path file, Collection<Place> others) {
        Problems problems = new Problems(file.toString());
        return XmlFile.read(file, problems)
                .map(root -> new Node(root, problems))
                .filter(SipConfigReader::isRoot)
                .map(root -> {
                    Defaults defaults = defaults(root);
                    List<Entry> entries = entries(root, defaults, file, new Ids(problems, others));
                    return new SipConfig(
                            entries,
                            problems.sorted(),
                            problems.remarks(),
                            defaults.server().syslog());
                })
                .orElseGet(() -> SipConfig.nothing(problems.sorted()));
    }

    private static boolean isRoot(Node root) {
        if (root.name().equals(ROOT)) {
            return true;
        }
        root.problems()
                .error(root.line(), "the root element is " + Text.quoted(root.name()) + " (expected: `" + ROOT + "`)");
        return false;
    }

    private static List<Entry> entries(Node root, Defaults defaults, Path file, Ids ids) {
        Problems problems = root.problems();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        List<Entry> entries = new ArrayList<>();

        // What is referred to is read before what refers to it, wherever it stands.
        InstitutionReader institutions = new InstitutionReader(problems, ids);
        inside(root, "institutions", "institution")
                .forEach(node -> institutions.read(node).ifPresent(entries::add));
        LoginReader logins = new LoginReader(problems, ids, defaults, folder);
        inside(root, "accounts", "login").forEach(node -> logins.read(node).ifPresent(entries::add));
        ServiceReader services = new ServiceReader(problems, ids, defaults, List.copyOf(entries), folder);
        List<Node> listeners = inside(root, "listeners", "service");
        listeners.forEach(node -> services.read(node).ifPresent(entries::add));

        if (listeners.isEmpty() && !ids.hasAny(Kind.LISTENER)) {
            problems.warning(root.line(), "there is no `service`: no terminal can connect");
        }
        root.done();
        return entries;
    }

    /** The elements of one name in all lists of another. */
    private static List<Node> inside(Node root, String list, String element) {
        List<Node> found = new ArrayList<>();
        for (Node node : root.children(list)) {
            found.addAll(node.children(element));
            node.done();
        }
        return found;
    }

    private static Defaults defaults(Node root) {
        String delimiter = SharedAttributes.delimiter(root).orElse("|");
        OptionalInt timeout = root.number("timeout", 0, ServiceReader.LONGEST_TIMEOUT);
        ServerParams server = root.children("server-params").stream()
                .map(ServerParams::read)
                .reduce(ServerParams.none(), (before, last) -> last);
        Map<String, String> preferences = new TreeMap<>();
        root.children("syspref_overrides").forEach(node -> preferences.putAll(node.texts()));
        return new Defaults(
                delimiter,
                timeout.orElse(0) == 0 ? KOHA_TIMEOUT : timeout.getAsInt(),
                errorDetect(root),
                server,
                preferences);
    }

    private static String errorDetect(Node root) {
        return root.children("error-detect").stream()
                .flatMap(node -> {
                    Stream<String> word = ErrorDetect.ofFile(node).stream();
                    node.done();
                    return word;
                })
                .findFirst()
                .orElse(ErrorDetect.ENABLED);
    }
}
