// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Map;

/**
 * What the file says once for all listeners and accounts.
 *
 * @param delimiter that ends a field
 * @param timeout seconds that a terminal may take to log in
 * @param errorDetect how accounts treat sequence numbers and checksums
 * @param server what is said of the server as a whole
 * @param preferences system preferences of all accounts
 */
record Defaults(
        String delimiter, int timeout, String errorDetect, ServerParams server, Map<String, String> preferences) {

    Defaults {
        preferences = Map.copyOf(preferences);
    }
}
