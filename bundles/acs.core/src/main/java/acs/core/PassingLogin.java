// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.status.PassingMessage;
import acs.api.transport.Conversation;
import acs.sip2.Field;
import acs.sip2.Tagged;
import java.time.Instant;

/**
 * One side of a login in a dialogue, as on a telnet listener, where no message passes.
 *
 * @param text without the password
 */
record PassingLogin(
        Instant at, long session, boolean fromTerminal, String account, String institution, String remote, String text)
        implements PassingMessage {
    private static final String LABEL = "login dialogue: ";
    /** Stands for any password; that it is masked is up to the field. */
    private static final Tagged PASSWORD = new Tagged(Field.CO, "?");

    /** What the terminal typed. */
    static PassingLogin typed(Conversation conversation, String name) {
        return of(conversation, true, "", new Tagged(Field.CN, name) + " " + PASSWORD);
    }

    /** What came of it. */
    static PassingLogin verdict(Conversation conversation, String institution, boolean right) {
        return of(conversation, false, institution, right ? "ok" : "invalid");
    }

    private static PassingLogin of(Conversation conversation, boolean fromTerminal, String institution, String text) {
        return new PassingLogin(
                Instant.now(),
                conversation.id(),
                fromTerminal,
                conversation.account(),
                institution,
                PassingLine.remote(conversation),
                LABEL + text);
    }

    /** The same of a terminal that is known by now. */
    PassingLogin by(String accountId, String institutionId) {
        return new PassingLogin(at, session, fromTerminal, accountId, institutionId, remote, text);
    }

    @Override
    public String textWithPersonalData() {
        return text;
    }
}
