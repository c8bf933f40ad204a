// SPDX-License-Identifier: Apache-2.0
package acs.api;

import java.util.Set;

/**
 * What an account may do and see.
 *
 * @param messages the codes of the requests it may send, e.g. {@code 09}; empty = all
 * @param offline whether it may upload transactions stored while off-line
 * @param pinRequired whether 11, 29, 65, 15 and 37 need the patron's right PIN
 * @param personalData when personal data (AE, BD, BE, BF, PB, item lists) is shown to it
 * @param addresses the networks it may come from in CIDR form; empty = everywhere
 */
public record Rights(
        Set<String> messages, Offline offline, boolean pinRequired, PersonalData personalData, Set<String> addresses) {

    /** Whether stored transactions are taken: as the institution's policy says, or decided for the account alone. */
    public enum Offline {
        AS_POLICY,
        ALLOWED,
        DENIED
    }

    /** When a terminal sees personal data of a patron. */
    public enum PersonalData {
        ALWAYS,
        AFTER_PIN,
        NEVER
    }

    public Rights {
        messages = Set.copyOf(messages);
        addresses = Set.copyOf(addresses);
    }

    /** All messages, from everywhere, with personal data. */
    public static Rights all() {
        return new Rights(Set.of(), Offline.AS_POLICY, false, PersonalData.ALWAYS, Set.of());
    }

    /** Whether the account may send a request of this code. */
    public boolean permits(String code) {
        return messages.isEmpty() || messages.contains(code);
    }
}
