// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.sip2.Message;

/**
 * What a request is answered, and what that means for the same request come again.
 *
 * @param message the answer
 * @param standing whether it is the outcome of the request
 * @param remark what the log says of it beside its code; may be empty
 */
record Answer(Message message, Standing standing, String remark) {

    /** What a repetition of the request gets. */
    enum Standing {
        /** The request was dealt with, well or not: its repetition gets the same answer. */
        FINAL,
        /** Nothing was done: its repetition is a new request. */
        PASSING,
        /** Nothing was done, and the terminal has no business here any more: the connection is closed after it. */
        PARTING
    }

    Answer {
        requireNonNull(message, "message");
    }

    static Answer last(Message message, String remark) {
        return new Answer(message, Standing.FINAL, remark);
    }

    static Answer passing(Message message, String remark) {
        return new Answer(message, Standing.PASSING, remark);
    }

    static Answer parting(Message message, String remark) {
        return new Answer(message, Standing.PARTING, remark);
    }
}
