// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.circulation.Cards;
import acs.api.circulation.Catalogue;
import acs.api.circulation.Charge;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.Checkout;
import acs.api.circulation.Checkouts;
import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.Fees;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Payment;
import acs.api.circulation.Pins;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A library of one shelf: every card that starts with P and every item that starts with I is known. */
final class Shelf implements Circulation, Checkouts, Checkins, Catalogue, Fees, Pins, Cards, Diagnosed {
    final AtomicInteger loans = new AtomicInteger();
    final AtomicInteger returns = new AtomicInteger();
    final AtomicReference<BigDecimal> paid = new AtomicReference<>(BigDecimal.ZERO);
    volatile Diagnosis diagnosis = Diagnosis.ok();
    /** What happens before every answer. */
    volatile Obstacle obstacle = () -> {};

    private final Map<String, String> onLoan = new ConcurrentHashMap<>();

    /** Something in the way. */
    interface Obstacle {
        void pass() throws InterruptedException;
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        pass();
        return id.startsWith("P")
                ? Optional.of(Patron.of(id).named("Grace", "Hopper").build())
                : Optional.empty();
    }

    @Override
    public Outcome<Loan> checkout(Context context, Checkout request) {
        pass();
        if (!request.item().startsWith("I")) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        String holder = onLoan.putIfAbsent(request.item(), request.patron());
        if (holder != null) {
            return Outcome.refused(Refusal.ITEM_ON_LOAN_TO_ANOTHER);
        }
        loans.incrementAndGet();
        ZonedDateTime due = context.at().plusDays(21);
        return Outcome.done(new Loan(
                item(request.item()),
                request.patron(),
                context.at(),
                due,
                0,
                false,
                true,
                Charge.none(),
                Optional.empty()));
    }

    @Override
    public Outcome<Return> checkin(Context context, Checkin request) {
        pass();
        String holder = onLoan.remove(request.item());
        if (holder == null) {
            return Outcome.refused(Refusal.ITEM_NOT_ON_LOAN);
        }
        returns.incrementAndGet();
        return Outcome.done(new Return(item(request.item()), holder, true, Return.Routing.none(), "", Charge.none()));
    }

    @Override
    public Outcome<Receipt> pay(Context context, Payment payment) {
        pass();
        paid.accumulateAndGet(payment.amount(), BigDecimal::add);
        return Outcome.done(new Receipt(payment.amount(), BigDecimal.ZERO, payment.transaction()));
    }

    @Override
    public Optional<Item> findItem(Context context, String id) {
        pass();
        return id.startsWith("I") ? Optional.of(item(id)) : Optional.empty();
    }

    @Override
    public Check check(Context context, String patron, char[] pin) {
        return String.valueOf(pin).equals("1234") ? Check.RIGHT : Check.WRONG;
    }

    @Override
    public Outcome<Patron> block(Context context, String patron, String reason, boolean retained) {
        return Outcome.done(Patron.of(patron).build());
    }

    @Override
    public Outcome<Patron> enable(Context context, String patron) {
        return Outcome.done(Patron.of(patron).build());
    }

    @Override
    public Diagnosis diagnose() {
        return diagnosis;
    }

    private Item item(String id) {
        return Item.of(id, "Dubliners")
                .status(onLoan.containsKey(id) ? ItemStatus.ON_LOAN : ItemStatus.AVAILABLE)
                .build();
    }

    private void pass() {
        try {
            obstacle.pass();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
