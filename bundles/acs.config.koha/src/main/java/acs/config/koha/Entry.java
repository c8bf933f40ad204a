// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One listener, account or institution, as it is to be published.
 *
 * @param key what it is
 * @param line where it stands in the file
 * @param properties texts, whole numbers, booleans and lists of texts by the names that the core and the transport know;
 *     sorted, unmodifiable
 */
record Entry(Key key, int line, Map<String, Object> properties) {

    Entry {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** The value of a property as text; empty if there is none. */
    String text(String property) {
        return properties.getOrDefault(property, "").toString();
    }

    /** Without the properties: some are secrets. */
    @Override
    public String toString() {
        return key + " (line " + line + ")";
    }
}
