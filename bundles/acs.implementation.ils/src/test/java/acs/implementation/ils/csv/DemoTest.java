// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.data.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTest {
    private static final Path DEMO = Path.of("../../runtime/demo");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void importsCleanly(Databases kind) throws Exception {
        Library library = new Library(kind, folder);
        ImportReport report = library.load(DEMO);
        assertThat(report.problems()).isEmpty();
        assertThat(report.rows())
                .containsEntry("libraries.csv", 3L)
                .containsEntry("patrons.csv", 12L)
                .containsEntry("items.csv", 60L);
        assertThat(library.query("SELECT DISTINCT status FROM items ORDER BY status"))
                .containsExactly(
                        "available",
                        "claimed_returned",
                        "in_process",
                        "in_transit",
                        "lost",
                        "missing",
                        "on_order",
                        "reshelving",
                        "withdrawn");
        assertThat(library.query("SELECT DISTINCT status FROM holds ORDER BY status"))
                .containsExactly("in_transit", "pending", "processing", "waiting");
        assertThat(library.value("SELECT SUM(f.outstanding) FROM fees f JOIN patrons p ON p.id = f.patron_id"
                        + " WHERE p.cardnumber = 'P004'"))
                .isEqualTo("15.750");
    }

    @ParameterizedTest
    @EnumSource
    void importsAgainOverItself(Databases kind) throws Exception {
        Library library = new Library(kind, folder);
        library.load(DEMO);
        library.save(folder.resolve("once"));
        assertThat(library.load(DEMO).problems()).isEmpty();
        library.save(folder.resolve("twice"));
        for (DataFile file : DataFile.values()) {
            if (file != DataFile.PATRONS) {
                assertThat(folder.resolve("twice").resolve(file.fileName()))
                        .hasSameBinaryContentAs(folder.resolve("once").resolve(file.fileName()));
            }
        }
    }

    @Test
    void manualNamesEveryColumn() throws Exception {
        assertThat(Files.readString(DEMO.resolve("README.md"))).endsWith(Manual.table());
    }
}
