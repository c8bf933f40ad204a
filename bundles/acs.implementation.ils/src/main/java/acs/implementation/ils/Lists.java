// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.Fee;
import acs.api.circulation.FeeType;
import acs.api.circulation.Hold;
import acs.api.circulation.Loan;
import acs.api.circulation.PatronLists.Counts;
import acs.api.circulation.PatronLists.HoldState;
import acs.api.circulation.PatronLists.Loans;
import acs.api.circulation.Window;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what a patron has, waits for and owes, always in the same order. */
final class Lists {
    private static final String LOANS = "SELECT " + LoanRow.COLUMNS + ", " + ItemRow.COLUMNS
            + """
              FROM loans l
              JOIN patrons b ON b.id = l.patron_id
              JOIN items i ON i.id = l.item_id
              JOIN titles t ON t.id = i.title_id
             WHERE b.cardnumber = ?""";

    private static final String ORDER_AND_WINDOW = " ORDER BY l.loaned, l.item_id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

    private static final String COUNT =
            """
            SELECT (SELECT COUNT(*) FROM holds h WHERE h.patron_id = p.id AND h.status = 'waiting'),
                   (SELECT COUNT(*) FROM holds h WHERE h.patron_id = p.id AND h.status <> 'waiting'),
                   (SELECT COUNT(*) FROM loans l WHERE l.patron_id = p.id AND (l.due < ? OR l.recall_due < ?)),
                   (SELECT COUNT(*) FROM loans l WHERE l.patron_id = p.id),
                   (SELECT COUNT(l.recalled) FROM loans l WHERE l.patron_id = p.id),
                   (SELECT COUNT(*) FROM fees f WHERE f.patron_id = p.id AND f.outstanding > 0)
              FROM patrons p WHERE p.cardnumber = ?""";

    private static final String FEES =
            """
            SELECT f.code, f.fee_type, f.amount, f.outstanding, f.description, i.barcode, t.title, f.charged
              FROM fees f
              JOIN patrons p ON p.id = f.patron_id
              LEFT JOIN items i ON i.id = f.item_id
              LEFT JOIN titles t ON t.id = i.title_id
             WHERE p.cardnumber = ? AND f.outstanding > 0
             ORDER BY f.charged, f.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY""";

    private static final String HOLDS =
            """
            SELECT h.id, h.title_id, COALESCE(i.barcode, (SELECT MIN(c.barcode) FROM items c WHERE c.title_id = t.id)),
                   t.title
              FROM holds h
              JOIN patrons p ON p.id = h.patron_id
              JOIN titles t ON t.id = h.title_id
              LEFT JOIN items i ON i.id = h.item_id
             WHERE p.cardnumber = ?""";

    private static final String HOLDS_ORDER = " ORDER BY h.placed, h.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

    private final Desk desk;
    private final Session session;

    private record Lent(LoanRow loan, ItemRow item) {}

    private record Held(long id, long titleId, String barcode, String title) {}

    Lists(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Counts counts(String patron) throws SQLException {
        return session.one(
                        COUNT,
                        row -> {
                            int ready = row.number();
                            int other = row.number();
                            int overdue = row.number();
                            int loans = row.number();
                            int recalled = row.number();
                            return new Counts(ready, overdue, loans, row.number(), recalled, other);
                        },
                        desk.now(),
                        desk.now(),
                        patron)
                .orElse(new Counts(0, 0, 0, 0, 0, 0));
    }

    List<Loan> loans(String patron, Loans which, Window window) throws SQLException {
        String late = " AND (l.due < ? OR l.recall_due < ?)";
        List<Lent> rows =
                switch (which) {
                    case ALL -> lent("", patron, window.from() - 1, window.size());
                    case RECALLED -> lent(" AND l.recalled IS NOT NULL", patron, window.from() - 1, window.size());
                    case OVERDUE -> lent(late, patron, desk.now(), desk.now(), window.from() - 1, window.size());
                };
        List<Loan> loans = new ArrayList<>();
        for (Lent row : rows) {
            loans.add(loan(row));
        }
        return loans;
    }

    private List<Lent> lent(String condition, Object... values) throws SQLException {
        return session.list(
                LOANS + condition + ORDER_AND_WINDOW, row -> new Lent(LoanRow.read(row), ItemRow.read(row)), values);
    }

    private Loan loan(Lent row) throws SQLException {
        LoanRow loan = row.loan();
        return new Loan(
                ItemView.of(
                        desk,
                        row.item(),
                        Optional.of(loan),
                        HoldRow.ofTitle(session, row.item().titleId())),
                loan.cardnumber(),
                desk.local(loan.loaned()),
                desk.local(loan.back()),
                loan.renewals(),
                false,
                !desk.reference().itemType(row.item().typeId()).inLibraryOnly(),
                Charge.none(),
                loan.recalled().map(desk::local));
    }

    List<Hold> holds(String patron, HoldState which, Window window) throws SQLException {
        String condition = which == HoldState.READY ? " AND h.status = 'waiting'" : " AND h.status <> 'waiting'";
        List<Held> rows = session.list(
                HOLDS + condition + HOLDS_ORDER,
                row -> new Held(row.id(), row.id(), row.optionalText().orElse(""), row.text()),
                patron,
                window.from() - 1,
                window.size());
        List<Hold> holds = new ArrayList<>();
        for (Held row : rows) {
            List<HoldRow> queue = HoldRow.ofTitle(session, row.titleId());
            for (HoldRow hold : queue) {
                if (hold.id() == row.id()) {
                    holds.add(hold(hold, row, queue));
                }
            }
        }
        return holds;
    }

    private Hold hold(HoldRow hold, Held row, List<HoldRow> queue) throws SQLException {
        return new Hold(
                hold.cardnumber(),
                row.barcode(),
                row.title(),
                HoldDesk.position(hold, queue),
                desk.reference().library(hold.pickup()).code(),
                hold.expires().map(desk::local),
                hold.isReady(),
                false,
                Charge.none());
    }

    List<Fee> fees(String patron, Window window) throws SQLException {
        return session.list(
                FEES,
                row -> new Fee(
                        row.text(),
                        FeeType.of(row.text()).orElse(FeeType.OTHER),
                        desk.money(row.amount()),
                        desk.money(row.amount()),
                        row.text(),
                        row.optionalText().orElse(""),
                        row.optionalText().orElse(""),
                        desk.local(row.instant())),
                patron,
                window.from() - 1,
                window.size());
    }
}
