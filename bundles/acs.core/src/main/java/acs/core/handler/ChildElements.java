// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a login's configuration can have several of, each with attributes of its own, such as {@code screen_msg_regex}.
 *
 * <p>Among the settings they are called {@code screen_msg_regex.1.find}, {@code screen_msg_regex.1.replace},
 * {@code screen_msg_regex.2.find} and so on, counted from 1 in the order of the file.
 */
final class ChildElements {
    private ChildElements() {}

    /** The attributes of each one, in order. */
    static List<Settings> of(Settings settings, String name) {
        SortedMap<Integer, Map<String, String>> found = new TreeMap<>();
        Pattern key = Pattern.compile(Pattern.quote(name) + "\\.([0-9]{1,4})\\.(.+)");
        settings.asMap().forEach((setting, value) -> {
            Matcher attribute = key.matcher(setting);
            if (attribute.matches()) {
                found.computeIfAbsent(Integer.valueOf(attribute.group(1)), number -> new HashMap<>())
                        .put(attribute.group(2), value);
            }
        });
        return found.values().stream().map(Settings::of).toList();
    }
}
