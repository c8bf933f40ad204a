// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import java.time.Duration;

/**
 * A door that terminals come in by, as configured.
 *
 * @param id what the configuration calls it, e.g. {@code 127.0.0.1:6001/tcp}
 * @param dialogue what happens before the first message
 * @param loginRequired whether a terminal must log in; if not, it is the terminal of {@code account}
 * @param account the id of the account of terminals that need no login; else empty
 * @param delimiter the byte that ends a field until the account is known
 * @param loginTimeout how long a terminal may take to log in; zero = as long as it likes
 * @param clientTimeout how long a terminal may be silent after it logged in; zero = as long as it likes
 */
public record Listener(
        String id,
        Dialogue dialogue,
        boolean loginRequired,
        String account,
        char delimiter,
        Duration loginTimeout,
        Duration clientTimeout) {

    /** What happens between the connect and the first message. */
    public enum Dialogue {
        /** Nothing. */
        RAW("RAW"),
        /** The server asks for name and password in clear text. */
        TELNET("telnet");

        private final String label;

        Dialogue(String label) {
            this.label = label;
        }

        /** The name in configuration and output. */
        public String label() {
            return label;
        }
    }
}
