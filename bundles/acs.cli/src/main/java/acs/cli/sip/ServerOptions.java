// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options that say where the server is and how it is spoken to.
 *
 * <p>Like all that picocli looks into, of types that every command sees: {@code run} has no SIP2 at hand.
 */
final class ServerOptions {
    @Option(
            names = {"-a", "--address", "--host", "--hostaddress"},
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The server (default: ${DEFAULT-VALUE}).")
    String address = "127.0.0.1";

    @Option(
            names = {"-p", "--port"},
            defaultValue = "6001",
            description = "Its port (default: ${DEFAULT-VALUE}).")
    int port = 6001;

    @Option(
            names = {"-t", "--terminator"},
            paramLabel = "CR|CRLF",
            defaultValue = "CRLF",
            description = "What ends a message (default: ${DEFAULT-VALUE}).")
    String terminator = "CRLF";

    @Option(names = "--tls", description = "Speaks TLS.")
    boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Trusts only these certificates (PEM); implies --tls.")
    Optional<Path> authority = Optional.empty();

    @Option(names = "--tls-insecure", description = "Trusts any certificate, to find out more; implies --tls.")
    boolean insecure;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Key and certificate of the terminal (PKCS#12 or PEM), for servers that ask for one;"
                    + " implies --tls.")
    Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--tls-cert-password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "What protects a PKCS#12 file; asked for if no value follows.")
    String certificatePassword = "";

    @Option(
            names = "--error-detect",
            description = "Numbers messages, adds and verifies checksums, repeats what got lost.")
    boolean errorDetection;

    @Option(names = "--encoding", defaultValue = "UTF-8", description = "Character set (default: ${DEFAULT-VALUE}).")
    Charset encoding = StandardCharsets.UTF_8;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            defaultValue = "|",
            description = "What ends a field (default: ${DEFAULT-VALUE}).")
    char delimiter = '|';

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long an answer is waited for (default: ${DEFAULT-VALUE}).")
    int timeout = 10;

    @Option(
            names = "--retries",
            defaultValue = "3",
            description = "How often a message is repeated with --error-detect (default: ${DEFAULT-VALUE}).")
    int retries = 3;

    /** Whether any of the options asks for TLS. */
    boolean isSecure() {
        return tls || insecure || authority.isPresent() || certificate.isPresent();
    }
}
