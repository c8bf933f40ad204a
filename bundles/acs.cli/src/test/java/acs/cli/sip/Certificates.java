// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and a certificate for this machine, made by the JDK's own tool. */
final class Certificates {
    static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Makes {@code server.p12} and {@code server.pem}. */
    static void make(Path folder) throws Exception {
        String store = folder.resolve("server.p12").toString();
        keytool(
                "-genkeypair",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-keystore",
                store,
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-rfc",
                "-file",
                folder.resolve("server.pem").toString());
    }

    /**
     * Makes {@code terminal.p12} and {@code terminal.pem}, each with a key and its certificate, and has {@code server.p12}
     * trust that.
     */
    static void makeTerminal(Path folder) throws Exception {
        Path store = folder.resolve("terminal.p12");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "terminal",
                "-keyalg",
                "EC",
                "-dname",
                "CN=terminal",
                "-ext",
                "bc:c",
                "-validity",
                "2");
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Base64.Encoder base64 = Base64.getMimeEncoder();
        String certificate = "-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(keys.getCertificate("terminal").getEncoded()) + "\n-----END CERTIFICATE-----\n";
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(
                        keys.getKey("terminal", PASSWORD.toCharArray()).getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        Path pem = Files.writeString(folder.resolve("terminal.pem"), certificate + key);
        keytool(
                "-importcert",
                "-noprompt",
                "-keystore",
                folder.resolve("server.p12").toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "terminal",
                "-file",
                Files.writeString(folder.resolve("terminal.crt"), certificate).toString());
        assertThat(pem).isReadable();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool " + arguments[0] + " failed");
        }
    }
}
