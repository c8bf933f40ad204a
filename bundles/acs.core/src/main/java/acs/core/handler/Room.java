// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Dialect;
import acs.sip2.Message;
import acs.sip2.Wire;
import java.util.function.IntFunction;

/** Keeps answers with a list within the size that terminals take; their counts tell that there is more. */
final class Room {
    /** The longest message, in bytes, with trailer and line end. */
    private static final int MESSAGE_LIMIT = 8192;

    /** Trailer, line end, and what screen messages may grow by until they are on the wire. */
    private static final int RESERVE = 2048;

    /** So many entries fit whatever they are. */
    private static final int ALWAYS_FITTING = 8;

    private Room() {}

    /**
     * The answer with as many entries of its list as there is room for.
     *
     * @param entries how many there are
     * @param answer makes the answer with the first so many of them
     */
    static Message fill(Visit visit, int entries, IntFunction<Message> answer) {
        Message whole = answer.apply(entries);
        if (entries <= ALWAYS_FITTING) {
            return whole;
        }
        Dialect dialect = visit.account().dialect();
        Wire wire = new Wire(dialect.charset(), dialect.delimiter());
        if (fits(whole, wire)) {
            return whole;
        }
        int fitting = 0;
        int tooMany = entries;
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) >>> 1;
            if (fits(answer.apply(middle), wire)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return answer.apply(fitting);
    }

    private static boolean fits(Message message, Wire wire) {
        return wire.write(message).length <= MESSAGE_LIMIT - RESERVE;
    }
}
