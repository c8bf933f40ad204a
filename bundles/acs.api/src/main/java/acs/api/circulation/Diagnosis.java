// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * How an implementation is.
 *
 * @param state whether it can answer
 * @param detail one sentence for an operator; may be empty when all is well
 */
public record Diagnosis(State state, String detail) {
    private static final Diagnosis OK = new Diagnosis(State.OK, "");

    /** Whether it can answer. */
    public enum State {
        OK,
        /** It answers, but something needs a look. */
        DEGRADED,
        /** It cannot answer: terminals are told that the server is off-line. */
        OFFLINE
    }

    public static Diagnosis ok() {
        return OK;
    }
}
