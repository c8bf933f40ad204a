// SPDX-License-Identifier: Apache-2.0
package acs.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Named texts of a configuration that only its reader knows the meaning of, with the few conversions everybody needs.
 *
 * <p>Immutable and safe for use by many threads. A setting that is absent and one that is empty are different things
 * only for {@link #has}.
 */
public final class Settings {
    private static final Settings EMPTY = new Settings(Map.of());

    /** Sorted; looked at with every request, so that nothing is copied then. */
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** No setting at all. */
    public static Settings empty() {
        return EMPTY;
    }

    /** The given settings, copied. */
    public static Settings of(Map<String, String> values) {
        return values.isEmpty() ? EMPTY : new Settings(values);
    }

    /** Reads {@code key=value} pairs separated by blanks; a word without {@code =} is a key with an empty value. */
    public static Settings parse(String pairs) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : pairs.strip().split("\\s+", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                values.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return of(values);
    }

    /** These settings, those of {@code stronger} winning where both have one. */
    public Settings overriddenBy(Settings stronger) {
        Map<String, String> merged = new TreeMap<>(values);
        merged.putAll(stronger.values);
        return of(merged);
    }

    /** Whether the setting is present, if only with an empty value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, empty text when absent. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether the setting is switched on: present and neither empty nor one of {@code 0}, {@code no}, {@code false}. */
    public boolean isOn(String name) {
        return switch (text(name).strip().toLowerCase(Locale.ROOT)) {
            case "", "0", "no", "n", "false", "off" -> false;
            default -> true;
        };
    }

    /** The parts of the value between the separators, stripped, without empty ones. */
    public List<String> list(String name, char separator) {
        String text = text(name);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int at = text.indexOf(separator, from);
            int to = at < 0 ? text.length() : at;
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to + 1;
        }
        return List.copyOf(parts);
    }

    /** The value as a whole number, empty when it is absent or none. */
    public OptionalInt number(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) { // as most of them are, with every request
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** The value as an amount, empty when it is absent or none. */
    public Optional<BigDecimal> amount(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** All settings, sorted by name; unmodifiable. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only: a value may be a secret. */
    @Override
    public String toString() {
        return asMap().keySet().toString();
    }
}
