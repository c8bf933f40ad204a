// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was read of the configuration files; one service for each reader, registered once the files that were there at the
 * start are read. Safe for use by many threads.
 */
@ProviderType
public interface ConfigurationStatus {

    /** What is wrong with the files as they are now; sorted by file and line. */
    List<Problem> problems();

    /** The ids of the listeners in force. */
    Set<String> listeners();

    /** The ids of the institutions in force. */
    Set<String> institutions();
}
