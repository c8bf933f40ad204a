// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.RenewedLoans;
import acs.api.circulation.RenewedLoans.Unrenewed;
import acs.implementation.ils.ItemRow.State;
import acs.implementation.ils.ReferenceData.ItemType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets patrons keep items longer, under the locks of the borrower and of the item. */
final class Renewing {
    private final Desk desk;
    private final Session session;

    Renewing(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    Outcome<Loan> renew(Renewal request) throws SQLException {
        Optional<PatronRow> asking = PatronRow.find(session, request.patron());
        Optional<ItemRow> named = request.item().isEmpty() ? Optional.empty() : Barcodes.find(desk, request.item());
        if (asking.isEmpty()) {
            Refused<Loan> unknown = Outcome.refused(Refusal.PATRON_UNKNOWN);
            return named.isPresent() ? unknown.about(ItemView.of(desk, named.get())) : unknown;
        }
        if (!request.item().isEmpty()) {
            return named.isEmpty() ? Outcome.refused(Refusal.ITEM_UNKNOWN) : renew(request, asking.get(), named.get());
        }
        if (request.title().isBlank()) {
            return Outcome.refused(Refusal.REQUEST_INVALID);
        }
        List<ItemRow> lent = lentWithTitle(asking.get(), request.title());
        if (lent.size() > 1) {
            return Outcome.refused(Refusal.ITEM_AMBIGUOUS);
        }
        return lent.isEmpty()
                ? Outcome.refused(
                        Refusal.ITEM_NOT_ON_LOAN_TO_PATRON, asking.get().name())
                : renew(request, asking.get(), lent.get(0));
    }

    private List<ItemRow> lentWithTitle(PatronRow patron, String title) throws SQLException {
        List<ItemRow> lent = session.list(
                "SELECT " + ItemRow.COLUMNS
                        + """
                          FROM loans l JOIN items i ON i.id = l.item_id JOIN titles t ON t.id = i.title_id
                         WHERE l.patron_id = ? ORDER BY l.item_id""",
                ItemRow::read,
                patron.id());
        return lent.stream()
                .filter(item -> item.title().strip().equalsIgnoreCase(title.strip()))
                .toList();
    }

    private Outcome<Loan> renew(Renewal request, PatronRow asking, ItemRow found) throws SQLException {
        Optional<LoanRow> unlocked = LoanRow.ofItem(session, found.id());
        boolean own = unlocked.isPresent() && unlocked.get().patronId() == asking.id();
        if (unlocked.isEmpty() || (!own && !request.thirdParty())) {
            Refused<Loan> refused = Outcome.refused(Refusal.ITEM_NOT_ON_LOAN_TO_PATRON, asking.name());
            return refused.about(ItemView.of(desk, found));
        }
        if (contradict(request.title(), found.title())) {
            Refused<Loan> refused = Outcome.refused(Refusal.REQUEST_INVALID);
            return (own ? refused.asRenewal() : refused).about(ItemView.of(desk, found));
        }
        PatronRow borrower = PatronRow.lock(session, unlocked.get().patronId()).orElseThrow(Races::lost);
        ItemRow item = found.locked(session);
        LoanRow loan = LoanRow.ofItem(session, item.id())
                .filter(still -> still.patronId() == borrower.id())
                .orElseThrow(Races::lost);
        List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
        Outcome<Loan> outcome = renew(borrower, item, loan, queue, request.feeAccepted(), request.properties());
        return own ? outcome : discreet(outcome, asking);
    }

    /** Somebody else's loan: done, or not possible; who has the item and what is held against them stays unsaid. */
    private static Outcome<Loan> discreet(Outcome<Loan> outcome, PatronRow asking) {
        return outcome.fold(
                done -> {
                    Loan loan = done.value();
                    return Outcome.done(new Loan(
                            loan.item(),
                            asking.cardnumber(),
                            loan.loaned(),
                            loan.due(),
                            loan.renewals(),
                            true,
                            loan.desensitize(),
                            loan.charge(),
                            loan.recalled()));
                },
                refused -> {
                    boolean aboutFee = refused.reason() == Refusal.FEE_NOT_ACCEPTED;
                    Refused<Loan> plain = aboutFee
                            ? Outcome.<Loan>refused(
                                            refused.reason(), refused.charge().amount())
                                    .charging(refused.charge())
                            : Outcome.refused(Refusal.RENEWAL_NOT_ALLOWED);
                    return refused.item().map(plain::about).orElse(plain);
                });
    }

    /** Terminals may cut titles. */
    private static boolean contradict(String said, String title) {
        String one = said.strip().toLowerCase(Locale.ROOT);
        String other = title.strip().toLowerCase(Locale.ROOT);
        return !one.isEmpty() && !one.startsWith(other) && !other.startsWith(one);
    }

    Outcome<RenewedLoans> renewAll(String name, boolean feeAccepted) throws SQLException {
        Optional<PatronRow> patron = PatronRow.lock(session, name);
        if (patron.isEmpty()) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        Standing standing = Standing.of(desk, patron.get());
        Optional<Refused<RenewedLoans>> refusal = standing.refusal(Privilege.RENEWAL, desk);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Loan> renewed = new ArrayList<>();
        List<Unrenewed> unrenewed = new ArrayList<>();
        for (LoanRow loan : LoanRow.ofPatron(session, patron.get().id())) {
            ItemRow item = ItemRow.find(session, loan.itemId());
            ItemRow locked = item.locked(session);
            Optional<LoanRow> still = LoanRow.ofItem(session, loan.itemId());
            if (still.isEmpty()) {
                continue;
            }
            List<HoldRow> queue = HoldRow.ofTitle(session, item.titleId());
            Outcome<Loan> outcome = renew(patron.get(), locked, still.get(), queue, feeAccepted, "");
            if (outcome instanceof Outcome.Done<Loan> done) {
                renewed.add(done.value());
            } else if (outcome instanceof Refused<Loan> refused) {
                unrenewed.add(new Unrenewed(item.barcode(), refused));
            }
        }
        return Outcome.done(new RenewedLoans(renewed, unrenewed));
    }

    /** Renews a loan of a patron; all is locked and read already. */
    Outcome<Loan> renew(
            PatronRow borrower, ItemRow item, LoanRow loan, List<HoldRow> queue, boolean feeAccepted, String properties)
            throws SQLException {
        Standing standing = Standing.of(desk, borrower);
        Optional<Refused<Loan>> refusal = standing.refusal(Privilege.RENEWAL, desk);
        if (refusal.isEmpty()) {
            refusal = refusal(item, loan, queue, standing).map(Outcome::<Loan>refused);
        }
        Charge charge = charge(item);
        if (refusal.isEmpty() && !charge.isNone() && !feeAccepted) {
            Refused<Loan> unpaid = Outcome.refused(Refusal.FEE_NOT_ACCEPTED, charge.amount());
            refusal = Optional.of(unpaid.charging(charge));
        }
        if (refusal.isPresent()) {
            return refusal.get().asRenewal().about(ItemView.of(desk, item, Optional.of(loan), queue));
        }
        Instant due = new DueDates(desk).ofRenewal(item, borrower, loan, desk.now());
        return Outcome.done(
                book(borrower, item.describedAs(session, properties), loan, queue, due, desk.now(), charge));
    }

    private Charge charge(ItemRow item) throws SQLException {
        BigDecimal amount = desk.reference().itemType(item.typeId()).renewalCharge();
        return amount.signum() == 0 ? Charge.none() : new Charge(FeeType.RENTAL, desk.money(amount));
    }

    /** The first reason of the loan's that speaks against its renewal. */
    private Optional<Refusal> refusal(ItemRow item, LoanRow loan, List<HoldRow> queue, Standing standing)
            throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        boolean overdue = loan.back().isBefore(desk.now());
        String overdues = desk.preference("OverduesBlockRenewing");
        if (item.state() != State.AVAILABLE) {
            return Optional.of(Refusal.RENEWAL_NOT_ALLOWED);
        }
        if (loan.recalled().isPresent()) {
            return Optional.of(Refusal.ITEM_RECALLED);
        }
        if (queue.stream().anyMatch(hold -> hold.patronId() != loan.patronId() && hold.wants(item, desk.now()))) {
            return Optional.of(Refusal.RENEWAL_OF_HELD_ITEM);
        }
        if (type.renewals().isPresent() && loan.renewals() >= type.renewals().getAsInt()) {
            return Optional.of(Refusal.RENEWAL_LIMIT);
        }
        if (overdues.equals("block") && standing.counts().overdue() > 0) {
            return Optional.of(Refusal.PATRON_HAS_OVERDUES);
        }
        if (overdues.equals("blockitem") && overdue) {
            return Optional.of(Refusal.RENEWAL_NOT_ALLOWED);
        }
        return Optional.empty();
    }

