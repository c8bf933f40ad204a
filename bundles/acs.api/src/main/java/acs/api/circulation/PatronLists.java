// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows what a patron has, waits for and owes. Patrons are named by their card number; lists keep their order. */
@ConsumerType
public interface PatronLists {

    /** Which loans. */
    enum Loans {
        ALL,
        OVERDUE,
        RECALLED
    }

    /** Which holds. */
    enum HoldState {
        /** Waits on the hold shelf for the patron. */
        READY,
        /** Everything else. */
        NOT_READY
    }

    /** How long the lists are. */
    record Counts(int readyHolds, int overdue, int loans, int fees, int recalled, int otherHolds) {}

    Counts counts(Context context, String patron) throws CirculationException;

    List<Loan> loans(Context context, String patron, Loans which, Window window) throws CirculationException;

    List<Hold> holds(Context context, String patron, HoldState which, Window window) throws CirculationException;

    /** Fees of which something is left to pay, oldest first. */
    List<Fee> fees(Context context, String patron, Window window) throws CirculationException;
}
