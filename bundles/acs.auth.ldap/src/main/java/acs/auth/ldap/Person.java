// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.util.Locale;
import java.util.Map;

/**
 * An entry that was found.
 *
 * @param dn its distinguished name
 * @param values by attribute in lower case; several values of one are parted by blanks
 */
record Person(String dn, Map<String, String> values) {

    /** The value, or an empty text. */
    String value(String attribute) {
        return values.getOrDefault(attribute.toLowerCase(Locale.ROOT), "");
    }

    /** Without anything of the person. */
    @Override
    public String toString() {
        return "Person[" + values.size() + " attributes]";
    }
}
