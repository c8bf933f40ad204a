// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Wants to know when a patron is done at a terminal. */
@ConsumerType
public interface PatronSessions {

    /** The patron is done; returns what should be shown or printed at the end. */
    Notes end(Context context, String patron) throws CirculationException;
}
