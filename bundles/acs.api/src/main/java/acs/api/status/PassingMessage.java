// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** A line on its way between a terminal and the server. Immutable. */
@ProviderType
public interface PassingMessage {

    /** When it passed. */
    Instant at();

    /** The number of the connection, as {@code acs:sessions} lists it. */
    long session();

    /** Whether the terminal sent it; otherwise the server did. */
    boolean fromTerminal();

    /** The id of the account that the terminal is logged in as; empty before. */
    String account();

    /** The id of the account's institution; empty before the login. */
    String institution();

    /** Address and port of the terminal. */
    String remote();

    /**
     * The line, fit for a screen, with passwords and personal data masked. Of a line that is no message only the length
     * is told, and why it is none: nobody knows what may be in it. Made on every call, in the thread of the caller.
     */
    String text();

    /** The same with personal data shown; passwords stay masked. */
    String textWithPersonalData();
}
