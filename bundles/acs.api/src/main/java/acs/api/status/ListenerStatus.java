// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import acs.api.transport.Conversation;
import acs.api.transport.Listener;
import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** A configured listener at work; one service for each, registered by the transport. Safe for use by many threads. */
@ProviderType
public interface ListenerStatus {

    Listener listener();

    /** The address it listens on, or should, e.g. {@code 127.0.0.1:6001}. */
    String address();

    /** Whether it encrypts. */
    boolean secure();

    /** One sentence on why it does not listen; empty when it does. */
    String problem();

    /** The connections of this moment. */
    Collection<Conversation> conversations();
}
