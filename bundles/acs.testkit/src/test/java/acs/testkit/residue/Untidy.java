// SPDX-License-Identifier: Apache-2.0
package acs.testkit.residue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps all sorts of things in statics. */
public final class Untidy {
    private static final Map<String, String> NAMES = Map.of("D1", "Dora");
    private static final ConcurrentHashMap<String, String> SEEN = new ConcurrentHashMap<>();
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");
    private static String last = "";

    private Untidy() {}

    /** Remembers it everywhere. */
    public static String note(String id) {
        String before = last;
        last = NAMES.getOrDefault(id, id);
        CURRENT.set(last);
        SEEN.put(id, last);
        return before + CURRENT.get();
    }
}
