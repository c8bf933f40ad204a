// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path server;
    private static Path stranger;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = key("server", "-ext", "BasicConstraints=ca:true");
        stranger = key("stranger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void encrypts(String protocol) throws Exception {
        try (Server secure = secure(server, Map.of());
                Terminal terminal = terminal(secure, protocol, new KeyManager[0])) {
            assertThat(secure.listener.secure()).isTrue();
            assertThat(terminal.ask("login")).isEqualTo("login");
            for (String size : List.of("x".repeat(10), "x".repeat(16_000))) {
                assertThat(terminal.ask(size)).isEqualTo(size);
            }
            terminal.send("99\r".repeat(1000));
            for (int i = 0; i < 1000; i++) {
                assertThat(terminal.receive()).isEqualTo("99");
            }
            assertThat(((SSLSocket) terminal.socket).getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void refusesOldProtocols() {
        try (Server secure = secure(server, Map.of())) {
            assertThatThrownBy(() -> terminal(secure, "TLSv1.1", new KeyManager[0]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsPem() throws Exception {
        KeyStore keys = load(server);
        Path pem = folder.resolve("server.pem");
        Files.writeString(
                pem,
                "Bag Attributes\n"
                        + block(
                                "CERTIFICATE",
                                load(stranger).getCertificate("stranger").getEncoded())
                        + block(
                                "PRIVATE KEY",
                                keys.getKey("server", PASSWORD.toCharArray()).getEncoded())
                        + block("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Map<String, Object> noPassword = Map.of(".keystore_password", "");
        try (Server secure = secure(pem, noPassword);
                Terminal terminal = terminal(secure, "TLSv1.3", new KeyManager[0])) {
            assertThat(terminal.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void asksForTheCertificatesOfTerminals() throws Exception {
        try (Server secure = secure(server, Map.of("client_auth", "need"))) {
            for (int i = 0; i < 20; i++) {
                try (Terminal known = terminal(secure, i % 2 == 0 ? "TLSv1.3" : "TLSv1.2", keyManagers(server))) {
                    assertThat(known.ask("99")).isEqualTo("99");
                }
            }
            for (KeyManager[] keys : List.of(new KeyManager[0], keyManagers(stranger))) {
                try (Terminal unknown = terminal(secure, "TLSv1.3", keys)) {
                    assertThatThrownBy(() -> assertThat(unknown.ask("99")).isEqualTo("99"))
                            .isInstanceOfAny(AssertionError.class, java.io.UncheckedIOException.class);
                }
            }
            Server.until(() -> secure.listener.conversations().isEmpty());
        }
    }

    @Test
    @DisplayName("R-020 a plain terminal on a TLS port is closed")
    void closesAPlainTerminal() throws Exception {
        try (Server secure = secure(server, Map.of());
                Terminal plain = secure.connect();
                Terminal good = terminal(secure, "TLSv1.3", new KeyManager[0])) {
            plain.send("9900302.00\r");
            Server.until(() -> secure.listener.conversations().size() == 1);
            assertThat(good.ask("99")).isEqualTo("99");
        }
    }

    @Test
    void closesATerminalThatDoesNotShakeHands() {
        Map<String, Object> open = settings(server, Map.of("login", "none", "account", "hall"));
        try (Server secure = Server.quick(new Echo(), open);
                Terminal silent = secure.connect()) {
            silent.assertClosed();
        }
    }

    @Test
    void talksTelnetOverTls() throws Exception {
        try (Server secure = secure(server, Map.of("transport", "telnet"));
                Terminal terminal = terminal(secure, "TLSv1.3", new KeyManager[0])) {
            terminal.send("term1\rsecret\r");
            String expected = "login: password: Login OK.  Initiating SIP\r\n";
            assertThat(terminal.receive(expected.length())).isEqualTo(expected);
        }
    }

    @Test
    void saysWhatIsWrongWithTheKeyFile() throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage"), "garbage");
        Path old = Files.writeString(folder.resolve("old.pem"), block("RSA PRIVATE KEY", new byte[] {1}));
        Path foreign = Files.writeString(
                folder.resolve("foreign.pem"),
                block(
                                "PRIVATE KEY",
                                load(server)
                                        .getKey("server", PASSWORD.toCharArray())
                                        .getEncoded())
                        + block(
                                "CERTIFICATE",
                                load(stranger).getCertificate("stranger").getEncoded()));
        assertProblem(folder.resolve("none"), Map.of(), "is not there");
        assertProblem(garbage, Map.of(), "cannot be used");
        assertProblem(old, Map.of(), "openssl pkcs8");
        assertProblem(foreign, Map.of(), "no certificate in it belongs to its private key");
        assertProblem(server, Map.of(".keystore_password", "wrong"), "password");
        assertProblem(stranger, Map.of("client_auth", "want"), "certificate of an authority");
    }

    @Test
    void usesARenewedCertificate() throws Exception {
        Path file = Files.copy(stranger, folder.resolve("renewed.p12"));
        IoThreads io = new IoThreads(Limits.DEFAULT, 1);
        Settings.Tls tls = new Settings.Tls(true, file.toString(), PASSWORD, Settings.ClientAuth.NONE);
        Acceptor acceptor = new Acceptor(io.threads(), io.processors(), false, address -> true, () -> null);
        Keys keys = new Keys(tls, acceptor.getFilterChain());
        Object before = acceptor.getFilterChain().get("tls");
        keys.refresh();
        assertThat(acceptor.getFilterChain().get("tls")).isSameAs(before);
        Files.writeString(file, "garbage");
        keys.refresh();
        assertThat(acceptor.getFilterChain().get("tls")).isSameAs(before);
        Files.write(file, Files.readAllBytes(server));
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        keys.refresh();
        assertThat(acceptor.getFilterChain().get("tls")).isNotSameAs(before);
        assertThat(keys.isDue(System.nanoTime())).isFalse();
        assertThat(keys.isDue(System.nanoTime() + Duration.ofSeconds(6).toNanos()))
                .isTrue();
        acceptor.dispose();
        io.close();
    }

    private static void assertProblem(Path keys, Map<String, ?> more, String expected) {
        try (Server secure = secure(keys, more)) {
            assertThat(secure.listener.problem())
                    .contains("Cannot listen on 127.0.0.1:0", keys.toString(), expected)
                    .doesNotContain(PASSWORD);
        }
    }

    private static Server secure(Path keys, Map<String, ?> more) {
        return Server.start(new Echo(), settings(keys, more));
    }

    private static Map<String, Object> settings(Path keys, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>();
        all.put("tls", true);
        all.put("keystore", keys.toString());
        all.put(".keystore_password", PASSWORD);
        all.putAll(more);
        return all;
    }

    private static Terminal terminal(Server secure, String protocol, KeyManager[] keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", load(server).getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", secure.port());
        socket.setEnabledProtocols(new String[] {protocol});
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            socket.close();
            throw e;
        }
        return new Terminal(socket);
    }

    private static KeyManager[] keyManagers(Path file) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(file), PASSWORD.toCharArray());
        return factory.getKeyManagers();
    }

    private static KeyStore load(Path file) throws Exception {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }

    /** The JDK can make certificates, but only by its tool. */
    private static Path key(String name, String... more) throws Exception {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(List.of(more));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(output).isZero();
        Certificate certificate = load(file).getCertificate(name);
        assertThat(certificate).isNotNull();
        return file;
    }
}