    /** Makes the renewal, whatever speaks against it; a fine that has run up till then is charged with it. */
    Loan book(
            PatronRow borrower,
            ItemRow item,
            LoanRow loan,
            List<HoldRow> queue,
            Instant due,
            Instant when,
            Charge charge)
            throws SQLException {
        Ledger ledger = new Ledger(desk);
        if (!charge.isNone()) {
            ledger.charge(borrower.id(), charge.type(), charge.amount(), item.title(), item.id());
        }
        Charge fine = new Fines(desk).of(item, loan, when);
        if (!fine.isNone()) {
            ledger.charge(borrower.id(), fine.type(), fine.amount(), item.title(), item.id());
        }
        LoanRow longer = loan.longer(due, when);
        session.update(
                "UPDATE loans SET due = ?, renewals = ?, renewed = ? WHERE item_id = ?",
                due,
                longer.renewals(),
                when,
                item.id());
        return new Loan(
                ItemView.of(desk, item, Optional.of(longer), queue),
                borrower.cardnumber(),
                desk.local(loan.loaned()),
                desk.local(longer.back()),
                longer.renewals(),
                true,
                Lending.mayLeave(desk, item, borrower),
                total(charge, fine),
                loan.recalled().map(desk::local));
    }

    private static Charge total(Charge charge, Charge fine) {
        if (fine.isNone()) {
            return charge;
        }
        return charge.isNone()
                ? fine
                : new Charge(charge.type(), charge.amount().add(fine.amount()));
    }
}
