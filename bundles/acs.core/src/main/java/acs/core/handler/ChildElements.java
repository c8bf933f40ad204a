// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<Settings> found = new ArrayList<>();
        Map<String, String> all = settings.asMap();
        for (int number = 1; ; number++) {
            String prefix = name + "." + number + ".";
            Map<String, String> attributes = new HashMap<>();
            all.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    attributes.put(key.substring(prefix.length()), value);
                }
            });
            if (attributes.isEmpty()) {
                return List.copyOf(found);
            }
            found.add(Settings.of(attributes));
        }
    }
}
