// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers the lines that terminals send.
 *
 * <p>Stateless: all that is known of a terminal is in its {@link Conversation}, which outlives this handler. The methods
 * are called on I/O threads and must not block; the stages they return complete on any thread, and never exceptionally.
 * For one conversation the next call is made only after the stage of the one before has completed.
 */
@ConsumerType
public interface LineHandler {

    /**
     * Answers one line.
     *
     * @param line the bytes between two terminators, never empty; not changed by anybody
     */
    CompletionStage<Reply> handle(Conversation conversation, byte[] line);

    /**
     * Logs a terminal in that gave its name and password in a dialogue.
     *
     * @param password erased by the handler when it is done
     * @return whether it is logged in now
     */
    CompletionStage<Boolean> login(Conversation conversation, String name, char[] password);
}
