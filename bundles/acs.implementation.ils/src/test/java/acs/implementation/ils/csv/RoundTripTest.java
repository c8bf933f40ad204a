// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final Path DEMO = Path.of("../../runtime/demo");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void exportsTheSameFromADatabaseFilledWithIt(Databases kind) throws Exception {
        Path first = folder.resolve("first");
        Library library = new Library(kind, folder);
        library.load(DEMO);
        odd(library);
        library.save(first);
        for (Databases other : Databases.values()) {
            Library copy = new Library(other, folder);
            assertThat(copy.load(first).problems()).isEmpty();
            Path second = folder.resolve("second" + other);
            copy.save(second);
            for (DataFile file : DataFile.values()) {
                assertThat(second.resolve(file.fileName())).hasSameBinaryContentAs(first.resolve(file.fileName()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesHashesAndAbsoluteTimes(Databases kind) throws Exception {
        Library library = new Library(kind, folder);
        library.load(DEMO);
        Path out = folder.resolve("new/out");
        library.save(out);
        assertThat(Files.readAllLines(out.resolve("patrons.csv")))
                .hasSize(13)
                .element(1)
                .asString()
                .startsWith("P001,penelope,,{bcrypt}$2a$05$")
                .contains(",2027-02-19,1988-03-14,\"1 Paper Lane, Linden\",");
        assertThat(Files.readAllLines(out.resolve("loans.csv")))
                .contains(
                        "B024,P002,2025-12-30T09:30:00,2026-01-27T23:59:00,0,2026-01-13T09:30:00,2026-01-20T23:59:00");
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(DataFile.values().length);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("patrons.csv"))))
                .isEqualTo("rw-------");
    }

    /** What is rare: no title id, quotes and line ends, several aliases, negative amounts, fractions of a second. */
    private void odd(Library library) throws Exception {
        library.file(
                "patrons.csv",
                "cardnumber,surname,category,library,aliases,note,permissions",
                "X1,\"O\"\"Neil, Jr.\",ADULT,MAIN,zeta alpha Ärger,\"one\ntwo\r\nthree\",circulate borrow",
                "#2,=1+1,ADULT,MAIN,,,");
        library.file("items.csv", "barcode,title,item_type,home_library", "X 1,  spaced  ,BOOK,MAIN", "X2,X,BOOK,MAIN");
        library.file(
                "holds.csv",
                "cardnumber,barcode,level,placed,pickup_library",
                "X1,X2,title,2026-01-01T08:00:00.123456,HILL");
        library.file("loans.csv", "barcode,cardnumber,loaned,due", "X 1,X1,2025-11-02T01:30:00,2026-03-08T02:30:00");
        library.file("fees.csv", "id,cardnumber,type,amount,outstanding,date", "F7,X1,01,-5,-2.5,-3h");
        assertThat(library.load().problems()).isEmpty();
    }
}
