// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Knows the patrons' PINs, for patrons that no directory vouches for. */
@ConsumerType
public interface Pins {

    /** What became of a PIN. */
    enum Check {
        RIGHT,
        WRONG,
        /** The patron has none, so none is right. */
        NONE
    }

    /**
     * Whether the PIN is the patron's.
     *
     * @param patron the card number of a patron that was found
     * @param pin never empty; the caller erases it after the call, so do not keep it
     */
    Check check(Context context, String patron, char[] pin) throws CirculationException;
}
