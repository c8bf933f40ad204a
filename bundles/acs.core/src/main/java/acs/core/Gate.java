// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.circulation.Cards;
import acs.api.circulation.Catalogue;
import acs.api.circulation.Checkins;
import acs.api.circulation.Checkouts;
import acs.api.circulation.Circulation;
import acs.api.circulation.Fees;
import acs.api.circulation.Holds;
import acs.api.circulation.ItemProperties;
import acs.api.circulation.Refusal;
import acs.api.circulation.Renewals;
import acs.api.circulation.StoredTransactions;
import acs.sip2.MessageType;
import java.util.Optional;

/**
 * Which requests an account may send: what the institution's policy allows, its own rights do not take away, and the
 * implementation can do. What a terminal is told (98) and what is enforced are both decided here, so they cannot differ.
 */
final class Gate {
    private final Account account;
    private final Policy policy;
    private final Circulation library;

    Gate(Account account, Institution institution, Circulation library) {
        this.account = account;
        this.policy = institution.policy();
        this.library = library;
    }

    boolean permits(MessageType request) {
        return refusal(request).isEmpty();
    }

    /** Why the request is not served; empty if it is. */
    Optional<Refusal> refusal(MessageType request) {
        if (!isAllowed(request)) {
            return Optional.of(Refusal.NOT_PERMITTED);
        }
        return isPossible(request) ? Optional.empty() : Optional.of(Refusal.NOT_SUPPORTED);
    }

    /**
     * Whether the request is answered in full even by a terminal that may not send it: one that must not block or enable
     * a card is told how things stand, and that is for who answers to see to.
     */
    static boolean leaves(MessageType request) {
        return request == MessageType.BLOCK_PATRON || request == MessageType.PATRON_ENABLE;
    }

    /** Whether transactions that terminals stored while off-line are taken. */
    boolean takesStored() {
        return library instanceof StoredTransactions && isOffline(account.rights(), policy);
    }

    private static boolean isOffline(Rights rights, Policy policy) {
        return switch (rights.offline()) {
            case AS_POLICY -> policy.offline();
            case ALLOWED -> true;
            case DENIED -> false;
        };
    }

    private boolean isAllowed(MessageType request) {
        boolean byPolicy =
                switch (request) {
                    case CHECKOUT -> policy.checkout();
                    case CHECKIN -> policy.checkin();
                    case RENEW, RENEW_ALL -> policy.renewal();
                    case BLOCK_PATRON, PATRON_ENABLE -> policy.statusUpdate();
                    default -> true;
                };
        return byPolicy && (isBasic(request) || account.rights().permits(request.code()));
    }

    /** Without these a terminal could not even find out what it may do. */
    private static boolean isBasic(MessageType request) {
        return request == MessageType.LOGIN
                || request == MessageType.SC_STATUS
                || request == MessageType.REQUEST_ACS_RESEND;
    }

    private boolean isPossible(MessageType request) {
        return switch (request) {
            case CHECKOUT -> library instanceof Checkouts;
            case CHECKIN -> library instanceof Checkins;
            case RENEW, RENEW_ALL -> library instanceof Renewals;
            case BLOCK_PATRON, PATRON_ENABLE -> library instanceof Cards;
            case FEE_PAID -> library instanceof Fees;
            case HOLD -> library instanceof Holds;
            case ITEM_INFORMATION -> library instanceof Catalogue;
            case ITEM_STATUS_UPDATE -> library instanceof ItemProperties;
            default -> true;
        };
    }
}
