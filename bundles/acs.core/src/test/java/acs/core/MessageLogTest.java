// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Rights;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.circulation.Patron;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of messages that is switched on for single accounts. */
class MessageLogTest {
    /** See {@code simplelogger.properties}. */
    private static final Path LOG = Path.of("target/test.log");

    private final Harness harness = Harness.withShelf(new Shelf());

    @AfterEach
    void close() {
        harness.close();
    }

    private static Account account(String id, Map<String, String> settings) {
        return new Account(
                id,
                Secret.of("secret1"),
                "MAIN",
                "",
                Rights.all(),
                Dialect.standard(),
                Settings.of(settings),
                Settings.empty());
    }

    private static List<String> lines(String account) throws IOException {
        try (var lines = Files.lines(LOG, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains(" sip." + account + " - "))
                    .toList();
        }
    }

    private void talk(String account) {
        Kiosk kiosk = harness.connect();
        kiosk.send("9300CN" + account + "|COsecret1|");
        kiosk.send("2300120260115    093000AOMAIN|AAP110|ACsecret1|ADpin-4712|");
    }

    @Test
    void writesNothingUnlessSwitchedOn() throws IOException {
        harness.account(account("quiet", Map.of()));
        talk("quiet");

        assertThat(lines("quiet")).isEmpty();
    }

    @Test
    void writesInputAndOutputFromTheLoginOn() throws IOException {
        harness.account(account("noisy", Map.of("log_messages", "1")));
        talk("noisy");

        assertThat(lines("noisy"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("INPUT MSG: '9300CNnoisy|CO***|'"),
                        line -> assertThat(line).endsWith("OUTPUT MSG: '941'"),
                        line -> assertThat(line)
                                .endsWith("INPUT MSG: '2300120260115    093000AOMAIN|AAP110|AC***|AD***|'"),
                        line -> assertThat(line).contains("OUTPUT MSG: '24").contains("AE***|"));
    }

    @Test
    void writesALoginByDialogueWithoutItsPassword() throws IOException {
        harness.account(account("typist", Map.of("log_messages", "1")));
        Kiosk kiosk = harness.connect();
        kiosk.dialogue("typist", "secret1");
        kiosk.send("9900402.00");

        assertThat(lines("typist"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("INPUT MSG: 'login dialogue: CNtypist CO***'"),
                        line -> assertThat(line).endsWith("OUTPUT MSG: 'login dialogue: ok'"),
                        line -> assertThat(line).endsWith("INPUT MSG: '9900402.00'"),
                        line -> assertThat(line).contains("OUTPUT MSG: '98Y"));
    }

    @Test
    void showsPersonalDataUntilTheStatedTime() throws IOException {
        // another name than that of which a test says that it is never logged
        harness.implementations.add(
                new Reference<>(Map.of("implementation", "SHELF", "service.ranking", 1)),
                (context, id) ->
                        Optional.of(Patron.of(id).named("Marie", "Curie").build()));
        harness.account(
                account("open", Map.of("log_messages", "1", "log_personal_data_until", "9999-12-31T23:59:59Z")));
        harness.account(account("over", Map.of("log_messages", "1", "log_personal_data_until", "2026-01-15T18:00")));
        talk("open");
        talk("over");

        assertThat(lines("open").get(3)).contains("Curie").doesNotContain("AE***");
        assertThat(lines("over").get(3)).contains("AE***");
        assertThat(lines("open")).noneMatch(line -> line.contains("secret1") || line.contains("pin-4712"));
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> harness.account(account("odd", Map.of("log_personal_data_until", "tomorrow"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("log_personal_data_until: tomorrow (expected: ");
    }
}
