// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import acs.testkit.AcsExtension;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A patron with more loans than an answer can list. */
class ManyLoansTest {
    private static final int LONGEST = 8192;

    private final Library library = Library.only();

    @RegisterExtension
    final AcsExtension acs = AcsExtension.with(() -> library.set("").start());

    @Test
    @DisplayName("C-014 an answer has at most 8192 bytes, and its counts are true")
    void listOfTwoThousandLoans() throws IOException {
        lend(1988);
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            String answer = kiosk.ask("6300120260115    093000  Y       AOMAIN|AAP300|AD3333|");

            assertThat(answer).startsWith("64").hasSizeLessThanOrEqualTo(LONGEST);
            assertThat(answer.substring(45, 49)).isEqualTo("2000");
            assertThat(Kiosk.fields(answer, "AU")).isGreaterThan(500);
        }
    }

    @Test
    @DisplayName("C-235 renewing all of 500 loans: at most 8192 bytes, and the counts are true")
    void renewalOfFiveHundredLoans() throws IOException {
        lend(488);
        library.execute("UPDATE categories SET overdue_limit = NULL");
        try (Kiosk kiosk = Kiosk.loggedIn(acs, "sc01")) {
            String answer = kiosk.ask("6520260115    093000AOMAIN|AAP300|AD3333|BON|");

            assertThat(answer).startsWith("661").hasSizeLessThanOrEqualTo(LONGEST);
            int renewed = Integer.parseInt(answer.substring(3, 7));
            int unrenewed = Integer.parseInt(answer.substring(7, 11));
            assertThat(renewed + unrenewed).isEqualTo(500);
            assertThat(library.number("SELECT COUNT(*) FROM loans WHERE renewals > 0"
                            + " AND patron_id = (SELECT id FROM patrons WHERE cardnumber = 'P300')"))
                    .isEqualTo(renewed);
        }
    }

    /** P300 borrows so many more. */
    private void lend(int number) {
        library.execute("INSERT INTO titles (code, title) SELECT 'bulk' || x, 'Bulk ' || x FROM SYSTEM_RANGE(1, "
                + number + ")");
        library.execute("INSERT INTO items (barcode, title_id, item_type_id, home_library_id, holding_library_id)"
                + " SELECT 'X' || SUBSTRING(t.code, 5), t.id, i.item_type_id, i.home_library_id, i.home_library_id"
                + " FROM titles t, items i WHERE t.code LIKE 'bulk%' AND i.barcode = 'I001'");
        library.execute("INSERT INTO loans (item_id, patron_id, loaned, due)"
                + " SELECT i.id, l.patron_id, l.loaned, l.due FROM items i, loans l"
                + " WHERE i.barcode LIKE 'X%' AND l.item_id = (SELECT id FROM items WHERE barcode = 'L012')");
    }
}
