// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;

/** Asks whoever knows whether a PIN is a patron's. */
@FunctionalInterface
public interface PinCheck {

    /**
     * What is known of it now.
     *
     * @param sent never empty
     * @throws CirculationException if the library was asked and did not answer
     */
    Pin check(Context context, Patron patron, String sent) throws CirculationException;

    /**
     * Has a patron created whom the library does not know, if a directory vouches for them.
     *
     * @param id as the terminal sent it
     * @param sent never empty
     * @throws CirculationException if that took too long
     */
    default void introduce(Context context, String id, String sent) throws CirculationException {}
}
