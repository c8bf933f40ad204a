// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.transport.Conversation;
import acs.api.transport.Networks;

/**
 * An account, and what was made of its configuration once for all requests.
 *
 * @param account as configured
 * @param speech how its terminals are spoken to
 * @param networks where they may come from
 * @param logging what is written down of them
 */
record KnownAccount(Account account, Speech speech, Networks networks, MessageLogging logging) {

    /** @throws IllegalArgumentException if the dialect cannot be spoken, or a rule, a network or a date is none */
    static KnownAccount of(Account account) {
        return new KnownAccount(
                account,
                Speech.of(account),
                Networks.of(account.rights().addresses()),
                MessageLogging.of(account.settings()));
    }

    /** Whether a terminal may use the account where it is. */
    boolean admits(Conversation conversation) {
        return networks.contains(conversation.remote().getAddress());
    }
}
