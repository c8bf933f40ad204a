// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Institution;
import acs.api.auth.DirectoryEntry;
import acs.api.circulation.Cancellations;
import acs.api.circulation.Cards;
import acs.api.circulation.Catalogue;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.Checkout;
import acs.api.circulation.Checkouts;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.Durable;
import acs.api.circulation.Fee;
import acs.api.circulation.Fees;
import acs.api.circulation.Hold;
import acs.api.circulation.HoldRequest;
import acs.api.circulation.Holds;
import acs.api.circulation.Implementation;
import acs.api.circulation.Item;
import acs.api.circulation.ItemProperties;
import acs.api.circulation.Loan;
import acs.api.circulation.Notes;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists;
import acs.api.circulation.PatronSessions;
import acs.api.circulation.PatronSync;
import acs.api.circulation.Payment;
import acs.api.circulation.Pins;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewal;
import acs.api.circulation.Renewals;
import acs.api.circulation.RenewedLoans;
import acs.api.circulation.Return;
import acs.api.circulation.StaffException;
import acs.api.circulation.StaffExceptions;
import acs.api.circulation.StoredTransactions;
import acs.api.circulation.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The library to whoever asks for it: every facet, each request at a desk of its own. */
@Component(service = Circulation.class)
@Implementation("ILS")
public final class IlsCirculation
        implements Circulation,
                Checkouts,
                Checkins,
                Renewals,
                Holds,
                Fees,
                Cards,
                Catalogue,
                ItemProperties,
                PatronLists,
                PatronSessions,
                PatronSync,
                Pins,
                StoredTransactions,
                Cancellations,
                StaffExceptions,
                Durable,
                Diagnosed {

    private final Store store;

    /** Made when the store is there; the database itself may not be. */
    @Activate
    public IlsCirculation(@Reference IlsStore store) {
        this(store.store());
    }

    IlsCirculation(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) throws CirculationException {
        return store.read("find patron", context, desk -> {
            Optional<PatronRow> patron = PatronRow.find(desk.session(), id);
            return patron.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Standing.of(desk, patron.get()).describe(desk));
        });
    }

    @Override
    public Optional<Item> findItem(Context context, String id) throws CirculationException {
        if (context.account().settings().isOn("seen_on_item_information")) {
            return store.write("see item", context, desk -> see(desk, id));
        }
        return store.read("find item", context, desk -> {
            Optional<ItemRow> item = Barcodes.find(desk, id);
            return item.isEmpty() ? Optional.empty() : Optional.of(ItemView.of(desk, item.get()));
        });
    }

    /** Whoever asks for an item at this terminal holds it in their hands. */
    private static Optional<Item> see(Desk desk, String id) throws SQLException {
        Optional<ItemRow> found = Barcodes.find(desk, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean keepsLost =
                desk.account().text("seen_on_item_information").strip().equals("keep_lost");
        ItemRow item = found.get().locked(desk.session()).seen(desk.session(), desk.now(), !keepsLost);
        return Optional.of(ItemView.of(desk, item));
    }

    @Override
    public Outcome<Loan> checkout(Context context, Checkout request) throws CirculationException {
        return store.write("check out", context, desk -> new Lending(desk).checkout(request));
    }

    @Override
    public Outcome<Return> checkin(Context context, Checkin request) throws CirculationException {
        return store.write("check in", context, desk -> new Returning(desk).checkin(request));
    }

    @Override
    public Outcome<Loan> renew(Context context, Renewal request) throws CirculationException {
        return store.write("renew", context, desk -> new Renewing(desk).renew(request));
    }

    @Override
    public Outcome<RenewedLoans> renewAll(Context context, String patron, boolean feeAccepted)
            throws CirculationException {
        return store.write("renew all", context, desk -> new Renewing(desk).renewAll(patron, feeAccepted));
    }

    @Override
    public Outcome<Hold> place(Context context, HoldRequest request) throws CirculationException {
        return store.write("place hold", context, desk -> new HoldDesk(desk).place(request));
    }

    @Override
    public Outcome<Hold> cancel(Context context, HoldRequest request) throws CirculationException {
        return store.write("cancel hold", context, desk -> new HoldDesk(desk).cancel(request));
    }

    @Override
    public Outcome<Hold> change(Context context, HoldRequest request) throws CirculationException {
        return store.write("change hold", context, desk -> new HoldDesk(desk).change(request));
    }

    @Override
    public Outcome<Receipt> pay(Context context, Payment payment) throws CirculationException {
        return store.write("book payment", context, desk -> new Ledger(desk).pay(payment));
    }

    @Override
    public Outcome<Patron> block(Context context, String patron, String reason, boolean retained)
            throws CirculationException {
        return store.write("block card", context, desk -> new CardDesk(desk).block(patron, reason, retained));
    }

    @Override
    public Outcome<Patron> enable(Context context, String patron) throws CirculationException {
        return store.write("enable card", context, desk -> new CardDesk(desk).enable(patron));
    }

    @Override
    public Outcome<Item> update(Context context, String item, String properties) throws CirculationException {
        return store.write("update item", context, desk -> describe(desk, item, properties));
    }

    private static Outcome<Item> describe(Desk desk, String barcode, String properties) throws SQLException {
        Optional<ItemRow> found = Barcodes.find(desk, barcode);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        ItemRow item = found.get();
        desk.session().update("UPDATE items SET properties = ? WHERE id = ?", properties, item.id());
        return Outcome.done(ItemView.of(desk, item.described(properties)));
    }

    @Override
    public Counts counts(Context context, String patron) throws CirculationException {
        return store.read("count", context, desk -> new Lists(desk).counts(patron));
    }

    @Override
    public List<Loan> loans(Context context, String patron, Loans which, Window window) throws CirculationException {
        return store.read("list loans", context, desk -> new Lists(desk).loans(patron, which, window));
    }

    @Override
    public List<Hold> holds(Context context, String patron, HoldState which, Window window)
            throws CirculationException {
        return store.read("list holds", context, desk -> new Lists(desk).holds(patron, which, window));
    }

    @Override
    public List<Fee> fees(Context context, String patron, Window window) throws CirculationException {
        return store.read("list fees", context, desk -> new Lists(desk).fees(patron, window));
    }

    @Override
    public Notes end(Context context, String patron) {
        return Notes.none();
    }

    @Override
    public Check check(Context context, String patron, char[] pin) throws CirculationException {
        IlsSettings settings = store.settings();
        return store.guarded(database -> new PinDesk(database, store.pins(), settings.pinCost(), store.background())
                .check(patron, pin, PinDesk.mostFailures(context, settings)));
    }

    @Override
    public Change synchronise(Context context, DirectoryEntry entry, char[] pin) throws CirculationException {
        Optional<PatronRow> known = store.read("find patron", context, desk -> SyncDesk.find(desk.session(), entry));
        boolean writes = known.isPresent() ? entry.updates() : entry.creates();
        // Hashing takes long, so it is done outside the transaction, and only if the stored hash is not of this PIN.
        Optional<String> hash = writes && entry.pin() == DirectoryEntry.Pin.STORE ? hash(known, pin) : Optional.empty();
        return store.write("synchronise patron", context, desk -> new SyncDesk(desk).synchronise(entry, hash));
    }

    private Optional<String> hash(Optional<PatronRow> patron, char[] pin) throws CirculationException {
        int cost = store.settings().pinCost();
        return store.guarded(database -> {
            PinDesk desk = new PinDesk(database, store.pins(), cost, store.background());
            boolean stored = patron.isPresent()
                    && desk.check(patron.get().cardnumber(), pin, OptionalInt.empty()) == Check.RIGHT;
            return stored ? Optional.empty() : Optional.of(PinDesk.hash(pin, cost));
        });
    }

    @Override
    public Outcome<Loan> recordCheckout(Context context, Checkout taken, ZonedDateTime at, Optional<ZonedDateTime> due)
            throws CirculationException {
        Outcome<Loan> outcome = store.write("record stored checkout", context, desk -> new StoredDesk(desk)
                .checkout(taken, at.toInstant(), due.map(ZonedDateTime::toInstant)));
        return kept(context, outcome, "stored_loan_of_unknown", taken.item(), taken.patron(), at);
    }

    @Override
    public Outcome<Return> recordCheckin(Context context, Checkin back, ZonedDateTime at) throws CirculationException {
        Outcome<Return> outcome = store.write(
                "record stored checkin", context, desk -> new StoredDesk(desk).checkin(back, at.toInstant()));
        return kept(context, outcome, "stored_return_of_unknown", back.item(), "", at);
    }

    @Override
    public Outcome<Loan> recordRenewal(Context context, Renewal kept, ZonedDateTime at, Optional<ZonedDateTime> due)
            throws CirculationException {
        Outcome<Loan> outcome = store.write("record stored renewal", context, desk -> new StoredDesk(desk)
                .renewal(kept, at.toInstant(), due.map(ZonedDateTime::toInstant)));
        return kept(context, outcome, "stored_renewal_of_unknown", kept.item(), kept.patron(), at);
    }

    @Override
    public Outcome<Return> cancelCheckout(Context context, Checkin request) throws CirculationException {
        return store.write("cancel checkout", context, desk -> new Cancelling(desk).cancelCheckout(request));
    }

    @Override
    public Outcome<Loan> cancelCheckin(Context context, Checkout request) throws CirculationException {
        return store.write("cancel checkin", context, desk -> new Cancelling(desk).cancelCheckin(request));
    }

    /** What cannot be recorded, because the library knows no such item or patron, has happened all the same. */
    private <T> Outcome<T> kept(
            Context context, Outcome<T> outcome, String kind, String item, String patron, ZonedDateTime at)
            throws CirculationException {
        if (outcome instanceof Outcome.Refused) {
            String who = patron.isEmpty() ? "" : ", patron " + patron;
            note(context, kind, "item " + item + who + ", " + at.toOffsetDateTime());
        }
        return outcome;
    }

    @Override
    public void note(Context context, String kind, String detail) throws CirculationException {
        store.write("note exception", context, desk -> {
            StaffList.add(desk, kind, 0, 0, detail);
            return kind;
        });
    }

    @Override
    public List<StaffException> open(Institution institution) throws CirculationException {
        return store.guarded(database -> database.read("list exceptions", StaffList::open));
    }

    @Override
    public boolean settle(Institution institution, long id, Instant when) throws CirculationException {
        return store.guarded(
                database -> database.write("settle exception", session -> StaffList.settle(session, id, when)));
    }

    @Override
    public CompletionStage<?> saved() {
        return store.saved();
    }

    @Override
    public Diagnosis diagnose() {
        return store.diagnose();
    }
}
