// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Books what patrons paid. */
@ConsumerType
public interface Fees {

    /**
     * Books a payment. It is refused only if it cannot be booked: the money was taken already, and the terminal will have
     * to give it back.
     *
     * <p>A payment with a transaction id that was booked before, for the same patron and amount, is not booked again: its
     * outcome is that of the first time.
     */
    Outcome<Receipt> pay(Context context, Payment payment) throws CirculationException;
}
