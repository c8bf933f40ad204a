// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One library for all: nothing of what is wrong gets into it. */
class BadRowsTest {
    @TempDir
    static Path folder;

    private static Library library;

    @BeforeAll
    static void oneOfEach() throws Exception {
        library = Library.small(Databases.H2, folder);
        library.file("patrons.csv", "cardnumber,userid,surname,category,library", "P1,one,One,ADULT,MAIN");
        library.file("items.csv", "barcode,title,title_id,item_type,home_library", "I1,Emma,T1,BOOK,MAIN");
        assertThat(library.load().loaded()).isTrue();
        Files.delete(folder.resolve("patrons.csv"));
        Files.delete(folder.resolve("items.csv"));
    }

    @AfterEach
    void clearTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Each row of the table: file, header, the row that is wrong, what the operator reads. */
    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "bad-rows.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void namesTheLine(String file, String header, String good, String bad, String message) throws Exception {
        library.file(file, header, good == null ? "" : good, bad);
        assertThat(library.problems()).containsExactly(file + ":3: " + message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "bad-headers.csv", numLinesToSkip = 1)
    void namesTheHeader(String file, String header, String message) throws Exception {
        Files.writeString(folder.resolve(file), header == null ? "" : header + "\n");
        assertThat(library.problems()).containsExactly(file + ":1: " + message);
    }

    @Test
    void showsNoPin() throws Exception {
        library.file("patrons.csv", "cardnumber,surname,category,library,pin", "P2,Two,ADULT,MAIN,{bcrypt}secret");
        assertThat(library.problems())
                .containsExactly("patrons.csv:2: column pin: (expected: {bcrypt}$2a$10$ followed by 53 characters,"
                        + " or the PIN itself)");
    }

    @Test
    void countsLinesInsideQuotes() throws Exception {
        library.file(
                "patrons.csv",
                "cardnumber,surname,category,library,address",
                "P2,Two,ADULT,MAIN,\"1 Road",
                "Linden\"",
                "",
                "P3,,ADULT,MAIN,x");
        assertThat(library.problems()).containsExactly("patrons.csv:5: column surname: empty (expected: a value)");
    }

    @Test
    void namesEveryWrongCellOfARow() throws Exception {
        library.file("loans.csv", "barcode,cardnumber,loaned,due", "I9,P9,yesterday,2026-02-30");
        assertThat(library.problems())
                .hasSize(4)
                .allMatch(problem -> problem.startsWith("loans.csv:2: column "))
                .anyMatch(problem -> problem.contains("column due: \"2026-02-30\" (expected: a date or time such as"));
    }

    @Test
    void stopsAtAQuoteThatNeverEnds() throws Exception {
        StringBuilder lines = new StringBuilder("code,name\nA,\"never ends\n");
        for (int i = 0; i < 300_000; i++) {
            lines.append("C").append(i).append(",Library\n");
        }
        Files.writeString(folder.resolve("libraries.csv"), lines);
        assertThat(library.problems()).hasSize(1).first().asString().startsWith("libraries.csv:2: not CSV");
    }

    @Test
    void findsTextAfterAQuote() throws Exception {
        library.file("libraries.csv", "code,name", "A,\"one\" two");
        assertThat(library.problems()).hasSize(1).first().asString().startsWith("libraries.csv:2: not CSV");
    }

    @Test
    void blamesNobodyForAFileThatCannotBeRead() throws Exception {
        library.file("patrons.csv", "cardnumber,surname,category,library,nickname", "P2,Two,ADULT,MAIN,x");
        library.file("loans.csv", "barcode,cardnumber,loaned,due", "I1,P2,-1d,+1d");
        assertThat(library.problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("patrons.csv:1: column nickname: unknown");
    }

    @Test
    void findsWhatIsNotUtf8() throws Exception {
        Files.write(
                folder.resolve("libraries.csv"),
                new byte[] {'c', 'o', 'd', 'e', ',', 'n', 'a', 'm', 'e', '\n', 'A', ',', 'Z', 'o', (byte) 0xEB, '\n'});
        assertThat(library.problems())
                .containsExactly("libraries.csv:2: column name: \"Zo\uFFFD\" (expected: UTF-8 throughout)");
    }

    @Test
    void namesFilesItDoesNotKnow() throws Exception {
        library.file("patron.csv", "cardnumber");
        assertThat(library.problems())
                .containsExactly("patron.csv:0: unknown file (expected: " + DataFile.names() + ")");
        assertThat(library.load(folder.resolve("items.csv")).problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("not there, or not readable");
    }

    @Test
    void listsAThousandAndCountsTheOthers() throws Exception {
        StringBuilder lines = new StringBuilder("code,name\n");
        lines.append("A,\n".repeat(1500));
        Files.writeString(folder.resolve("libraries.csv"), lines);
        var report = library.load();
        assertThat(report.problems()).hasSize(1000);
        assertThat(report.problems().size() + report.further()).isEqualTo(1500 + 1499);
    }

    @Test
    void findsAHoldWhoseCopyIsOfAnotherTitle() throws Exception {
        library.file("items.csv", "barcode,title,title_id,item_type,home_library", "I2,Persuasion,T2,BOOK,MAIN");
        library.file("holds.csv", "cardnumber,barcode,title_id,pickup_library", "P1,I2,T2,MAIN", "P1,I2,T1,MAIN");
        assertThat(library.problems())
                .containsExactly("holds.csv:3: column barcode: \"I2\" (expected: a copy of the title T1)");
        assertThat(library.query("SELECT barcode FROM items")).isEqualTo(List.of("I1"));
    }
}
