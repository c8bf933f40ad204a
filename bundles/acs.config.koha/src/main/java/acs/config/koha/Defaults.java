// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Map;

/**
 * What the file says once for all listeners and accounts.
 *
 * @param delimiter that ends a field
 * @param timeout seconds that a terminal may take to log in
 * @param errorDetect how accounts treat sequence numbers and checksums
 * @param keepalive properties of all listeners
 * @param preferences system preferences of all accounts
 */
record Defaults(
        String delimiter,
        int timeout,
        String errorDetect,
        Map<String, Object> keepalive,
        Map<String, String> preferences) {

    Defaults {
        keepalive = Map.copyOf(keepalive);
        preferences = Map.copyOf(preferences);
    }
}
