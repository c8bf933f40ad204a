// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An XML element that knows where it stands.
 *
 * @param name without prefix
 * @param line of its start tag, counted from 1
 * @param attributes by name, in the order of the file; those with a prefix are left out
 * @param children in the order of the file
 * @param text what stands between its tags and is not in a child, without blanks around it
 */
record Element(String name, int line, Map<String, Attribute> attributes, List<Element> children, String text) {

    Element {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /**
     * An attribute that knows where it stands.
     *
     * @param value as the parser read it
     * @param line of its name
     */
    record Attribute(String value, int line) {}
}
