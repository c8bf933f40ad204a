// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What became of a line that was read. */
public sealed interface Reading {
    /**
     * The line is a message.
     *
     * @param message the message
     * @param oddities what is not as the protocol has it but could be read, for the log: free of values, at most
     *     {@value #ODDITIES_LIMIT} sentences
     */
    record Understood(Message message, List<String> oddities) implements Reading {
        public Understood {
            requireNonNull(message, "message");
            oddities = List.copyOf(oddities);
        }
    }

    /**
     * The line cannot be interpreted.
     *
     * @param reason why, for the log: free of values
     * @param type its type, when at least the code was one of the protocol's
     */
    record NotUnderstood(String reason, Optional<MessageType> type) implements Reading {
        public NotUnderstood {
            requireNonNull(reason, "reason");
            requireNonNull(type, "type");
        }
    }

    /** How many oddities of one message are told at most. */
    int ODDITIES_LIMIT = 20;
}
