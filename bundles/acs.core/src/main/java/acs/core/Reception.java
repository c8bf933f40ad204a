// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.auth.Verdict;
import acs.api.transport.Conversation;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import acs.sip2.Tagged;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who a terminal is, and tells one that has not said so next to nothing.
 *
 * <p>A failed login looks the same whatever failed, and takes about the same time. Safe for use by many threads.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** The only algorithm there is: none. Some terminals send a blank. */
    private static final String CLEAR_TEXT = "0";

    private static final Lane.Bounds HASHING =
            new Lane.Bounds(Runtime.getRuntime().availableProcessors(), 1000);
    private static final Lane.Bounds ASKING = new Lane.Bounds(32, 1000);

    /** The lanes of logins: hashes take the processor, everything else takes time. */
    private enum Work {
        HASHING,
        ASKING
    }

    private final CoreSettings settings;
    private final Calls calls;
    private final KnownAccounts accounts;
    private final Passwords passwords;
    private final StatusAnswers status;
    private final LoginThrottle throttle = new LoginThrottle();

    Reception(CoreSettings settings, Calls calls, KnownAccounts accounts, Passwords passwords, StatusAnswers status) {
        this.settings = requireNonNull(settings, "settings");
        this.calls = requireNonNull(calls, "calls");
        this.accounts = requireNonNull(accounts, "accounts");
        this.passwords = requireNonNull(passwords, "passwords");
        this.status = requireNonNull(status, "status");
    }

    /** Answers a message other than 93 of a terminal that must log in first. */
    Answer stranger(Conversation conversation, MessageType type) {
        if (type == MessageType.SC_STATUS) {
            return Answer.passing(status.stranger(), "not logged in");
        }
        return conversation.strike() < settings.maxStrikes()
                ? Answer.passing(status.loginRequired(), "not logged in")
                : Answer.parting(status.loginRequired(), "not logged in");
    }

    /** Answers a terminal whose account is gone. */
    Answer gone(Conversation conversation) {
        LOG.warn("{} is told that its account is not configured any more", conversation);
        return Answer.parting(status.offline("account.unknown"), "unknown account");
    }

    /** Answers a terminal that is where its account must not be used. */
    Answer elsewhere(Conversation conversation) {
        LOG.warn("{} is outside the networks of its account (allow_from)", conversation);
        return Answer.parting(status.offline("address.denied"), "outside allow_from");
    }

    /** Answers a login message (93). */
    CompletionStage<Answer> login(Conversation conversation, Message request) {
        conversation.logOut();
        if (!isClear(request.get(Fixed.UID_ALGORITHM)) || !isClear(request.get(Fixed.PWD_ALGORITHM))) {
            LOG.warn("{} encrypts its login by an algorithm nobody knows", conversation);
            return failed(conversation, request.get(Field.CN), Duration.ZERO).thenApply(unused -> no(conversation));
        }
        return login(conversation, request.get(Field.CN), request.get(Field.CO), request.get(Field.CP))
                .thenApply(accepted -> accepted ? yes(conversation) : no(conversation));
    }

    /** Logs a terminal in, or holds it against the terminal that it failed. */
    CompletionStage<Boolean> login(Conversation conversation, String name, String secret, String location) {
        conversation.logOut();
        long since = System.nanoTime();
        return verdict(conversation, name, secret).thenCompose(verdict -> {
            if (verdict == Verdict.ACCEPT) {
                conversation.logIn(name, location);
                LOG.info("{} is logged in", conversation);
                return CompletableFuture.completedFuture(true);
            }
            LOG.info("{} failed to log in: {}", conversation, new Tagged(Field.CN, name));
            return failed(conversation, name, Duration.ofNanos(System.nanoTime() - since));
        });
    }

    private CompletionStage<Boolean> failed(Conversation conversation, String name, Duration taken) {
        conversation.strike();
        Duration delay = throttle.failed(conversation.remote().getAddress(), name, settings.loginDelay());
        Duration left = delay.minus(taken);
        return left.isNegative() || left.isZero() ? CompletableFuture.completedFuture(false) : calls.later(left, false);
    }

    private CompletionStage<Verdict> verdict(Conversation conversation, String name, String secret) {
        Optional<KnownAccount> known = accounts.find(name);
        if (known.isEmpty()) {
            // It may be under way: the server has just started, or is reading its configuration again.
            return calls.call(
                    Work.ASKING,
                    ASKING,
                    settings.limit(),
                    () -> check(conversation, accounts.await(name, settings.patience()), secret),
                    why -> unavailable(name, why));
        }
        Optional<Verdict> atOnce = passwords.checkAtOnce(known.get().account(), secret);
        if (atOnce.isPresent()) {
            return CompletableFuture.completedFuture(admit(conversation, known.get(), atOnce.get()));
        }
        boolean hashed = Passwords.isHashed(known.get().account());
        return calls.call(
                hashed ? Work.HASHING : Work.ASKING,
                hashed ? HASHING : ASKING,
                settings.limit(),
                () -> check(conversation, known, secret),
                why -> unavailable(name, why));
    }

    private Verdict check(Conversation conversation, Optional<KnownAccount> known, String secret)
            throws InterruptedException {
        return known.isEmpty()
                ? Verdict.REJECT
                : admit(conversation, known.get(), passwords.check(known.get().account(), secret));
    }

    private static Verdict admit(Conversation conversation, KnownAccount known, Verdict verdict) {
        if (verdict == Verdict.ACCEPT && !known.admits(conversation)) {
            LOG.warn(
                    "{} has the password of account {}, but is outside its networks (allow_from)",
                    conversation,
                    known.account().id());
            return Verdict.REJECT;
        }
        return verdict;
    }

    private static Verdict unavailable(String name, NoAnswer why) {
        if (why instanceof NoAnswer.Failed failed) {
            LOG.warn("A login could not be checked ({})", new Tagged(Field.CN, name), failed.cause());
        } else {
            LOG.warn("A login could not be checked in time ({})", new Tagged(Field.CN, name));
        }
        return Verdict.UNAVAILABLE;
    }

    private static boolean isClear(String algorithm) {
        return algorithm.equals(CLEAR_TEXT) || algorithm.isBlank();
    }

    private static Answer yes(Conversation conversation) {
        conversation.speaks(ProtocolVersion.SIP2.text());
        return Answer.last(Message.of(MessageType.LOGIN_RESPONSE).ok(true).build(), "");
    }

    private Answer no(Conversation conversation) {
        Message no = Message.of(MessageType.LOGIN_RESPONSE).ok(false).build();
        return conversation.strikes() < settings.maxStrikes() ? Answer.passing(no, "") : Answer.parting(no, "");
    }
}
