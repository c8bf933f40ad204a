// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import acs.sip2.Tagged;

/** What an answer looks like to a terminal that speaks version 1.00 only: without what came later. */
final class FirstVersion {
    private FirstVersion() {}

    static Message of(Message answer) {
        Message.Builder plain = answer.toBuilder();
        if (answer.type() == MessageType.ACS_STATUS) {
            plain.with(Fixed.PROTOCOL_VERSION, ProtocolVersion.SIP1.text());
        }
        for (Tagged tagged : answer.fields()) {
            if (isLater(answer.type(), tagged.field())) {
                plain.without(tagged.field());
            }
        }
        return plain.build();
    }

    private static boolean isLater(MessageType type, Field field) {
        // Who had the item is told since 2.00 only, in a field that is older than that.
        return field.since() != ProtocolVersion.SIP1
                || (type == MessageType.CHECKIN_RESPONSE && field.equals(Field.AA));
    }
}
