// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.transport.Listener;
import acs.api.transport.Networks;
import java.time.Duration;
import java.util.List;

/**
 * The configuration of one listener, checked.
 *
 * @param endpoint what the listener must be closed and opened again for if it changes
 * @param listener what is told to the line handler of each new connection
 * @param allowFrom where terminals may come from
 * @param maxSessions how many connections there may be
 * @param maxSessionsPerAddress how many of them from one address
 * @param maxMessage how many bytes a message may have
 * @param keepAlive how dead connections are found
 */
record Settings(
        Endpoint endpoint,
        Listener listener,
        Networks allowFrom,
        int maxSessions,
        int maxSessionsPerAddress,
        int maxMessage,
        KeepAlive keepAlive) {

    /**
     * Where and how it listens.
     *
     * @param host a name or an address; empty = every address of the machine
     * @param port 0 = any free one
     * @param dialogue what happens before the first message
     * @param tls how it encrypts
     */
    record Endpoint(String host, int port, Listener.Dialogue dialogue, Tls tls) {

        /** The form that people write: {@code 127.0.0.1:6001}, {@code [::1]:6001}, {@code *:6001}. */
        String address() {
            return address(host, port);
        }

        static String address(String host, int port) {
            String shown = host.isEmpty() ? "*" : host;
            return (shown.indexOf(':') < 0 ? shown : "[" + shown + "]") + ":" + port;
        }
    }

    /**
     * How it encrypts.
     *
     * @param on whether it does
     * @param keyStore the file with key and certificates
     * @param password what protects the file; may be empty
     * @param clients whether terminals must show a certificate
     */
    record Tls(boolean on, String keyStore, String password, ClientAuth clients) {
        @Override
        public String toString() {
            return on ? "TLS " + keyStore + " client_auth=" + clients : "plain";
        }
    }

    /** Whether terminals show a certificate. */
    enum ClientAuth {
        NONE,
        WANT,
        NEED
    }

    /**
     * TCP keep-alive.
     *
     * @param on whether the system probes silent connections
     * @param idleSeconds after how long a silence; 0 = as the system does
     * @param intervalSeconds at which interval; 0 = as the system does
     */
    record KeepAlive(boolean on, int idleSeconds, int intervalSeconds) {}

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException if a value is not acceptable; the message names setting, value and expectation
     */
    static Settings of(MinaListener.Config config) {
        Listener.Dialogue dialogue = dialogue(config.transport());
        boolean loginRequired = choice("login", config.login(), "required", "none") == 0;
        if (!loginRequired && config.account().isBlank()) {
            throw new IllegalArgumentException("account: empty (expected: the id of an account, because login=none)");
        }
        String host = host(config.host());
        int port = range("port", config.port(), 0, 65535);
        String id = config.id().isBlank() ? Endpoint.address(host, port) + "/tcp" : config.id();
        Listener listener = new Listener(
                id,
                dialogue,
                loginRequired,
                config.account(),
                delimiter(config.delimiter()),
                Duration.ofSeconds(range("timeout", config.timeout(), 0, Integer.MAX_VALUE)),
                Duration.ofSeconds(range("client_timeout", config.client__timeout(), 0, Integer.MAX_VALUE)));
        return new Settings(
                new Endpoint(host, port, dialogue, tls(config)),
                listener,
                Networks.of(List.of(config.allow__from())),
                range("max_sessions", config.max__sessions(), 1, Integer.MAX_VALUE),
                range("max_sessions_per_address", config.max__sessions__per__address(), 1, Integer.MAX_VALUE),
                range("max_message", config.max__message(), 2, 1 << 24),
                new KeepAlive(
                        config.tcp__keepalive(),
                        range("tcp_keepalive_time", config.tcp__keepalive__time(), 0, 32767),
                        range("tcp_keepalive_interval", config.tcp__keepalive__interval(), 0, 32767)));
    }

    private static Listener.Dialogue dialogue(String transport) {
        Listener.Dialogue[] all = Listener.Dialogue.values();
        return all[choice("transport", transport, Listener.Dialogue.RAW.label(), Listener.Dialogue.TELNET.label())];
    }

    private static Tls tls(MinaListener.Config config) {
        ClientAuth clients = ClientAuth.values()[choice("client_auth", config.client__auth(), "none", "want", "need")];
        if (config.tls() && config.keystore().isBlank()) {
            throw new IllegalArgumentException("keystore: empty (expected: a PEM or PKCS#12 file, because tls=true)");
        }
        return new Tls(config.tls(), config.keystore(), config._keystore__password(), clients);
    }

    static String host(String host) {
        String bare = host.strip();
        if (bare.equals("*")) {
            return "";
        }
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static char delimiter(String text) {
        if (text.length() != 1 || text.charAt(0) > 0xFF || Character.isLetterOrDigit(text.charAt(0))) {
            throw new IllegalArgumentException(
                    "delimiter: '" + text + "' (expected: one character of one byte, no letter or digit)");
        }
        return text.charAt(0);
    }

    private static int choice(String name, String value, String... choices) {
        for (int i = 0; i < choices.length; i++) {
            if (choices[i].equalsIgnoreCase(value.strip())) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + ": '" + value + "' (expected: " + String.join(" or ", choices) + ")");
    }

    private static int range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
        return value;
    }
}
