// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

/** Why a call came to no answer. */
sealed interface NoAnswer {

    /** It was never begun: too many are under way, or the server is stopping. */
    record Busy() implements NoAnswer {}

    /** It took longer than it may; what it did meanwhile is not known. */
    record TimedOut() implements NoAnswer {}

    /** It failed. */
    record Failed(Throwable cause) implements NoAnswer {
        public Failed {
            requireNonNull(cause, "cause");
        }
    }
}
