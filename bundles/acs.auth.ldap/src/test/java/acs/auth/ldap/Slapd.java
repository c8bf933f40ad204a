// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenLDAP's own server in a process of its own, on free ports of this machine, with the people of the tests. */
final class Slapd {
    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");

    final int port;
    final int securePort;
    private final Process process;

    private Slapd(Process process, int port, int securePort) {
        this.process = process;
        this.port = port;
        this.securePort = securePort;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Slapd start(Path folder, Path keystore) throws Exception {
        Path database = Files.createDirectories(folder.resolve("database"));
        Path certificate = Certificates.pem(keystore);
        Path key = key(keystore, folder.resolve("key.pem"));
        Path configuration = Files.writeString(
                folder.resolve("slapd.conf"),
                """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %s
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                database mdb
                maxsize 16777216
                suffix "dc=example,dc=org"
                directory %s
                access to attrs=userPassword by anonymous auth by * none
                access to dn.subtree="dc=example,dc=org" by dn.base="%s" read by self read by * none
                """
                        .formatted(folder.resolve("slapd.pid"), certificate, key, database, TestDirectory.SERVICE));
        // what is not a name of OpenLDAP's schema, its server refuses
        String people = TestDirectory.PEOPLE.replace(
                "objectClass: domain\n", "objectClass: organization\nobjectClass: dcObject\no: example\n");
        Path ldif = Files.writeString(folder.resolve("people.ldif"), people);
        run("/usr/sbin/slapadd", "-f", configuration.toString(), "-l", ldif.toString());
        int port = freePort();
        int secure = freePort();
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-d",
                        "0",
                        "-f",
                        configuration.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + "/ ldaps://127.0.0.1:" + secure + "/")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile())
                .start();
        Slapd slapd = new Slapd(process, port, secure);
        slapd.await(folder.resolve("slapd.log"));
        return slapd;
    }

    private void await(Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!accepts(port) || !accepts(securePort)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("slapd does not run: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path key(Path keystore, Path file) throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), Certificates.PASSWORD.toCharArray());
        byte[] key = store.getKey("ldap", Certificates.PASSWORD.toCharArray()).getEncoded();
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command[0] + ": " + output);
        }
    }

    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
