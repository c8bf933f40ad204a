// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.sip2.Field;
import acs.sip2.Message;

/** What a terminal sent, as far as it is fit to be handed to a library. */
final class Sent {
    private Sent() {}

    /** An id; empty when it is absent, blank, or longer than any id can be, so that it names nobody and nothing. */
    static String id(Message request, Field field) {
        String id = request.get(field);
        return id.isBlank() || request.overlong(field) ? "" : id;
    }

    /** A text, cut where the protocol ends it. */
    static String text(Message request, Field field) {
        String text = request.get(field);
        return text.length() <= Message.VALUE_LIMIT ? text : text.substring(0, Message.VALUE_LIMIT);
    }

    /** The institution id for the answers that send back what came, if anything did. */
    static String institution(Message request, Visit visit) {
        String sent = text(request, Field.AO);
        return sent.isBlank() ? visit.institution().id() : sent;
    }
}
