// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import acs.testkit.AcsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people besides patrons notice: staff, and whoever looks after the connections. */
class OperationTest {
    private static final Duration SILENCE = Duration.ofMillis(250);

    private final Library library = Library.only();

    /** A terminal may be silent for one second. */
    @RegisterExtension
    final AcsExtension acs = AcsExtension.with(
            () -> library.set("client_timeout=\"600\" -> client_timeout=\"1\"").start());

    @Test
    @DisplayName("C-075 staff are told that a printer is out of paper")
    void outOfPaper() throws Exception {
        long before = notices();
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            assertThat(kiosk.ask("9910402.00")).startsWith("98Y");
            assertThat(notices()).isEqualTo(before + 1);
            assertThat(kiosk.ask("9910402.00")).startsWith("98Y");
            assertThat(exceptions()).as("said twice, entered once").isEqualTo("paper_out at SC1");
            kiosk.ask("9900402.00");
            kiosk.ask("9910402.00");
            assertThat(exceptions()).as("refilled, and empty again").contains("paper_out at SC1, paper_out at SC1");
        }
    }

    @Test
    @DisplayName("R-030 what was stored without a date that is one is for staff to look at")
    void storedWithoutADate() throws Exception {
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "off1")) {
            assertThat(kiosk.ask("11YY20261345    999999                  AOMAIN|AAP110|ABI001|AC|"))
                    .startsWith("120N");
            assertThat(kiosk.ask("09Y20261345    99999920261345    999999AP|AOMAIN|ABI002|AC|"))
                    .startsWith("10");

            assertThat(library.text("SELECT LISTAGG(kind || ': ' || detail, '; ') FROM staff_exceptions"))
                    .isEqualTo("stored_without_date: message 11, item I001, patron P110;"
                            + " stored_without_date: message 09, item I002");
        }
    }

    private String exceptions() throws Exception {
        return library.text("SELECT LISTAGG(kind || ' at ' || terminal, ', ') FROM staff_exceptions");
    }

    private static long notices() throws Exception {
        try (var lines = Files.lines(Path.of("target/test.log"))) {
            return lines.filter(line -> line.contains("WARN") && line.contains("sc01") && line.contains("out of paper"))
                    .count();
        }
    }

    @Test
    @DisplayName("C-082 a terminal that says something now and then stays connected, however long")
    void keepAlive() throws Exception {
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            for (int i = 0; i < 12; i++) {
                // The point is the time that passes: three times as long as a terminal may be silent.
                LockSupport.parkNanos(SILENCE.toNanos());
                assertThat(kiosk.ask("9900402.00")).startsWith("98Y");
            }
        }
    }

    @Test
    @DisplayName("C-100 staff see who blocked a card, why and when")
    void blockedCard() throws Exception {
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            assertThat(kiosk.ask("01N20260115    093000AOMAIN|ALleft card|AAP110|AC|"))
                    .startsWith("24YYYY");

            assertThat(library.text("SELECT b.reason || ', ' || b.terminal || ', ' || b.retained || ', '"
                            + " || FORMATDATETIME(b.blocked AT TIME ZONE '-05:00', 'yyyy-MM-dd HH:mm')"
                            + " FROM terminal_blocks b JOIN patrons p ON p.id = b.patron_id"
                            + " WHERE p.cardnumber = 'P110' AND b.lifted IS NULL"))
                    .isEqualTo("left card, SC1, FALSE, 2026-01-15 09:30");
        }
    }

    @Test
    @DisplayName("C-210 asking about an item changes nothing, however often")
    void askingChangesNothing() throws Exception {
        List<String> before = library.everything();
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            for (int i = 0; i < 100; i++) {
                assertThat(kiosk.ask("1720260115    093000AOMAIN|ABI008|")).startsWith("1812");
            }
        }
        assertThat(before).hasSizeGreaterThan(50);
        assertThat(library.everything()).isEqualTo(before);
    }
}
