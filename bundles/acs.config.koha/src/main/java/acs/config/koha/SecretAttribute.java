// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password in an attribute: in clear, as a bcrypt hash, or as a reference to where it lies. References are not followed
 * here, so that the secret itself is never part of a published configuration. No message contains a value.
 */
final class SecretAttribute {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(?<where>[^:\\]]*):(?<name>[^\\]]*)]");
    private static final String HASH_MARK = "{bcrypt}";
    private static final Pattern HASH = Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private SecretAttribute() {}

    /** The value as it is to be published; the path of a referenced file is made absolute from {@code folder}. */
    static Optional<String> read(Node node, String name, Path folder) {
        Optional<String> value = node.raw(name).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            return value;
        }
        String secret = value.get();
        if (secret.startsWith(HASH_MARK)
                && !HASH.matcher(secret.substring(HASH_MARK.length())).matches()) {
            node.problems()
                    .error(node.line(name), "`" + name + "` is no bcrypt hash (expected: what `acs hash` prints)");
            return Optional.empty();
        }
        Matcher reference = REFERENCE.matcher(secret);
        return reference.matches() ? Optional.of(follow(node, name, reference, folder)) : value;
    }

    private static String follow(Node node, String attribute, Matcher reference, Path folder) {
        String name = reference.group("name");
        switch (reference.group("where")) {
            case "env" -> {
                if (System.getenv(name) == null) {
                    warn(node, attribute, "the environment variable " + Text.quoted(name) + ", which is not set");
                }
                return reference.group();
            }
            case "file" -> {
                Optional<Path> path = path(folder, name);
                if (path.isEmpty() || !Files.isReadable(path.get())) {
                    warn(node, attribute, "the file " + Text.quoted(name) + ", which cannot be read");
                }
                return path.map(absolute -> "$[file:" + absolute + "]").orElse(reference.group());
            }
            default -> {
                node.problems()
                        .warning(
                                node.line(attribute),
                                "`" + attribute + "` looks like a reference but is taken literally"
                                        + " (expected: $[env:NAME] or $[file:PATH])");
                return reference.group();
            }
        }
    }

    private static void warn(Node node, String attribute, String what) {
        node.problems().warning(node.line(attribute), "`" + attribute + "` names " + what);
    }

    private static Optional<Path> path(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
