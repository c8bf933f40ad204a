// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is written down of a conversation, down to the last level, and what is not. */
class LogTest {
    /** See {@code simplelogger.properties}. */
    private static final Path LOG = Path.of("target/test.log");

    private final Harness harness = Harness.withShelf(new Shelf());

    @AfterEach
    void close() {
        harness.close();
    }

    /** The lines about a connection. */
    private static List<String> lines(Kiosk kiosk) throws IOException {
        String name = "#" + kiosk.conversation.id() + " ";
        try (var lines = Files.lines(LOG, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains(name)).toList();
        }
    }

    @Test
    void writesOneLineForEachRequest() throws IOException {
        Kiosk kiosk = harness.loggedIn();
        kiosk.send("2300120260115    093000AOMAIN|AAP110|AC|AD1234|");
        kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABX|AC|");
        kiosk.send("97");

        assertThat(lines(kiosk).stream().filter(line -> line.contains("DEBUG acs.conversation")))
                .satisfiesExactly(
                        line -> assertThat(line).matches(".* sc01@127.0.0.1:50000 93 94 ok \\d+\\.\\d ms"),
                        line -> assertThat(line).matches(".* sc01@127.0.0.1:50000 23 24 answered \\d+\\.\\d ms"),
                        line -> assertThat(line).matches(".* sc01@127.0.0.1:50000 11 12 no \\d+\\.\\d ms"),
                        line -> assertThat(line).matches(".* sc01@127.0.0.1:50000 97 sent again \\d+\\.\\d ms"));
    }

    @Test
    void keepsSecretsAndPeopleOut() throws IOException {
        harness.account(Harness.account("sc02", "open-sesame"));
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CNsc02|COopen-sesam|CPSC1|");
        kiosk.send("9300CNsc02|COopen-sesame|CPSC1|");
        kiosk.send("2300120260115    093000AOMAIN|AAP110|ACterminal-word|ADpin-4711|");
        kiosk.send("6300120260115    093000          AOMAIN|AAP110|ADpin-4711|");
        kiosk.send("11YN20260115    093000                  AOMAIN|AAP110|ABI001|ACterminal-word|ADpin-4711|");
        kiosk.dialogue("sc02", "open-sesam");
        harness.implementations.add(
                new Reference<>(Map.of("implementation", "SHELF", "service.ranking", 1)), (context, id) -> {
                    throw new IllegalStateException("it broke");
                });
        kiosk.send("2300120260115    093000AOMAIN|AAP110|ACterminal-word|ADpin-4711|");
        String log = Files.readString(LOG, StandardCharsets.UTF_8);

        assertThat(lines(kiosk)).hasSizeGreaterThan(10);
        assertThat(log).doesNotContain("open-sesam", "terminal-word", "pin-4711", "Hopper");
    }

    @Test
    @DisplayName("R-057 cannot be forged")
    void cannotBeForged() throws IOException {
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CNx\u001B[31m\u2028INFO all is well|COy|");
        kiosk.send("9300CNsc01|COsecret1|");
        kiosk.send("01N20260115    093000AOMAIN|AL\u001B[2J|AAP110|AC|");

        assertThat(lines(kiosk)).noneMatch(line -> line.contains("\u001B") || line.contains("\u2028"));
        assertThat(lines(kiosk)).anyMatch(line -> line.contains("failed to log in: CNx"));
    }
}
