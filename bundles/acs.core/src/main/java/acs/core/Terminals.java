// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Conversation;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What terminals say about themselves: their protocol version, their printer, their language. */
final class Terminals {
    private static final Logger LOG = LoggerFactory.getLogger(Terminals.class);

    private Terminals() {}

    /** What a terminal says of its state (99) that it did not say before: a kind of exception; empty if it is fine. */
    static Optional<String> news(Conversation conversation, Message status) {
        String code = status.get(Fixed.STATUS_CODE);
        if (!conversation.reports(code)) {
            return Optional.empty();
        }
        return switch (code) {
            case "1" -> {
                LOG.warn("{}: the printer is out of paper", conversation);
                yield Optional.of("paper_out");
            }
            case "2" -> {
                LOG.info("{} is about to shut down", conversation);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /**
     * Notes what a terminal says of its abilities (99).
     *
     * @return the version it is to be answered in; empty if it is older than any
     */
    static Optional<ProtocolVersion> noteStatus(Conversation conversation, Message status) {
        conversation.prints(status.get(Fixed.MAX_PRINT_WIDTH));
        String version = version(status);
        if (version.startsWith("0")) {
            LOG.warn("{} speaks version {} (expected: 1.00 or 2.00)", conversation, version);
            return Optional.empty();
        }
        if (!version.startsWith("1.")) {
            if (!version.startsWith("2.")) {
                LOG.info(
                        "{} speaks version \"{}\" (expected: 1.00 or 2.00); it is taken for 2.00",
                        conversation,
                        version);
            }
            conversation.speaks(ProtocolVersion.SIP2.text());
            return Optional.of(ProtocolVersion.SIP2);
        }
        if (conversation.protocol().isEmpty()) {
            conversation.speaks(ProtocolVersion.SIP1.text());
        }
        return Optional.of(ProtocolVersion.SIP1);
    }

    /** The version a terminal says it speaks, fit for a log and a screen. */
    static String version(Message status) {
        StringBuilder text = new StringBuilder();
        status.get(Fixed.PROTOCOL_VERSION)
                .chars()
                .filter(c -> c > ' ' && c < 0x7F)
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    /** Notes what any other request says of the terminal: one that version 1.00 does not have shows that it speaks 2.00. */
    static void note(Conversation conversation, Message request) {
        MessageType type = request.type();
        if (type.since() == ProtocolVersion.SIP2 && speaksFirstVersion(conversation)) {
            LOG.debug("{} said it speaks 1.00 only, and sends {}", conversation, type.code());
            conversation.speaks(ProtocolVersion.SIP2.text());
        }
        if (type.has(Fixed.LANGUAGE)) {
            conversation.asksIn(request.get(Fixed.LANGUAGE));
        } else if (type == MessageType.END_PATRON_SESSION) {
            conversation.asksIn(0);
        }
    }

    /** Whether the terminal knows nothing of what came with 2.00. */
    static boolean speaksFirstVersion(Conversation conversation) {
        return conversation.protocol().equals(ProtocolVersion.SIP1.text());
    }
}
