// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Self-signed certificates, made by the tool that comes with Java. */
final class Certificates {
    static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Of this machine. */
    static Path good(Path folder) throws Exception {
        return make(folder.resolve("good.p12"), "dns:localhost,ip:127.0.0.1", "-validity", "2");
    }

    static Path ofAnotherHost(Path folder) throws Exception {
        return make(folder.resolve("other.p12"), "dns:ldap.elsewhere.example", "-validity", "2");
    }

    static Path expired(Path folder) throws Exception {
        return make(folder.resolve("old.p12"), "dns:localhost", "-startdate", "-10d", "-validity", "3");
    }

    private static Path make(Path file, String names, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                "ldap",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        run(command);
        return file;
    }

    /** The certificate of a key store, as PEM. */
    static Path pem(Path keystore) throws Exception {
        Path file = keystore.resolveSibling(keystore.getFileName() + ".pem");
        run(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "ldap",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                file.toString()));
        return file;
    }

    private static void run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }
}
