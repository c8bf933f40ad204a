// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.client.LineConnection;
import acs.client.SipClient;
import acs.sip2.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** Makes connections of options. */
final class Connector {
    private static final int LONGEST_TIMEOUT = 3600;

    private final ServerOptions options;
    private final Wire wire;

    /** @throws IllegalArgumentException if character set or delimiter cannot be used */
    Connector(ServerOptions options) {
        this.options = options;
        this.wire = new Wire(options.encoding, options.delimiter);
    }

    Wire wire() {
        return wire;
    }

    SipClient connect(SipClient.Observer observer) throws IOException {
        if (options.timeout < 1 || options.timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "--timeout: " + options.timeout + " (expected: 1.." + LONGEST_TIMEOUT + ")");
        }
        InetSocketAddress server = new InetSocketAddress(options.address, options.port);
        if (server.isUnresolved()) {
            throw new IOException("host " + options.address + " is unknown");
        }
        Duration patience = Duration.ofSeconds(options.timeout);
        // without numbers nobody can tell a late answer from the next one
        int retries = options.errorDetection ? options.retries : 0;
        return new SipClient(
                open(server, patience),
                new SipClient.Options(wire, terminator(), options.errorDetection, patience, retries),
                observer);
    }

    private LineConnection open(InetSocketAddress server, Duration patience) throws IOException {
        if (!options.isSecure()) {
            return LineConnection.open(server, patience);
        }
        try {
            return LineConnection.openSecure(server, patience, security());
        } catch (GeneralSecurityException broken) {
            throw new IOException("TLS: " + broken.getMessage(), broken);
        }
    }

    private SSLContext security() throws GeneralSecurityException, IOException {
        SSLContext security = SSLContext.getInstance("TLS");
        KeyManager[] identity = options.certificate.isPresent()
                ? Identity.of(options.certificate.get(), options.certificatePassword)
                : new KeyManager[0];
        security.init(identity, Trust.of(options.authority, options.insecure), null);
        return security;
    }

    /** As in Koha's emulator, all but CR is CRLF. */
    private String terminator() {
        return options.terminator.toUpperCase(Locale.ROOT).equals("CR") ? "\r" : "\r\n";
    }
}
