// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a login's configuration can have several of, each with attributes of its own, such as {@code screen_msg_regex}.
 *
 * <p>Among the settings they are called {@code screen_msg_regex.1.find}, {@code screen_msg_regex.1.replace},
 * {@code screen_msg_regex.2.find} and so on, counted from 1 in the order of the file.
 */
final class ChildElements {
    private static final int DIGITS = 4;

    private ChildElements() {}

    /** The attributes of each one, in order. */
    static List<Settings> of(Settings settings, String name) {
        if (settings.asMap().isEmpty()) {
            return List.of();
        }
        String prefix = name + ".";
        SortedMap<Integer, Map<String, String>> found = new TreeMap<>();
        settings.asMap().forEach((setting, value) -> {
            int dot = setting.startsWith(prefix) ? setting.indexOf('.', prefix.length()) : -1;
            if (dot > 0 && isNumber(setting, prefix.length(), dot) && dot + 1 < setting.length()) {
                found.computeIfAbsent(
                                Integer.valueOf(setting.substring(prefix.length(), dot)), number -> new HashMap<>())
                        .put(setting.substring(dot + 1), value);
            }
        });
        return found.values().stream().map(Settings::of).toList();
    }

    private static boolean isNumber(String text, int from, int to) {
        return to > from
                && to - from <= DIGITS
                && text.chars().skip(from).limit(to - from).allMatch(c -> c >= '0' && c <= '9');
    }
}
