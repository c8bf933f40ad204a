// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code acs check} says of all files what the server would say of them. */
class CheckCommandTest {
    private static final String FLAWLESS =
            """
            <acsconfig>
              <listeners><service port="6001/tcp" transport="RAW"/></listeners>
              <accounts><login id="term1" password="term1" institution="MAIN"/></accounts>
              <institutions><institution id="MAIN" implementation="ILS"><policy checkin="true"/></institution></institutions>
            </acsconfig>
            """;

    @TempDir
    Path etc;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        System.setProperty("acs.etc", etc.toString());
        Files.writeString(etc.resolve("SIPconfig.xml"), FLAWLESS);
    }

    @AfterEach
    void forget() {
        System.clearProperty("acs.etc");
    }

    private int check(Object... files) {
        String[] arguments = List.of(files).stream().map(Object::toString).toArray(String[]::new);
        return new CommandLine(new CheckCommand()).setOut(new PrintWriter(out)).execute(arguments);
    }

    @Test
    void isContentWithFlawlessFiles() throws IOException {
        Files.writeString(
                Files.createDirectory(etc.resolve("messages")).resolve("texts.properties"), "session.end=Bye\n");

        assertThat(check()).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void findsWhatIsWrongWithTexts() throws IOException {
        Path texts = Files.createDirectory(etc.resolve("messages")).resolve("texts_de.properties");
        Files.writeString(texts, "session.end=Tschüss {0}\nsession.fin=Ende\n");

        assertThat(check()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        texts + ":1: warning: `session.end` has no place {0} (expected: none), the line has no effect",
                        texts + ":2: warning: there is no text `session.fin`, the line has no effect");
        assertThat(check(etc.resolve("SIPconfig.xml"))).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(check(etc.resolve("messages"))).isZero();
        assertThat(out.toString().lines()).hasSize(4);
    }

    @Test
    void failsIfThereIsAnError() throws IOException {
        Path file = Files.writeString(etc.resolve("SIPconfig.xml"), FLAWLESS.replace("6001/tcp", "six"));
        Files.writeString(etc.resolve("koha-conf.xml"), "<yazgfs>");

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":2: error: `port` is `six`", "koha-conf.xml:1: error: ");
    }
}
