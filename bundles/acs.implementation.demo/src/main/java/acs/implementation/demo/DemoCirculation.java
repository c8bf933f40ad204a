// SPDX-License-Identifier: Apache-2.0
package acs.implementation.demo;

import static acs.api.circulation.Outcome.done;
import static acs.api.circulation.Outcome.refused;

import acs.api.circulation.*;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** {@code implementation="Demo"}: one patron, D1, and two books, in memory; what is lent is forgotten at a restart. */
@Component
@Implementation("Demo")
public final class DemoCirculation implements Circulation, Catalogue, Checkouts, Checkins {
    private static final Patron PATRON = Patron.of("D1").named("Dora", "Demo").build();
    private static final Item EMMA = Item.of("B1", "Emma").build();
    private static final Item WALDEN = Item.of("B2", "Walden").build();
    private static final Map<String, Item> BOOKS = Map.of("B1", EMMA, "B2", WALDEN);
    private final Map<String, Loan> loans = new ConcurrentHashMap<>();

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return Optional.of(PATRON).filter(patron -> patron.id().equals(id));
    }

    @Override
    public Optional<Item> findItem(Context context, String id) {
        Loan loan = loans.get(id);
        return loan == null ? Optional.ofNullable(BOOKS.get(id)) : Optional.of(loan.item());
    }

    @Override
    public Outcome<Loan> checkout(Context context, Checkout request) {
        Item book = BOOKS.get(request.item());
        if (book == null || !PATRON.id().equals(request.patron())) {
            return refused(book == null ? Refusal.ITEM_UNKNOWN : Refusal.PATRON_UNKNOWN);
        }
        ZonedDateTime due = context.at().plusDays(14);
        Item lent = Item.of(book.id(), book.title())
                .status(ItemStatus.ON_LOAN)
                .due(due)
                .build();
        Loan loan = new Loan(lent, PATRON.id(), context.at(), due, 0, false, true, Charge.none(), Optional.empty());
        return loans.putIfAbsent(book.id(), loan) == null ? done(loan) : refused(Refusal.RENEWAL_NOT_ALLOWED);
    }

    @Override
    public Outcome<Return> checkin(Context context, Checkin request) {
        Loan loan = loans.remove(request.item());
        if (loan == null) {
            return refused(BOOKS.containsKey(request.item()) ? Refusal.ITEM_NOT_ON_LOAN : Refusal.ITEM_UNKNOWN);
        }
        Item book = BOOKS.getOrDefault(request.item(), loan.item());
        return done(new Return(book, loan.patron(), true, Return.Routing.none(), "", Charge.none()));
    }
}
