// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import acs.api.Institution;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The list of what a person must look at. The library itself enters what it notices, such as conflicts of stored
 * transactions; what only the terminal knows is handed to it. Safe for use by many threads.
 */
@ConsumerType
public interface StaffExceptions {

    /** Enters what a terminal reports of itself, such as {@code paper_out}. */
    void note(Context context, String kind, String detail) throws CirculationException;

    /** What nobody has settled yet, the oldest first; some hundreds at most. */
    List<StaffException> open(Institution institution) throws CirculationException;

    /** Takes an entry off the list; false if it is not on it. */
    boolean settle(Institution institution, long id, Instant when) throws CirculationException;
}
