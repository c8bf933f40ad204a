// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.circulation.StaffException;
import acs.api.status.ExceptionLists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionCommandsTest {
    private final ExceptionCommands commands = new ExceptionCommands(new OneList());

    /** The list of one institution. */
    private static final class OneList implements ExceptionLists {
        private final List<StaffException> entries = new ArrayList<>(List.of(
                new StaffException(7, "paper_out", "", "", "", "SC1", Instant.parse("2026-01-15T14:30:00.123Z")),
                new StaffException(9, "card_retained", "", "P1", "kept", "SC2", Instant.EPOCH)));

        @Override
        public List<StaffException> open(String institution) {
            if (!institution.equals("MAIN")) {
                throw new IllegalArgumentException("institution " + institution + " is not configured");
            }
            return List.copyOf(entries);
        }

        @Override
        public boolean settle(String institution, long id) {
            return entries.removeIf(entry -> entry.id() == id);
        }
    }

    @Test
    void listsWhatIsOpen() throws Exception {
        assertThat(commands.exceptions("MAIN").lines().map(line -> line.replaceAll(" +", " ")
                        .strip()))
                .containsExactly(
                        "ID NOTICED KIND ITEM PATRON TERMINAL DETAIL",
                        "7 2026-01-15T14:30:00Z paper_out - - SC1",
                        "9 1970-01-01T00:00:00Z card_retained - P1 SC2 kept");
    }

    @Test
    void settlesOnce() throws Exception {
        assertThat(commands.settle("MAIN", "7")).isEqualTo("settled 7");
        assertThatThrownBy(() -> commands.settle("MAIN", "7")).hasMessage("no entry 7 is on the list of MAIN");
        commands.settle("MAIN", "9");
        assertThat(commands.exceptions("MAIN")).isEqualTo("nothing to look at");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> commands.exceptions("NONE")).hasMessage("institution NONE is not configured");
        assertThatThrownBy(() -> commands.settle("MAIN", "x"))
                .hasMessage("ID: x (expected: a number of acs:exceptions)");
        assertThatThrownBy(() -> commands.exceptions()).hasMessage("usage: acs:exceptions INSTITUTION");
    }
}
