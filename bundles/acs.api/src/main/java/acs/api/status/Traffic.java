// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Lets somebody look on while terminals and the server talk. Safe for use by many threads. */
@ProviderType
public interface Traffic {

    /**
     * Shows every message from now on.
     *
     * @param watcher called by the threads that serve terminals: it must return at once and never block or throw
     * @return with which to end it
     */
    Watch watch(Consumer<PassingMessage> watcher);

    /** Somebody looks on. */
    interface Watch {
        /** Nothing is shown to this watcher any more. */
        void end();
    }
}
