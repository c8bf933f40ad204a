// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.ComponentConstants;

/** What configurations of accounts and institutions have in common. */
final class Configured {
    /** Why a component is deactivated, as OSGi numbers it. The others are about the bundle, not the configuration. */
    private static final Set<Integer> ENDS = Set.of(
            ComponentConstants.DEACTIVATION_REASON_DISABLED,
            ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED,
            ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED);

    private Configured() {}

    /** Whether what was configured is not to be any more; otherwise it is only the bundle that goes, to come back. */
    static boolean isOver(int deactivationReason) {
        return ENDS.contains(deactivationReason);
    }

    /** Where a person finds the configuration. */
    static String place(Map<String, Object> properties) {
        for (String name : List.of("acs.config.koha", "felix.fileinstall.filename", "service.pid")) {
            Object value = properties.get(name);
            if (value != null) {
                return value.toString();
            }
        }
        return "a configuration without a name";
    }

    /** Reads lines of the form {@code name=value}; the value may hold anything. */
    static Settings settings(String[] lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("settings: " + line + " (expected: name=value)");
            }
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return Settings.of(values);
    }

    /** The value of a word. */
    static <T> T choice(String name, String word, Map<String, T> values) {
        T value = values.get(word);
        if (value == null) {
            Object[] expected = values.keySet().stream().sorted().toArray();
            throw new IllegalArgumentException(
                    name + ": " + word + " (expected: one of " + Arrays.toString(expected) + ")");
        }
        return value;
    }

    static String required(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": empty (expected: a text)");
        }
        return value;
    }
}
