// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.sip2.MessageType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Who answers which request of a terminal that is known and may ask. Immutable. */
public final class Handlers {
    private static final Handlers STANDARD = new Handlers(standardByType());

    private final Map<MessageType, Handler> byType;

    private Handlers(Map<MessageType, Handler> byType) {
        this.byType = byType;
    }

    /** All requests that a library answers; the others (93, 97, 99) are about the conversation itself. */
    public static Handlers standard() {
        return STANDARD;
    }

    public Optional<Handler> of(MessageType request) {
        return Optional.ofNullable(byType.get(request));
    }

    private static Map<MessageType, Handler> standardByType() {
        Map<MessageType, Handler> handlers = new EnumMap<>(MessageType.class);
        handlers.put(MessageType.PATRON_STATUS, new PatronStatusHandler());
        handlers.put(MessageType.PATRON_INFORMATION, new PatronInformationHandler());
        handlers.put(MessageType.CHECKOUT, new CheckoutHandler());
        handlers.put(MessageType.CHECKIN, new CheckinHandler());
        handlers.put(MessageType.ITEM_INFORMATION, new ItemInformationHandler());
        handlers.put(MessageType.ITEM_STATUS_UPDATE, new ItemStatusUpdateHandler());
        handlers.put(MessageType.RENEW, new RenewHandler());
        handlers.put(MessageType.RENEW_ALL, new RenewAllHandler());
        handlers.put(MessageType.HOLD, new HoldHandler());
        handlers.put(MessageType.FEE_PAID, new FeePaidHandler());
        handlers.put(MessageType.BLOCK_PATRON, new BlockPatronHandler());
        handlers.put(MessageType.PATRON_ENABLE, new PatronEnableHandler());
        handlers.put(MessageType.END_PATRON_SESSION, new EndSessionHandler());
        return handlers;
    }
}
