// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome.Refused;
import acs.sip2.Message;

/** Answers one kind of request: reads it, asks the library, and says what came of it. Has no state. */
public interface Handler {

    /**
     * The answer to a request that the terminal may send.
     *
     * @throws CirculationException if the library did not answer; then the terminal gets {@link #refuse}
     */
    Message handle(Message request, Visit visit) throws CirculationException;

    /** The answer that says no and why, in the form that the protocol has for this kind of request; asks nobody. */
    Message refuse(Message request, Visit visit, Refused<?> why);
}
