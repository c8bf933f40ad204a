// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Cards;
import acs.api.circulation.Catalogue;
import acs.api.circulation.Charge;
import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Fee;
import acs.api.circulation.Hold;
import acs.api.circulation.Item;
import acs.api.circulation.ItemProperties;
import acs.api.circulation.Loan;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists;
import acs.api.circulation.PatronSessions;
import acs.api.circulation.Pins;
import acs.api.circulation.Refusal;
import acs.api.circulation.Window;
import acs.core.handler.Memory.Card;
import acs.core.handler.Memory.Copy;
import acs.core.handler.Memory.OpenLoan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A small library that keeps everything in memory and can do everything; for one thread. */
final class MemoryLibrary
        implements Circulation,
                MemoryLoans,
                MemoryHolds,
                MemoryFees,
                Cards,
                Catalogue,
                ItemProperties,
                PatronLists,
                PatronSessions,
                Pins {
    private final Memory memory = new Memory();

    /** What is said at the end of a session. */
    Notes goodbye = Notes.none();

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return memory.card(id).map(card -> memory.patron(card, context.at().toLocalDate()));
    }

    @Override
    public Check check(Context context, String patron, char[] pin) {
        return memory.card(patron).orElseThrow().pin.equals(new String(pin)) ? Check.RIGHT : Check.WRONG;
    }

    @Override
    public Optional<Item> findItem(Context context, String id) {
        return memory.item(id);
    }

    @Override
    public Outcome<Item> update(Context context, String item, String properties) {
        Copy copy = memory.copies.get(item);
        if (copy == null) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        copy.item = Item.of(copy.item.id(), copy.item.title())
                .media(copy.item.media())
                .properties(properties)
                .build();
        return Outcome.done(memory.known(item));
    }

    @Override
    public Outcome<Patron> block(Context context, String patron, String reason, boolean retained) {
        Card card = memory.card(patron).orElseThrow();
        card.blockedBecause = reason + " @" + context.account().location() + (retained ? " retained" : "");
        return Outcome.done(memory.patron(card, context.at().toLocalDate()));
    }

    @Override
    public Outcome<Patron> enable(Context context, String patron) {
        Card card = memory.card(patron).orElseThrow();
        card.blockedBecause = "";
        return Outcome.done(memory.patron(card, context.at().toLocalDate()));
    }

    @Override
    public Notes end(Context context, String patron) {
        return goodbye;
    }

    @Override
    public Counts counts(Context context, String patron) {
        return new Counts(
                holds(context, patron, HoldState.READY, Window.all()).size(),
                loans(context, patron, Loans.OVERDUE, Window.all()).size(),
                loans(context, patron, Loans.ALL, Window.all()).size(),
                fees(context, patron, Window.all()).size(),
                loans(context, patron, Loans.RECALLED, Window.all()).size(),
                holds(context, patron, HoldState.NOT_READY, Window.all()).size());
    }

    @Override
    public List<Loan> loans(Context context, String patron, Loans which, Window window) {
        Predicate<OpenLoan> wanted = loan -> switch (which) {
            case ALL -> true;
            case OVERDUE -> loan.due.isBefore(context.at());
            case RECALLED -> loan.recalled.isPresent();
        };
        return memory.loansOf(patron).stream()
                .filter(wanted)
                .skip(window.from() - 1L)
                .limit(window.size())
                .map(loan -> memory.loan(loan, false, Charge.none()))
                .toList();
    }

    @Override
    public List<Hold> holds(Context context, String patron, HoldState which, Window window) {
        return memory.holds.stream()
                .filter(hold -> hold.patron.equals(patron) && hold.ready == (which == HoldState.READY))
                .skip(window.from() - 1L)
                .limit(window.size())
                .map(hold -> memory.hold(hold, Charge.none()))
                .toList();
    }

    @Override
    public List<Fee> fees(Context context, String patron, Window window) {
        return memory.feesOf(patron).stream()
                .skip(window.from() - 1L)
                .limit(window.size())
                .toList();
    }
}
