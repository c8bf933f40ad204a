// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import acs.api.circulation.Catalogue;
import acs.api.circulation.Checkin;
import acs.api.circulation.Checkins;
import acs.api.circulation.Checkout;
import acs.api.circulation.Checkouts;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronLists;
import acs.api.circulation.PatronLists.Loans;
import acs.api.circulation.Pins;
import acs.api.circulation.Refusal;
import acs.api.circulation.Return;
import acs.api.circulation.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every implementation must do, whatever library it stands for.
 *
 * <p>A test class implements this interface and says what it tests; a facet that the implementation leaves out is not
 * asked for. Each test gets an implementation as it is at the start.
 */
public interface CirculationContract {

    /**
     * What the implementation has at the start of every test.
     *
     * @param patron the card number of a patron who may borrow, and has nothing
     * @param pin their PIN; empty if the implementation knows none
     * @param item the barcode of an item that is available, to be borrowed free of charge
     */
    record Known(String patron, String pin, String item) {}

    /** What is tested; the same one throughout one test. */
    Circulation circulation();

    Known known();

    /** What calls are made with. */
    default Context context() {
        return Contexts.now();
    }

    private <F> F facet(Class<F> type) {
        Circulation circulation = circulation();
        if (!type.isInstance(circulation)) {
            abort("the implementation does not offer " + type.getSimpleName());
        }
        return type.cast(circulation);
    }

    private Checkout wish(String patron, String item) {
        return new Checkout(patron, item, false, false, "");
    }

    private Checkin back(String item) {
        return new Checkin(item, "", Optional.empty(), "");
    }

    private Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).reason();
    }

    private <T> T value(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    @Test
    default void findsAPatronByCardNumber() throws CirculationException {
        assertThat(circulation().findPatron(context(), known().patron()).map(Patron::id))
                .contains(known().patron());
    }

    @Test
    default void findsNobodyByWhatIsNoId() throws CirculationException {
        for (String id :
                List.of("", " ", "nobody", "%", "_", "*", "' OR '1'='1", "x".repeat(255), "\u00e9\u4e2d", "\0")) {
            assertThat(circulation().findPatron(context(), id))
                    .as("patron <%s>", id)
                    .isEmpty();
        }
    }

    @Test
    default void findsItemsOnlyByTheirBarcode() throws CirculationException {
        Catalogue catalogue = facet(Catalogue.class);
        assertThat(catalogue.findItem(context(), known().item()).map(Item::id)).contains(known().item());
        for (String id : List.of("", "nothing", "%", "' OR '1'='1", "\0", known().item() + "\0")) {
            assertThat(catalogue.findItem(context(), id)).as("item <%s>", id).isEmpty();
        }
    }

    @Test
    default void lends() throws CirculationException {
        Loan loan = value(facet(Checkouts.class).checkout(context(), wish(known().patron(), known().item())));
        assertThat(loan.item().id()).isEqualTo(known().item());
        assertThat(loan.patron()).isEqualTo(known().patron());
        assertThat(loan.due()).isAfter(context().at());
        assertThat(loan.renewed()).isFalse();
    }

    @Test
    default void lendsNothingToNobody() throws CirculationException {
        Outcome<Loan> outcome = facet(Checkouts.class).checkout(context(), wish("nobody", known().item()));
        assertThat(refusal(outcome)).isEqualTo(Refusal.PATRON_UNKNOWN);
    }

    @Test
    default void doesNotLendWhatItDoesNotHave() throws CirculationException {
        Outcome<Loan> outcome = facet(Checkouts.class).checkout(context(), wish(known().patron(), "nothing"));
        assertThat(refusal(outcome)).isEqualTo(Refusal.ITEM_UNKNOWN);
    }

    @Test
    default void leavesALoanAloneThatMayNotBeRenewed() throws CirculationException {
        Checkouts checkouts = facet(Checkouts.class);
        value(checkouts.checkout(context(), wish(known().patron(), known().item())));
        Outcome<Loan> again = checkouts.checkout(context(), wish(known().patron(), known().item()));
        assertThat(refusal(again)).isEqualTo(Refusal.RENEWAL_NOT_ALLOWED);
    }

    @Test
    default void takesBackWhatItLent() throws CirculationException {
        Checkins checkins = facet(Checkins.class);
        value(facet(Checkouts.class).checkout(context(), wish(known().patron(), known().item())));
        Return returned = value(checkins.checkin(context(), back(known().item())));
        assertThat(returned.item().id()).isEqualTo(known().item());
        assertThat(returned.patron()).isEqualTo(known().patron());
        assertThat(refusal(checkins.checkin(context(), back(known().item())))).isEqualTo(Refusal.ITEM_NOT_ON_LOAN);
    }

    @Test
    default void takesBackOnlyWhatItKnows() throws CirculationException {
        assertThat(refusal(facet(Checkins.class).checkin(context(), back("nothing"))))
                .isEqualTo(Refusal.ITEM_UNKNOWN);
    }

    @Test
    default void saysWhatIsOnLoan() throws CirculationException {
        Catalogue catalogue = facet(Catalogue.class);
        value(facet(Checkouts.class).checkout(context(), wish(known().patron(), known().item())));
        Item lent = catalogue.findItem(context(), known().item()).orElseThrow();
        assertThat(lent.status()).isEqualTo(ItemStatus.ON_LOAN);
        assertThat(lent.due()).isPresent();
        value(facet(Checkins.class).checkin(context(), back(known().item())));
        Item home = catalogue.findItem(context(), known().item()).orElseThrow();
        assertThat(home.status()).isNotEqualTo(ItemStatus.ON_LOAN);
        assertThat(home.due()).isEmpty();
    }

    @Test
    default void countsAndListsLoansAlike() throws CirculationException {
        PatronLists lists = facet(PatronLists.class);
        assertThat(lists.counts(context(), known().patron()).loans()).isZero();
        value(facet(Checkouts.class).checkout(context(), wish(known().patron(), known().item())));
        assertThat(lists.counts(context(), known().patron()).loans()).isEqualTo(1);
        assertThat(lists.loans(context(), known().patron(), Loans.ALL, Window.all()))
                .extracting(loan -> loan.item().id())
                .containsExactly(known().item());
        assertThat(lists.loans(context(), known().patron(), Loans.ALL, new Window(2, 5)))
                .isEmpty();
    }

    @Test
    default void knowsARightPinFromAWrongOne() throws CirculationException {
        Pins pins = facet(Pins.class);
        if (known().pin().isEmpty()) {
            abort("the implementation knows no PIN");
        }
        String wrong = known().pin() + "0";
        for (int i = 0; i < 3; i++) {
            assertThat(pins.check(context(), known().patron(), known().pin().toCharArray()))
                    .isEqualTo(Pins.Check.RIGHT);
            assertThat(pins.check(context(), known().patron(), wrong.toCharArray()))
                    .isEqualTo(Pins.Check.WRONG);
        }
    }

    /** However many terminals ask at once. */
    @Test
    default void lendsAnItemOnce() throws Exception {
        Checkouts checkouts = facet(Checkouts.class);
        Callable<Outcome<Loan>> ask = () -> checkouts.checkout(context(), wish(known().patron(), known().item()));
        ExecutorService terminals = Executors.newFixedThreadPool(8);
        try {
            List<Outcome<Loan>> outcomes = new ArrayList<>();
            for (Future<Outcome<Loan>> asked : terminals.invokeAll(Collections.nCopies(8, ask))) {
                outcomes.add(asked.get());
            }
            assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        } finally {
            terminals.shutdownNow();
        }
    }
}
