// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who has which id, so that nothing is configured twice and nobody refers to what is not there. */
final class Ids {
    private final Problems problems;
    private final Map<Key, Integer> lines = new HashMap<>();
    private final Map<Key, String> elsewhere = new HashMap<>();

    /** @param others what is configured by other means */
    Ids(Problems problems, Collection<Place> others) {
        this.problems = problems;
        others.forEach(place -> elsewhere.putIfAbsent(place.key(), place.where()));
    }

    /** Takes note of an id; says so if it is taken. */
    void claim(Kind kind, String id, int line) {
        Key key = new Key(kind, id);
        Integer first = lines.putIfAbsent(key, line);
        String what = "the " + kind.key() + " " + Text.quoted(id) + " of `" + kind.element() + "`";
        if (first != null) {
            problems.error(line, what + " is used twice, first on line " + first);
        } else if (elsewhere.containsKey(key)) {
            problems.error(line, what + " is used twice, also in " + elsewhere.get(key));
        }
    }

    /** Whether anything has that id. */
    boolean isKnown(Kind kind, String id) {
        Key key = new Key(kind, id);
        return lines.containsKey(key) || elsewhere.containsKey(key);
    }

    /** Whether there is anything of that kind. */
    boolean hasAny(Kind kind) {
        return !known(kind).isEmpty();
    }

    /** Says so if an attribute refers to something that is not there. */
    void checkReference(Node node, String attribute, Kind kind) {
        Optional<String> id = node.text(attribute);
        if (id.isPresent() && !isKnown(kind, id.get())) {
            String hint = NearMiss.hint(id.get(), known(kind));
            problems.error(
                    node.line(attribute),
                    "`" + attribute + "` is " + Text.quoted(id.get())
                            + (hint.isEmpty() ? " (expected: an id of `" + kind.element() + "`)" : hint));
        }
    }

    private Set<String> known(Kind kind) {
        Set<String> ids = new TreeSet<>();
        lines.keySet().stream().filter(key -> key.kind() == kind).forEach(key -> ids.add(key.id()));
        elsewhere.keySet().stream().filter(key -> key.kind() == kind).forEach(key -> ids.add(key.id()));
        return ids;
    }
}
