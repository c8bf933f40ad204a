// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command against the demo library, served in this JVM. */
class SipCommandTest {
    @TempDir
    static Path folder;

    private static DemoServer server;

    @BeforeAll
    static void open() throws Exception {
        server = new DemoServer(folder, "sip");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-su", "term1", "-sp", "term1", "-l", "MAIN"));
        all.addAll(List.of(arguments));
        return bare("6001", all.toArray(String[]::new));
    }

    private static CommandRun bare(String listener, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-a", "localhost", "-p", server.port(listener)));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Trial.class)
    void everyMessageIsAnswered(Trial trial) {
        CommandRun done = run(
                "-m",
                trial.label(),
                "--patron",
                "P002",
                "--password",
                "1002",
                "-i",
                "B030",
                "--fee-amount",
                "0.10",
                "--pickup-location",
                "MAIN",
                "--field",
                "CH=x");

        assertThat(done.status()).isZero();
        assertThat(done.out()).contains("Trying '" + trial.label() + "'");
        List<String> read =
                done.out().lines().filter(line -> line.startsWith("READ: ")).toList();
        assertThat(read.get(0)).isEqualTo("READ: 941");
        assertThat(read.get(1))
                .startsWith("READ: "
                        + (trial == Trial.REQUEST_ACS_RESEND
                                ? "94"
                                : trial.type().response().code()));
    }

    @Test
    void printsWhatKohasEmulatorPrints() {
        CommandRun done = run("-m", "sc_status_request");

        assertThat(done.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("Attempting socket connection to localhost:\\d+\\.\\.\\.connected!"),
                        line -> assertThat(line).isEqualTo("SEND: 9300CNterm1|CO***|CPMAIN|"),
                        line -> assertThat(line).isEqualTo("READ: 941"),
                        line -> assertThat(line).isEqualTo("Trying 'sc_status_request'"),
                        line -> assertThat(line).isEqualTo("SEND: 9900302.00"),
                        line -> assertThat(line).startsWith("READ: 98Y").contains("AOMAIN|"));
    }

    @Test
    void printsNoPassword() {
        CommandRun done = run("-m", "patron_status_request", "--patron", "P002", "--password", "1002", "--decode");

        assertThat(done.out()).contains("AD***").contains("AD patron password            ***");
        assertThat(done.out()).doesNotContain("COterm1", "ACterm1", "AD1002");
    }

    @Test
    void saysThatALoginFailed() {
        CommandRun done = bare("6001", "-su", "term1", "-sp", "wrong", "-m", "sc_status_request");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("Login Failed!");
    }

    @Test
    void saysWhatIsMissing() {
        CommandRun done = run("-m", "checkout", "-m", "make_tea");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err())
                .contains("patron is required for checkout", "item is required for checkout")
                .contains("make_tea is an unsupported command!");
    }

    @Test
    void refusesInputThatCouldEndAField() {
        CommandRun done = run("-m", "patron_information", "--patron", "P001|BOY");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("AA (patron identifier): character 5");
    }

    @Test
    void detectsErrors() {
        CommandRun done = run("--error-detect", "-m", "sc_status_request");

        assertThat(done.status()).isZero();
        assertThat(done.out()).contains("SEND: 9900302.00AY1AZ").contains("|AY1AZ");
    }

    @Test
    void sendsLinesAsTheyAre() {
        CommandRun done = bare("6001", "--raw", "9900302.00", "zz");

        assertThat(done.status()).isZero();
        assertThat(done.out().lines())
                .satisfiesExactly(line -> assertThat(line).startsWith("98"), line -> assertThat(line)
                        .isEqualTo("96"));
    }

    @Test
    void decodesWhatPasses() {
        CommandRun done = run("-m", "patron_information", "--patron", "P001", "--decode");

        assertThat(done.out())
                .contains("63 patron information (terminal to server)", "64 patron information response")
                .contains("  AE personal name              Penelope Quarto")
                .contains("     language                   001  (English)");
    }

    @Test
    void speaksTls() {
        CommandRun done = bare("6443", "--tls-ca", folder.resolve("server.pem").toString(), "--raw", "9900302.00");

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).startsWith("98");
        assertThat(bare("6443", "--tls-insecure", "--raw", "9900302.00").out()).startsWith("98");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminal.p12", "terminal.pem"})
    void showsItsCertificateWhereTheServerAsksForOne(String file) {
        String[] trust = {"--tls-ca", folder.resolve("server.pem").toString(), "--raw", "9900302.00"};

        assertThat(bare("6444", trust).status()).isEqualTo(1);
        CommandRun done = bare(
                "6444",
                "--tls-cert",
                folder.resolve(file).toString(),
                "--tls-cert-password",
                Certificates.PASSWORD,
                trust[0],
                trust[1],
                trust[2],
                trust[3]);
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).startsWith("98");
    }

    @Test
    void saysWhatIsWrongWithItsCertificate() {
        CommandRun done =
                bare("6444", "--tls-cert", folder.resolve("server.pem").toString(), "--raw", "9900302.00");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("server.pem has no key in clear");
        assertThat(bare("6444", "--tls-cert", folder.resolve("terminal.p12").toString(), "--raw", "99")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void doesNotTrustAnybodyUnasked() {
        CommandRun done = bare("6443", "--tls", "--raw", "9900302.00");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "9900402.00",
                "SEND: 9900402.00",
                "C: 9900402.00",
                "[2026-01-15 09:30:00] [INFO] term1@10.0.0.5: INPUT MSG: '9900402.00'"
            })
    void explainsLinesWithoutAServer(String line) {
        CommandRun done = CommandRun.of("--decode", line);

        assertThat(done.status()).isZero();
        assertThat(done.out().lines())
                .containsExactly(
                        "99 sc status (terminal to server)",
                        "     status code                0  (well)",
                        "     max print width            040",
                        "     protocol version           2.00");
    }

    @Test
    void saysSoIfNothingIsToDo() {
        CommandRun done = CommandRun.of("-a", "localhost");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("nothing to do");
    }
}
