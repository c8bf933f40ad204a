// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import acs.api.circulation.CirculationException;
import acs.api.circulation.StaffException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What machines recorded and a person must look at, of every institution that keeps such a list; registered by the core.
 * Safe for use by many threads.
 */
@ProviderType
public interface ExceptionLists {

    /**
     * What nobody has settled yet, the oldest first.
     *
     * @throws IllegalArgumentException with a sentence for people, if the institution is not served or keeps no list
     * @throws CirculationException if the list cannot be read
     */
    List<StaffException> open(String institution) throws CirculationException;

    /**
     * Takes an entry off the list; false if it is not on it.
     *
     * @throws IllegalArgumentException as above
     * @throws CirculationException if the list cannot be changed
     */
    boolean settle(String institution, long id) throws CirculationException;
}
