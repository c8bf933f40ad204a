// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SupportMatrixTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ""), "../../docs/protocol/support.md");
    private static final String WRITE = "acs.docs.write";

    @Test
    void pageSaysWhatTheTableSays() throws IOException {
        String page = Files.readString(PAGE);
        String filled = SupportMatrix.fill(page);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, filled);
            return;
        }

        assertThat(page)
                .as(
                        "docs/protocol/support.md differs from MessageType; write it anew with%n  %s",
                        "mvn -pl bundles/acs.sip2 test -Dtest=SupportMatrixTest -D" + WRITE + "=true")
                .isEqualTo(filled);
    }

    @Test
    void pageHasEveryTableOnce() throws IOException {
        assertThat(Files.readString(PAGE))
                .containsOnlyOnce("<!-- table: messages -->")
                .containsOnlyOnce("<!-- table: requests -->")
                .containsOnlyOnce("<!-- table: responses -->")
                .containsOnlyOnce("<!-- table: elsewhere -->");
    }

    @Test
    void whatIsBetweenMarksIsReplacedAndTheRestStays() {
        String filled = SupportMatrix.fill("head\n<!-- table: elsewhere -->\nold\n<!-- end of table -->\ntail $1\n");

        assertThat(filled)
                .startsWith("head\n<!-- table: elsewhere -->\n\n| Field |")
                .endsWith("<!-- end of table -->\ntail $1\n")
                .contains("| AY | sequence number |")
                .doesNotContain("old");
        assertThatThrownBy(() -> SupportMatrix.fill("<!-- table: nothing -->\n<!-- end of table -->"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("table: nothing");
    }
}
