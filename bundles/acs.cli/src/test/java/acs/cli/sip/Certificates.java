// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.nio.file.Path;
import java.util.ArrayList;
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
