// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

/** The three things that the file describes, each with the factory PID that it is published under. */
enum Kind {
    /** In the order in which they are published: what others refer to comes first. */
    INSTITUTION("acs.institution", "institution", "id"),
    ACCOUNT("acs.account", "login", "id"),
    LISTENER("acs.listener", "service", "port");

    private final String pid;
    private final String element;
    private final String key;

    Kind(String pid, String element, String key) {
        this.pid = pid;
        this.element = element;
        this.key = key;
    }

    /** The factory PID. */
    String pid() {
        return pid;
    }

    /** The element that describes one. */
    String element() {
        return element;
    }

    /** The attribute that holds its id. */
    String key() {
        return key;
    }
}
