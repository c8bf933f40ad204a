// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is served, and if not, why; registered by the core. Safe for use by many threads. */
@ProviderType
public interface Institutions {

    /** All configured institutions, sorted by id. */
    List<InstitutionStatus> institutions();

    /** One sentence on whether and by what the institution is served, or what it waits for; also for an unknown id. */
    String why(String institution);
}
