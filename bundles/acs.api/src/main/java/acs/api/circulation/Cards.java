// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Blocks and releases cards on a terminal's word. */
@ConsumerType
public interface Cards {

    /**
     * Blocks the card for every privilege, so that staff can look into it.
     *
     * @param reason what the terminal shows or says; may be empty
     * @param retained whether the terminal kept the card
     * @return the patron as they are after it
     */
    Outcome<Patron> block(Context context, String patron, String reason, boolean retained) throws CirculationException;

    /** Lifts what {@link #block} did, and nothing else; returns the patron as they are after it. */
    Outcome<Patron> enable(Context context, String patron) throws CirculationException;
}
