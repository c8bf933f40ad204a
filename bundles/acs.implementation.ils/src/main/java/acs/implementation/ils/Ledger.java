// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.FeeType;
import acs.api.circulation.Note;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Payment;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What patrons owe and pay.
 *
 * <p>A fee is open while something of it is outstanding; a credit is a fee with a negative amount, and is set off against
 * open fees as soon as there are any. Payments are booked under the lock of the patron.
 */
final class Ledger {
    private static final String CHARGE =
            """
            INSERT INTO fees (code, patron_id, fee_type, amount, outstanding, description, item_id, charged, terminal,
                              library_id)
            VALUES ('F' || nextval('fee_codes'), ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OPEN =
            "SELECT id, code, fee_type, outstanding FROM fees WHERE patron_id = ? AND outstanding > 0 ORDER BY charged, id";

    private static final String CREDITS =
            "SELECT id, code, fee_type, outstanding FROM fees WHERE patron_id = ? AND outstanding < 0 ORDER BY charged, id";

    private static final String CASH = "00";

    private final Desk desk;

    /** A fee of which something is left, or a credit. */
    private record Open(long id, String code, String type, BigDecimal outstanding) {
        static Open read(Row row) throws SQLException {
            return new Open(row.id(), row.text(), row.text(), row.amount());
        }
    }

    private record Charged(long patronId, BigDecimal amount, BigDecimal outstanding, String description, long itemId) {}

    Ledger(Desk desk) {
        this.desk = desk;
    }

    /** Charges a patron; returns the key of the fee. */
    long charge(long patronId, FeeType type, BigDecimal amount, String description, long itemId) throws SQLException {
        long id = book(patronId, type, amount, description, itemId);
        setOff(patronId);
        return id;
    }

    private long book(long patronId, FeeType type, BigDecimal amount, String description, long itemId)
            throws SQLException {
        return desk.session()
                .insert(
                        CHARGE,
                        patronId,
                        type.code(),
                        amount,
                        amount,
                        description,
                        Session.key(itemId),
                        desk.now(),
                        desk.terminal(),
                        Session.key(desk.libraryId()));
    }

    /** Takes a charge back as if it had not been; what was paid of it already becomes a credit. */
    void takeBack(long feeId) throws SQLException {
        Optional<Charged> found = desk.session()
                .one(
                        "SELECT patron_id, amount, outstanding, description, item_id FROM fees WHERE id = ?"
                                + desk.session().locking(),
                        row -> new Charged(row.id(), row.amount(), row.amount(), row.text(), row.id()),
                        feeId);
        if (found.isEmpty()) {
            return;
        }
        Charged fee = found.get();
        BigDecimal paid = fee.amount().subtract(fee.outstanding());
        if (paid.signum() == 0) {
            desk.session().update("DELETE FROM fees WHERE id = ?", feeId);
            return;
        }
        desk.session().update("UPDATE fees SET outstanding = 0 WHERE id = ?", feeId);
        charge(fee.patronId(), FeeType.OTHER, paid.negate(), fee.description(), fee.itemId());
    }

    /** What the patron owes in sum; negative = has a credit. */
    BigDecimal owed(long patronId) throws SQLException {
        return desk.money(desk.session()
                .one("SELECT COALESCE(SUM(outstanding), 0) FROM fees WHERE patron_id = ?", Row::amount, patronId)
                .orElse(BigDecimal.ZERO));
    }

    Outcome<Receipt> pay(Payment payment) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(desk.session(), payment.patron());
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        long patronId = patron.get().id();
        BigDecimal amount = payment.amount().stripTrailingZeros();
        if (amount.signum() <= 0 || amount.scale() > desk.decimals()) {
            return Outcome.refused(Refusal.AMOUNT_INVALID);
        }
        Optional<BigDecimal> before = balanceOf(patronId, payment);
        if (before.isPresent()) {
            return Outcome.done(new Receipt(desk.money(amount), desk.money(before.get()), payment.transaction()));
        }
        setOff(patronId);
        List<Open> open = desk.session().list(OPEN + desk.session().locking(), Open::read, patronId);
        List<Open> meant = open.stream().filter(fee -> isMeant(payment, fee)).toList();
        if (!payment.fee().isEmpty() && meant.isEmpty()) {
            return Outcome.refused(Refusal.FEE_UNKNOWN);
        }
        boolean writeOff = isWriteOff(payment);
        if (!writeOff && payment.method().equals(CASH) && register().isEmpty() && desk.isOn("UseCashRegisters")) {
            Outcome.Refused<Receipt> refused = Outcome.refused(Refusal.OTHER);
            return refused.noting(Notes.screen(Note.message("fee.registerRequired")));
        }
        if (amount.compareTo(sum(meant)) > 0 && (writeOff || !mayOverpay())) {
            return Outcome.refused(Refusal.OVERPAYMENT, desk.money(sum(meant)));
        }
        return book(patronId, payment, amount, writeOff, meant);
    }

    private Outcome<Receipt> book(long patronId, Payment payment, BigDecimal amount, boolean writeOff, List<Open> fees)
            throws SQLException {
        BigDecimal balance = owed(patronId).subtract(amount);
        long paymentId = desk.session()
                .insert(
                        """
                        INSERT INTO payments (patron_id, transaction, amount, fee_type, method, write_off, balance, paid,
                                              terminal, library_id, register)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        patronId,
                        Optional.of(payment.transaction()).filter(text -> !text.isEmpty()),
                        amount,
                        payment.type().code(),
                        payment.method(),
                        writeOff,
                        balance,
                        desk.now(),
                        desk.terminal(),
                        Session.key(desk.libraryId()),
                        register());
        BigDecimal left = amount;
        for (Open fee : fees) {
            BigDecimal part = left.min(fee.outstanding());
            if (part.signum() > 0) {
                settle(fee.id(), part);
                desk.session()
                        .update(
                                "INSERT INTO allocations (payment_id, fee_id, amount) VALUES (?, ?, ?)",
                                paymentId,
                                fee.id(),
                                part);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            charge(patronId, FeeType.OTHER, left.negate(), "Credit", 0);
        }
        return Outcome.done(new Receipt(desk.money(amount), desk.money(balance), payment.transaction()));
    }

    /** The balance after a payment that was booked before. */
    private Optional<BigDecimal> balanceOf(long patronId, Payment payment) throws SQLException {
        if (payment.transaction().isEmpty()) {
            return Optional.empty();
        }
        return desk.session()
                .one(
                        "SELECT balance FROM payments WHERE patron_id = ? AND transaction = ? AND amount = ?",
                        Row::amount,
                        patronId,
                        payment.transaction(),
                        payment.amount());
    }

    private static boolean isMeant(Payment payment, Open fee) {
        if (!payment.fee().isEmpty()) {
            return fee.code().equals(payment.fee());
        }
        return payment.type() == FeeType.OTHER
                || fee.type().equals(payment.type().code());
    }

    /** The cash register that the terminal's money goes to; empty = none. */
    private String register() {
        return desk.account().text("register_id").strip();
    }

    private boolean isWriteOff(Payment payment) {
        String code = desk.account().text("payment_type_writeoff").strip();
        return !code.isEmpty() && code.equals(payment.method());
    }

    /** Only where somebody switched it on: what a patron paid too much is a credit then. */
    private boolean mayOverpay() {
        return desk.account().has("disallow_overpayment")
                ? !desk.account().isOn("disallow_overpayment")
                : desk.isOn("AllowOverpayment");
    }

    /** Uses up credits for open fees, the oldest first. */
    private void setOff(long patronId) throws SQLException {
        String locking = desk.session().locking();
        List<Open> credits = desk.session().list(CREDITS + locking, Open::read, patronId);
        if (credits.isEmpty()) {
            return;
        }
        List<Open> open = desk.session().list(OPEN + locking, Open::read, patronId);
        BigDecimal usable = sum(credits).negate().min(sum(open));
        use(open, usable);
        use(credits, usable.negate());
    }

    private void use(List<Open> rows, BigDecimal amount) throws SQLException {
        BigDecimal left = amount;
        for (Open row : rows) {
            BigDecimal part =
                    row.outstanding().signum() > 0 ? left.min(row.outstanding()) : left.max(row.outstanding());
            if (part.signum() != 0) {
                settle(row.id(), part);
                left = left.subtract(part);
            }
        }
    }

    private void settle(long feeId, BigDecimal part) throws SQLException {
        desk.session().update("UPDATE fees SET outstanding = outstanding - ? WHERE id = ?", part, feeId);
    }

    private static BigDecimal sum(List<Open> fees) {
        return fees.stream().map(Open::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
