// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import acs.api.auth.DirectoryEntry;
import org.osgi.annotation.versioning.ConsumerType;

/** Creates patrons whom a directory vouches for, and brings them up to date. */
@ConsumerType
public interface PatronSync {

    /** What became of a patron. */
    enum Change {
        CREATED,
        UPDATED,
        /** The library knows the patron, and nothing had to be written. */
        UNCHANGED,
        /** The library does not know the patron, and did not create one. */
        UNKNOWN
    }

    /**
     * Does for a patron what the entry asks for. The patron is found by the user id of the entry, then by its card number.
     * Repeating it changes nothing.
     *
     * @param entry of a person whose secret was found right
     * @param pin that secret, never empty; the caller erases it after the call, so do not keep it
     * @throws CirculationException also if the entry cannot become a patron, e.g. for want of a category; the message says
     *     why and names no person
     */
    Change synchronise(Context context, DirectoryEntry entry, char[] pin) throws CirculationException;
}
