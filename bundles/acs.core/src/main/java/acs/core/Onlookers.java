// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.status.PassingMessage;
import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Reply;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what terminals and server say to those who look on and to the message log. Safe for use by many threads. */
final class Onlookers {
    private static final Logger LOG = LoggerFactory.getLogger(LineHandler.class);

    private final CoreSettings settings;
    private final KnownAccounts accounts;
    private final ObservedTraffic traffic;
    private final Speeches speeches;

    Onlookers(CoreSettings settings, KnownAccounts accounts, ObservedTraffic traffic, Speeches speeches) {
        this.settings = requireNonNull(settings, "settings");
        this.accounts = requireNonNull(accounts, "accounts");
        this.traffic = requireNonNull(traffic, "traffic");
        this.speeches = requireNonNull(speeches, "speeches");
    }

    /** Has the line answered, and shows both if somebody wants to see them. */
    CompletionStage<Reply> show(Conversation conversation, byte[] line, Supplier<CompletionStage<Reply>> answering) {
        boolean known = conversation.isLoggedIn();
        if (known && !isSeen(conversation)) {
            return answering.get();
        }
        PassingLine request = passing(conversation, true, line);
        quietly(() -> traffic.show(request));
        if (known) {
            quietly(() -> log(conversation, request));
        }
        return answering.get().thenApply(reply -> {
            if (!known) {
                // whose messages these are, and so whether they are logged, came out only now
                quietly(() -> log(conversation, request.by(conversation.account(), institution(conversation))));
            }
            if (reply.bytes().length > 0) {
                PassingLine answer = passing(conversation, false, reply.bytes());
                quietly(() -> traffic.show(answer));
                quietly(() -> log(conversation, answer));
            }
            return reply;
        });
    }

    /** Has a login in a dialogue checked, and shows what was typed and what came of it; never the password. */
    CompletionStage<Boolean> showLogin(
            Conversation conversation, String name, Supplier<CompletionStage<Boolean>> checking) {
        PassingLogin typed = PassingLogin.typed(conversation, name);
        quietly(() -> traffic.show(typed));
        return checking.get().thenApply(right -> {
            String institution = institution(conversation);
            PassingLogin verdict = PassingLogin.verdict(conversation, institution, right);
            quietly(() -> traffic.show(verdict));
            quietly(() -> log(conversation, typed.by(conversation.account(), institution)));
            quietly(() -> log(conversation, verdict));
            return right;
        });
    }

    private boolean isSeen(Conversation conversation) {
        return traffic.isWatched() || isLogged(conversation);
    }

    private boolean isLogged(Conversation conversation) {
        return settings.logsMessagesOf(
                        conversation.account(), conversation.listener().id())
                || accounts.find(conversation.account())
                        .filter(account -> account.logging().on())
                        .isPresent();
    }

    private void log(Conversation conversation, PassingMessage line) {
        if (isLogged(conversation)) {
            boolean personal = accounts.find(conversation.account())
                    .filter(account -> account.logging().showsPersonalData(line.at()))
                    .isPresent();
            MessageLog.write(line, personal);
        }
    }

    private PassingLine passing(Conversation conversation, boolean fromTerminal, byte[] line) {
        Speech speech = accounts.find(conversation.account())
                .map(KnownAccount::speech)
                .orElseGet(() -> speeches.of(conversation.listener()));
        return PassingLine.of(conversation, fromTerminal, institution(conversation), speech, line);
    }

    private String institution(Conversation conversation) {
        return accounts.find(conversation.account())
                .map(known -> known.account().institution())
                .orElse("");
    }

    /** Nobody who looks on can keep a terminal from its answer. */
    private static void quietly(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException bug) {
            LOG.error("A message could not be shown", bug);
        }
    }
}
