// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done so that what is in force becomes what is wanted.
 *
 * @param added not in force yet, in the order in which they are to be published
 * @param changed in force with other properties, in the same order
 * @param removed in force but not wanted, in the order in which they are to be taken away
 */
record Differences(List<Entry> added, List<Entry> changed, List<Key> removed) {
    private static final Comparator<Key> REFERRED_TO_FIRST =
            Comparator.comparing(Key::kind).thenComparing(Key::id);

    Differences {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Compares; what is equal appears nowhere. */
    static Differences between(Map<Key, Map<String, Object>> inForce, Collection<Entry> wanted) {
        List<Entry> added = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        Map<Key, Map<String, Object>> left = new HashMap<>(inForce);
        for (Entry entry : wanted) {
            Map<String, Object> present = left.remove(entry.key());
            if (present == null) {
                added.add(entry);
            } else if (!present.equals(entry.properties())) {
                changed.add(entry);
            }
        }
        List<Key> removed = new ArrayList<>(left.keySet());
        added.sort(Comparator.comparing(Entry::key, REFERRED_TO_FIRST));
        changed.sort(Comparator.comparing(Entry::key, REFERRED_TO_FIRST));
        removed.sort(REFERRED_TO_FIRST.reversed());
        return new Differences(added, changed, removed);
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
