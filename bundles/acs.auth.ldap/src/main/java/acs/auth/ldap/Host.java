// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of a directory.
 *
 * @param name of the machine, as its certificate must say it
 * @param secure whether TLS is spoken from the first byte ({@code ldaps})
 */
record Host(String name, int port, boolean secure) {
    private static final int PORT = 389;
    private static final int SECURE_PORT = 636;

    /** Reads {@code name}, {@code name:port}, {@code ldap://name} or {@code ldaps://name:port}, several parted by commas. */
    static List<Host> list(String text) {
        List<Host> hosts = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                hosts.add(of(one.strip()));
            }
        }
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("hostname: \"" + text + "\" (expected: the name of a host)");
        }
        return List.copyOf(hosts);
    }

    private static Host of(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "ldap://" + text);
            boolean secure = "ldaps".equalsIgnoreCase(uri.getScheme());
            boolean plain = "ldap".equalsIgnoreCase(uri.getScheme());
            String name = uri.getHost();
            if (name != null && (secure || plain) && uri.getPort() <= 65535) {
                return new Host(name, uri.getPort() > 0 ? uri.getPort() : secure ? SECURE_PORT : PORT, secure);
            }
        } catch (URISyntaxException noHost) {
            // told below
        }
        throw new IllegalArgumentException(
                "hostname: \"" + text + "\" (expected: NAME, NAME:PORT, ldap://NAME:PORT or ldaps://NAME:PORT)");
    }

    @Override
    public String toString() {
        return (secure ? "ldaps://" : "ldap://") + name + ":" + port;
    }
}
