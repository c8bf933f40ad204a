// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Block;
import acs.api.circulation.Cancellations;
import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.Checkout;
import acs.api.circulation.Checkouts;
import acs.api.circulation.Context;
import acs.api.circulation.Item;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.Renewals;
import acs.api.circulation.RenewedLoans;
import acs.api.circulation.RenewedLoans.Unrenewed;
import acs.api.circulation.Return;
import acs.api.circulation.Return.Kind;
import acs.api.circulation.Return.Routing;
import acs.api.circulation.StoredTransactions;
import acs.core.handler.Memory.Card;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenHold;
import acs.core.handler.Memory.OpenLoan;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lending, taking back and renewing of the small library. */
interface MemoryLoans extends Checkouts, Checkins, Renewals, Cancellations, StoredTransactions {

    Memory memory();

    @Override
    default Outcome<Loan> checkout(Context context, Checkout request) {
        Card card = memory().card(request.patron()).orElse(null);
        Copy copy = memory().copies.get(request.item());
        if (card == null || copy == null) {
            return Outcome.refused(card == null ? Refusal.PATRON_UNKNOWN : Refusal.ITEM_UNKNOWN);
        }
        Item item = memory().known(request.item());
        OpenLoan loan = memory().loans.get(item.id());
        if (loan != null && loan.patron.equals(card.holder.id())) {
            return request.renewalAllowed()
                    ? renew(context, loan, request.feeAccepted())
                    : Outcome.<Loan>refused(Refusal.RENEWAL_NOT_ALLOWED)
                            .about(item)
                            .asRenewal();
        }
        Patron patron = memory().patron(card, context.at().toLocalDate());
        Optional<Refused<Loan>> refusal = refusal(patron, item, copy, loan);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!item.loanCharge().isNone() && !request.feeAccepted()) {
            return Outcome.<Loan>refused(Refusal.FEE_NOT_ACCEPTED).about(item).charging(item.loanCharge());
        }
        return lend(
                new OpenLoan(item.id(), patron.id(), context.at(), Memory.due(context, context.at())),
                item.loanCharge());
    }

    private Optional<Refused<Loan>> refusal(Patron patron, Item item, Copy copy, OpenLoan loan) {
        Optional<Refused<Loan>> why = Optional.empty();
        if (!patron.may(Privilege.LOAN)) {
            why = Optional.of(refusal(patron));
        } else if (!copy.forLoan) {
            why = Optional.of(Outcome.refused(Refusal.ITEM_NOT_FOR_LOAN));
        } else if (loan != null) {
            why = Optional.of(Outcome.refused(Refusal.ITEM_ON_LOAN_TO_ANOTHER));
        } else if (memory().nextHold(item.id())
                .map(hold -> !hold.patron.equals(patron.id()))
                .orElse(false)) {
            why = Optional.of(Outcome.refused(Refusal.ITEM_ON_HOLD_FOR_ANOTHER));
        }
        return why.map(refused -> refused.about(item));
    }

    private static Refused<Loan> refusal(Patron patron) {
        if (patron.has(Block.Reason.EXPIRED)) {
            return Outcome.refused(Refusal.PATRON_EXPIRED, patron.expires().orElseThrow());
        }
        if (patron.has(Block.Reason.EXCESSIVE_FINES)) {
            return Outcome.refused(Refusal.PATRON_OWES, patron.owed());
        }
        return Outcome.refused(
                patron.has(Block.Reason.TOO_MANY_LOANS) ? Refusal.TOO_MANY_LOANS : Refusal.PATRON_BLOCKED);
    }

    private Outcome<Loan> lend(OpenLoan loan, Charge charge) {
        memory().loans.put(loan.item, loan);
        memory().justLent.add(loan.item);
        memory().holds.removeIf(hold -> hold.item.equals(loan.item) && hold.patron.equals(loan.patron));
        if (!charge.isNone()) {
            memory().charge(
                            loan.patron,
                            MemoryFees.fee("R" + loan.item, charge, "Rental of " + loan.item, loan.loaned));
        }
        return Outcome.done(memory().loan(loan, false, charge));
    }

    private Outcome<Loan> renew(Context context, OpenLoan loan, boolean feeAccepted) {
        Item item = memory().known(loan.item);
        Card card = memory().card(loan.patron).orElseThrow();
        Refusal why = null;
        if (!memory().patron(card, context.at().toLocalDate()).may(Privilege.RENEWAL)) {
            why = Refusal.PATRON_BLOCKED;
        } else if (memory().nextHold(loan.item).isPresent()) {
            why = Refusal.RENEWAL_OF_HELD_ITEM;
        } else if (loan.renewals >= Objects.requireNonNull(memory().copies.get(loan.item)).renewalsLeft) {
            why = Refusal.RENEWAL_LIMIT;
        } else if (!item.loanCharge().isNone() && !feeAccepted) {
            return Outcome.<Loan>refused(Refusal.FEE_NOT_ACCEPTED)
                    .about(item)
                    .asRenewal()
                    .charging(item.loanCharge());
        }
        if (why != null) {
            return Outcome.<Loan>refused(why).about(item).asRenewal();
        }
        loan.renewals++;
        loan.due = Memory.due(context, context.at());
        memory().justLent.remove(loan.item);
        return Outcome.done(memory().loan(loan, true, item.loanCharge()));
    }

    @Override
    default Outcome<Loan> renew(Context context, Renewal request) {
        Card card = memory().card(request.patron()).orElseThrow();
        List<OpenLoan> fitting = memory().loansOf(card.holder.id()).stream()
                .filter(loan -> request.item().isEmpty() || loan.item.equals(request.item()))
                .filter(loan -> request.title().isEmpty()
                        || memory().known(loan.item).title().equals(request.title()))
                .toList();
        OpenLoan others = memory().loans.get(request.item());
        if (fitting.isEmpty() && request.thirdParty() && others != null) {
            return renew(context, others, request.feeAccepted());
        }
        if (fitting.size() > 1) {
            return Outcome.refused(Refusal.ITEM_AMBIGUOUS);
        }
        return fitting.isEmpty()
                ? Outcome.refused(Refusal.ITEM_NOT_ON_LOAN_TO_PATRON, card.holder.name())
                : renew(context, fitting.get(0), request.feeAccepted());
    }

    @Override
    default Outcome<RenewedLoans> renewAll(Context context, String patron, boolean feeAccepted) {
        List<Loan> renewed = new ArrayList<>();
        List<Unrenewed> unrenewed = new ArrayList<>();
        for (OpenLoan loan : memory().loansOf(patron)) {
            Outcome<Loan> outcome = renew(context, loan, feeAccepted);
            if (outcome instanceof Outcome.Done<Loan> done) {
                renewed.add(done.value());
            } else {
                unrenewed.add(new Unrenewed(loan.item, (Refused<Loan>) outcome));
            }
        }
        return Outcome.done(new RenewedLoans(renewed, unrenewed));
    }

    @Override
    default Outcome<Return> checkin(Context context, Checkin request) {
        if (!memory().copies.containsKey(request.item())) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        OpenLoan loan = memory().loans.remove(request.item());
        if (loan == null && !context.account().settings().isOn("checked_in_ok")) {
            return Outcome.<Return>refused(Refusal.ITEM_NOT_ON_LOAN).about(memory().known(request.item()));
        }
        Charge charge = Charge.none();
        if (loan != null) {
            memory().returned.put(loan.item, loan);
            charge = MemoryFees.fine(loan.due, request.returned().orElse(context.at()));
        }
        return Outcome.done(back(context, request.item(), loan == null ? "" : loan.patron, charge));
    }

    private Return back(Context context, String id, String patron, Charge charge) {
        Routing routing = memory().nextHold(id)
                .map(hold -> routing(context, hold))
                .orElseGet(() -> home(context, memory().known(id)));
        Item item = memory().known(id);
        String bin = routing.kind() == Kind.SHELF ? item.attributes().getOrDefault("bin", "") : "";
        return new Return(item, patron, !item.magnetic(), routing, bin, charge);
    }

    private Routing routing(Context context, OpenHold hold) {
        boolean here = hold.pickup.equals(context.institution().id());
        hold.ready = here;
        String name = memory().card(hold.patron).orElseThrow().holder.name();
        return new Routing(here ? Kind.HOLD_HERE : Kind.HOLD_ELSEWHERE, here ? "" : hold.pickup, hold.patron, name);
    }

    private static Routing home(Context context, Item item) {
        boolean atHome = item.owner().isEmpty()
                || item.owner().equals(context.institution().id());
        return atHome ? Routing.none() : new Routing(Kind.TRANSFER, item.owner(), "", "");
    }

    @Override
    default Outcome<Return> cancelCheckout(Context context, Checkin request) {
        Item item = memory().item(request.item()).orElse(null);
        if (item == null) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        OpenLoan loan = memory().justLent.remove(item.id()) ? memory().loans.remove(item.id()) : null;
        if (loan != null) {
            memory().fees.remove(loan.patron + "/R" + item.id());
        }
        return Outcome.done(new Return(memory().known(item.id()), "", true, Routing.none(), "", Charge.none()));
    }

    @Override
    default Outcome<Loan> cancelCheckin(Context context, Checkout request) {
        OpenLoan loan =
                memory().loans.getOrDefault(request.item(), memory().returned.get(request.item()));
        if (loan == null || !loan.patron.equals(request.patron())) {
            return Outcome.refused(Refusal.CANCEL_NOT_POSSIBLE);
        }
        memory().loans.put(loan.item, loan);
        memory().holds.stream().filter(hold -> hold.item.equals(loan.item)).forEach(hold -> hold.ready = false);
        return Outcome.done(memory().loan(loan, false, Charge.none()));
    }

    @Override
    default Outcome<Loan> recordCheckout(
            Context context, Checkout taken, ZonedDateTime at, Optional<ZonedDateTime> due) {
        Item item = memory().item(taken.item()).orElse(null);
        if (item == null) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        return lend(new OpenLoan(item.id(), taken.patron(), at, due.orElse(Memory.due(context, at))), Charge.none());
    }

    @Override
    default Outcome<Return> recordCheckin(Context context, Checkin back, ZonedDateTime at) {
        Item item = memory().item(back.item()).orElse(null);
        if (item == null) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        OpenLoan loan = memory().loans.remove(item.id());
        Charge charge = loan == null ? Charge.none() : MemoryFees.fine(loan.due, at);
        return Outcome.done(back(context, item.id(), loan == null ? "" : loan.patron, charge));
    }

    @Override
    default Outcome<Loan> recordRenewal(Context context, Renewal kept, ZonedDateTime at, Optional<ZonedDateTime> due) {
        OpenLoan loan = memory().loans.get(kept.item());
        if (loan == null) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        loan.renewals++;
        loan.due = due.orElse(Memory.due(context, at));
        return Outcome.done(memory().loan(loan, true, Charge.none()));
    }
}
