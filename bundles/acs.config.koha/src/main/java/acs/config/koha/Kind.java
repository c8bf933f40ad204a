// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The things that the files describe, each with the factory PID that it is published under. */
enum Kind {
    /** In the order in which they are published: what others refer to comes first. */
    INSTITUTION("acs.institution", "institution", "id"),
    ACCOUNT("acs.account", "login", "id"),
    LISTENER("acs.listener", "service", "port"),
    /** Described by another file than the rest. */
    DIRECTORY("acs.auth.ldap", "ldapserver", "id");

    /** What {@code SIPconfig.xml} describes. */
    static final Set<Kind> OF_SIP = Collections.unmodifiableSet(EnumSet.of(INSTITUTION, ACCOUNT, LISTENER));

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

    /** Keeps ours apart from the names that FileInstall derives from files. */
    String prefix() {
        return this == DIRECTORY ? "koha-conf." : "SIPconfig.";
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
