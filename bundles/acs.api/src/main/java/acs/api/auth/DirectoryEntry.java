// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What a directory says of a patron, and what is to become of it. Immutable.
 *
 * @param values by column of the patron as Koha names them, e.g. {@code userid}, {@code surname}, {@code categorycode}; a
 *     name that is no column is that of an extended attribute. A column that is not there keeps its value, one with an
 *     empty text is emptied
 * @param defaults what a new patron gets in columns without a value, and what replaces a category that does not exist
 * @param creates whether a patron whom the library does not know is to be created
 * @param updates whether a patron whom it knows is to be brought up to date
 * @param pin what becomes of the secret that was found right
 */
public record DirectoryEntry(
        Map<String, String> values, Map<String, String> defaults, boolean creates, boolean updates, Pin pin) {

    /** What becomes of a secret that the directory found right. */
    public enum Pin {
        /** The library's own PIN stays as it is. */
        KEEP,
        /** It becomes the library's own PIN, as a hash. */
        STORE,
        /** The library keeps none. */
        REMOVE
    }

    public DirectoryEntry {
        values = Map.copyOf(values);
        defaults = Map.copyOf(defaults);
        requireNonNull(pin, "pin");
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "DirectoryEntry[" + values.size() + " values]";
    }
}
