// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Conversation;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what passes: at DEBUG one line for each request, without any text of it; at TRACE the messages, masked. */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger("acs.conversation");

    private Journal() {}

    /** A message of the terminal that was understood. */
    static void asked(Conversation conversation, Message request, List<String> oddities) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("{} > {}", conversation, request);
            oddities.forEach(oddity -> LOG.trace("{} ! {}", conversation, oddity));
        }
    }

    /** A request was answered. */
    static void answered(Conversation conversation, MessageType type, Answer answer, long since) {
        if (LOG.isDebugEnabled()) {
            Message message = answer.message();
            LOG.debug(
                    "{} {} {} {}{} {} ms",
                    conversation,
                    type.code(),
                    message.type().code(),
                    result(message),
                    answer.remark().isEmpty() ? "" : " (" + answer.remark() + ")",
                    millis(since));
            LOG.trace("{} < {}", conversation, message);
        }
    }

    /** A request was answered without being dealt with: it came again, or could not be made out. */
    static void passed(Conversation conversation, MessageType type, String what, long since) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {} {} {} ms", conversation, type.code(), what, millis(since));
        }
    }

    private static String result(Message message) {
        for (Fixed<Boolean> field : List.of(
                Fixed.OK, Fixed.PAYMENT_ACCEPTED, Fixed.ONLINE_STATUS, Fixed.END_SESSION, Fixed.ITEM_PROPERTIES_OK)) {
            if (message.type().has(field)) {
                return message.get(field) ? "ok" : "no";
            }
        }
        return "answered";
    }

    private static String millis(long since) {
        long micros = (System.nanoTime() - since) / 1000;
        return micros / 1000 + "." + (micros / 100) % 10;
    }
}
