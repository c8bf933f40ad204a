// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.data.ImportReport;
import acs.api.data.Progress;
import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
    private static final String PATRONS = "cardnumber,surname,category,library";
    private static final String ITEMS = "barcode,title,item_type,home_library";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void importsNothingWhenOneRowIsWrong(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("libraries.csv", "code,name", "NEW,New library");
        StringBuilder items = new StringBuilder(ITEMS + "\n");
        for (int line = 2; line <= 6000; line++) {
            items.append("I" + line + ",Title," + (line == 4321 ? "NONE" : "BOOK") + ",NEW\n");
        }
        Files.writeString(folder.resolve("items.csv"), items);
        assertThat(library.problems())
                .containsExactly("items.csv:4321: column item_type: \"NONE\""
                        + " (expected: one that is in item_types.csv or in the database)");
        assertThat(library.query("SELECT code FROM libraries ORDER BY id")).containsExactly("MAIN", "BR2");
        assertThat(library.query("SELECT barcode FROM items")).isEmpty();
        assertThat(library.changes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void importsNothingWhenARowProvesWrongWhileLoading(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN");
        library.file("items.csv", ITEMS + ",title_id", "I1,Emma,BOOK,MAIN,T1", "I2,Persuasion,BOOK,MAIN,T2");
        library.file("holds.csv", "cardnumber,barcode,title_id,pickup_library", "P1,I1,T2,MAIN");
        assertThat(library.load().problems()).hasSize(1);
        assertThat(library.query("SELECT cardnumber FROM patrons")).isEmpty();
        assertThat(library.query("SELECT code FROM titles")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesColumnsInAnyOrderAndAByteOrderMark(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        Files.writeString(
                folder.resolve("patrons.csv"),
                "\uFEFFlibrary,note,surname,cardnumber,category\r\nMAIN,\"a, \"\"b\"\"\r\nc\",Müller,P1,ADULT");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.value("SELECT note FROM patrons")).isEqualTo("a, \"b\"\r\nc");
        assertThat(library.value("SELECT surname FROM patrons")).isEqualTo("Müller");
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatTheFileDoesNotSpeakOf(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file(
                "patrons.csv",
                PATRONS + ",userid,aliases,email,pin",
                "P1,One,ADULT,MAIN,one,x y,one@patrons.example,1234");
        library.file("items.csv", ITEMS + ",author,status,price", "I1,Emma,BOOK,MAIN,Austen,lost,9.90");
        library.load();
        String hash = library.value("SELECT pin_hash FROM patrons");

        library.file("patrons.csv", PATRONS, "P1,Uno,ADULT,BR2");
        library.file("items.csv", ITEMS, "I1,Emma!,BOOK,BR2");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.value("SELECT surname FROM patrons")).isEqualTo("Uno");
        assertThat(library.value("SELECT email FROM patrons")).isEqualTo("one@patrons.example");
        assertThat(library.value("SELECT pin_hash FROM patrons")).isEqualTo(hash);
        assertThat(library.value("SELECT version FROM patrons")).isEqualTo("2");
        assertThat(library.query("SELECT name FROM patron_names ORDER BY name")).containsExactly("P1", "one", "x", "y");
        assertThat(library.query("SELECT title FROM titles")).containsExactly("Emma!");
        assertThat(library.value("SELECT author FROM titles")).isEqualTo("Austen");
        assertThat(library.value("SELECT status FROM items")).isEqualTo("lost");
        assertThat(library.value("SELECT price FROM items")).isEqualTo("9.900");
        assertThat(library.value("SELECT l.code FROM items i JOIN libraries l ON l.id = i.holding_library_id"))
                .isEqualTo("MAIN");
    }

    @ParameterizedTest
    @EnumSource
    void emptiesWhatTheFileHasEmpty(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS + ",userid,pin,expires,restricted", "P1,One,ADULT,MAIN,one,1234,+1d,Debts");
        library.load();
        library.file("patrons.csv", PATRONS + ",userid,pin,expires,restricted", "P1,One,ADULT,MAIN,,,,");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.value("SELECT pin_hash FROM patrons")).isEqualTo("null");
        assertThat(library.value("SELECT expires FROM patrons")).isEqualTo("null");
        assertThat(library.value("SELECT restricted FROM patrons")).isEqualTo("null");
        assertThat(library.query("SELECT name FROM patron_names")).containsExactly("P1");
    }

    @ParameterizedTest
    @EnumSource
    void letsIdsChangeHands(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS + ",userid,aliases", "P1,One,ADULT,MAIN,a,b", "P2,Two,ADULT,MAIN,c,P2 d");
        library.load();
        library.file("patrons.csv", PATRONS + ",userid,aliases", "P1,One,ADULT,MAIN,c,d", "P2,Two,ADULT,MAIN,b,a");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.query("SELECT n.name || ' ' || p.cardnumber || ' ' || n.kind FROM patron_names n"
                        + " JOIN patrons p ON p.id = n.patron_id ORDER BY n.name"))
                .containsExactlyInAnyOrder(
                        "P1 P1 card", "P2 P2 card", "a P2 alias", "b P2 userid", "c P1 userid", "d P1 alias");
    }

    @ParameterizedTest
    @EnumSource
    void hashesPlainPinsAndKeepsHashes(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        String hash = "$2a$10$" + "a".repeat(53);
        library.file("patrons.csv", PATRONS + ",pin", "P1,One,ADULT,MAIN,12 34", "P2,Two,ADULT,MAIN,{bcrypt}" + hash);
        assertThat(library.load().problems()).isEmpty();
        List<String> hashes = library.query("SELECT pin_hash FROM patrons ORDER BY cardnumber");
        assertThat(hashes.get(0)).startsWith("$2a$05$");
        assertThat(BCrypt.verifyer().verify("12 34".toCharArray(), hashes.get(0)).verified)
                .isTrue();
        assertThat(hashes.get(1)).isEqualTo(hash);
    }

    @ParameterizedTest
    @EnumSource
    void movesAnItemAndItsHoldsToAnotherTitle(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN");
        library.file("items.csv", ITEMS, "I1,Emma,BOOK,MAIN");
        library.file("holds.csv", "cardnumber,barcode,level,pickup_library", "P1,I1,title,MAIN");
        library.load();
        library.file("items.csv", ITEMS + ",title_id", "I1,Emma,BOOK,MAIN,T1", "I2,Emma,BOOK,MAIN,T1");
        Files.delete(folder.resolve("holds.csv"));
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.query("SELECT code FROM titles")).containsExactly("T1");
        assertThat(library.value("SELECT t.code FROM holds h JOIN titles t ON t.id = h.title_id"))
                .isEqualTo("T1");
    }

    @ParameterizedTest
    @EnumSource
    void placesLoansAndHoldsAndUpdatesThem(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN", "P2,Two,ADULT,MAIN");
        library.file("items.csv", ITEMS + ",title_id", "I1,Emma,BOOK,MAIN,T1", "I2,Dracula,BOOK,MAIN,");
        library.file("loans.csv", "barcode,cardnumber,loaned,due", "I1,P1,-12d,+3d");
        library.file(
                "holds.csv",
                "cardnumber,barcode,title_id,level,pickup_library,status,expires",
                "P2,I1,T1,title,MAIN,pending,+3d",
                "P2,I2,,,BR2,waiting,2026-01-20");
        assertThat(library.load().problems()).isEmpty();
        library.file("loans.csv", "barcode,cardnumber,loaned,due,renewals", "I1,P2,-1d,+9d,2");
        library.file(
                "holds.csv",
                "cardnumber,barcode,title_id,level,pickup_library,status",
                "P2,I1,T1,title,BR2,in_transit",
                "P2,I2,,item,MAIN,waiting");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.query("SELECT p.cardnumber || ' ' || l.renewals FROM loans l"
                        + " JOIN patrons p ON p.id = l.patron_id"))
                .containsExactly("P2 2");
        assertThat(library.query("SELECT h.level || ' ' || h.status || ' ' || l.code || ' ' || i.barcode FROM holds h"
                        + " JOIN items i ON i.id = h.item_id JOIN libraries l ON l.id = h.pickup_library_id"
                        + " ORDER BY h.id"))
                .containsExactly("title in_transit BR2 I1", "item waiting MAIN I2");
        assertThat(library.query("SELECT COUNT(shelf_until) FROM holds")).containsExactly("1");
        assertThat(library.query("SELECT COUNT(wanted_until) FROM holds")).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void numbersFeesBesideThoseOfTheFile(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN");
        library.file("fees.csv", "id,cardnumber,type,amount", ",P1,01,1", "F1,P1,01,2", ",P1,01,-3", "F40,P1,01,4");
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.query("SELECT code FROM fees ORDER BY amount")).containsExactly("F3", "F2", "F1", "F40");
        assertThat(library.query("SELECT outstanding FROM fees ORDER BY amount"))
                .containsExactly("-3.000", "1.000", "2.000", "4.000");
        library.file("fees.csv", "cardnumber,type,amount", "P1,01,5");
        library.load();
        assertThat(library.value("SELECT code FROM fees WHERE amount = 5")).isEqualTo("F41");
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowFarItIs(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS + ",pin", "P1,One,ADULT,MAIN,1", "P2,Two,ADULT,MAIN,2");
        List<String> told = new ArrayList<>();
        Progress progress = (step, done, total) -> told.add(step + " " + done + "/" + total);
        ImportReport report = library.importer().importFrom(List.of(folder), progress);
        long bytes = Files.size(folder.resolve("patrons.csv"));
        assertThat(told).containsExactly("CHECK " + bytes + "/" + bytes, "HASH 2/2", "LOAD 2/2");
        assertThat(report.rows()).containsExactly(Map.entry("patrons.csv", 2L));
        assertThat(report.took()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void tellsCachesAndReadersOfReferenceData(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        assertThat(library.changes()).isEqualTo(1);
        String before = library.value("SELECT revision FROM revisions WHERE subject = 'reference'");
        library.file("libraries.csv", "code,name", "MAIN,Main library");
        library.load();
        assertThat(library.changes()).isEqualTo(2);
        assertThat(Long.parseLong(library.value("SELECT revision FROM revisions WHERE subject = 'reference'")))
                .isEqualTo(Long.parseLong(before) + 1);
    }

    @ParameterizedTest
    @EnumSource
    void touchesNoRowThatIsAsTheFileSays(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        String[] rows = {PATRONS + ",userid,aliases,expires", "P1,One,ADULT,MAIN,a,b,+9d", "P2,Two,ADULT,MAIN,,c d,"};
        library.file("patrons.csv", rows);
        library.load();
        rows[2] = "P2,Two,ADULT,MAIN,,d e,+1d";
        library.file("patrons.csv", rows);
        assertThat(library.load().problems()).isEmpty();
        assertThat(library.query("SELECT version FROM patrons ORDER BY cardnumber"))
                .containsExactly("1", "2");
        assertThat(library.query("SELECT name FROM patron_names ORDER BY name"))
                .containsExactlyInAnyOrder("P1", "P2", "a", "b", "d", "e");
    }

    @ParameterizedTest
    @EnumSource
    void lendsOnWhileRowsAreLoaded(Databases kind) throws Exception {
        Library library = Library.small(kind, folder);
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN", "P2,Two,ADULT,MAIN");
        library.load();
        library.file("patrons.csv", PATRONS, "P1,One,ADULT,MAIN", "P2,Zwei,ADULT,MAIN");
        List<String> written = new ArrayList<>();
        Progress progress = (step, done, total) -> {
            if (step == Progress.Step.LOAD) {
                written.add(library.change("UPDATE patrons SET note = 'met' WHERE cardnumber = 'P1'"));
                written.add(String.join(" ", library.read("SELECT surname FROM patrons ORDER BY cardnumber")));
            }
        };
        assertThat(library.importer().importFrom(List.of(folder), progress).loaded())
                .isTrue();
        assertThat(written).containsExactly("1", "One Two");
        assertThat(library.query("SELECT surname || note FROM patrons ORDER BY cardnumber"))
                .containsExactly("Onemet", "Zwei");
    }
}
