// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The fourteen flags that tell a terminal what a patron may not do, and why.
 *
 * @param flags the flags that are set, in the order of the wire, unmodifiable
 */
public record PatronStatus(Set<Flag> flags) {
    private static final PatronStatus CLEAR = new PatronStatus(EnumSet.noneOf(Flag.class));
    private static final PatronStatus DENIED =
            new PatronStatus(EnumSet.of(Flag.CHARGE_DENIED, Flag.RENEWAL_DENIED, Flag.RECALL_DENIED, Flag.HOLD_DENIED));

    public PatronStatus {
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }

    /** Nothing is denied. */
    public static PatronStatus clear() {
        return CLEAR;
    }

    /** All four privileges are denied: the answer for an unknown patron. */
    public static PatronStatus denied() {
        return DENIED;
    }

    /** These flags and no others. */
    public static PatronStatus of(Flag... flags) {
        return of(List.of(flags));
    }

    /** These flags and no others. */
    public static PatronStatus of(Collection<Flag> flags) {
        return new PatronStatus(Set.copyOf(flags));
    }

    /** Whether the flag is set. */
    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Anything but Y is not set. */
    static PatronStatus read(String raw) {
        EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
        for (int i = 0; i < Flag.VALUES.size(); i++) {
            if (raw.charAt(i) == 'Y') {
                set.add(Flag.VALUES.get(i));
            }
        }
        return set.isEmpty() ? CLEAR : new PatronStatus(set);
    }

    String write() {
        StringBuilder text = new StringBuilder(Flag.VALUES.size());
        for (Flag flag : Flag.VALUES) {
            text.append(flags.contains(flag) ? 'Y' : ' ');
        }
        return text.toString();
    }

    /** One position of the patron status. The first four say what is denied, the others why. */
    public enum Flag {
        CHARGE_DENIED,
        RENEWAL_DENIED,
        RECALL_DENIED,
        HOLD_DENIED,
        CARD_REPORTED_LOST,
        TOO_MANY_ITEMS_CHARGED,
        TOO_MANY_ITEMS_OVERDUE,
        TOO_MANY_RENEWALS,
        TOO_MANY_CLAIMS_RETURNED,
        TOO_MANY_ITEMS_LOST,
        EXCESSIVE_FINES,
        EXCESSIVE_FEES,
        RECALL_OVERDUE,
        TOO_MANY_ITEMS_BILLED;

        static final List<Flag> VALUES = List.of(values());
    }
}
