// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Reply;
import acs.core.text.Texts;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the lines of terminals, step by step: did it arrive whole, is it understood, who sends it, did it come before,
 * and only then: what is answered.
 */
@Component(service = LineHandler.class, immediate = true)
public final class Conversations implements LineHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final byte[] NOTHING = {};
    /** Lines of terminals whose account is being reconfigured at this moment. */
    private static final Lane.Bounds WAITING_ROOM = new Lane.Bounds(16, 10_000);

    private final CoreSettings settings;
    private final Calls calls;
    private final KnownAccounts accounts;
    private final Reception reception;
    private final Desk desk;
    private final Changes changes;
    private final Speeches speeches = new Speeches();
    private final Onlookers onlookers;

    @Activate
    public Conversations(
            @Reference CoreSettings settings,
            @Reference Calls calls,
            @Reference KnownAccounts accounts,
            @Reference KnownInstitutions institutions,
            @Reference Implementations implementations,
            @Reference Authenticators authenticators,
            @Reference ObservedTraffic traffic) {
        this(
                settings,
                calls,
                accounts,
                institutions,
                implementations,
                authenticators,
                traffic,
                Texts.watching(Path.of(System.getProperty("acs.etc", "etc"), "messages")),
                Clock.system(ZoneId.systemDefault()),
                Clock.systemUTC());
    }

    /**
     * At another time than the machine's, for tests.
     *
     * @param clock what it is answered by
     * @param wall the time that the terminals' clocks have, too
     */
    public Conversations(
            CoreSettings settings,
            Calls calls,
            KnownAccounts accounts,
            KnownInstitutions institutions,
            Implementations implementations,
            Authenticators authenticators,
            ObservedTraffic traffic,
            Texts texts,
            Clock clock,
            Clock wall) {
        this.settings = requireNonNull(settings, "settings");
        this.calls = requireNonNull(calls, "calls");
        this.accounts = requireNonNull(accounts, "accounts");
        StatusAnswers status = new StatusAnswers(clock, texts);
        Passwords passwords = new Passwords(institutions, authenticators);
        PatronPins pins = new PatronPins(authenticators);
        this.reception = new Reception(settings, calls, accounts, passwords, status);
        this.desk = new Desk(settings, calls, institutions, implementations, pins, status, texts, clock);
        this.changes = new Changes(institutions, desk, wall);
        this.onlookers = new Onlookers(settings, accounts, traffic, speeches);
    }

    @Override
    public CompletionStage<Reply> handle(Conversation conversation, byte[] line) {
        long since = System.nanoTime();
        try {
            return onlookers.show(conversation, line, () -> answer(conversation, line, since));
        } catch (RuntimeException bug) {
            return done(broken(conversation, bug));
        }
    }

    private CompletionStage<Reply> answer(Conversation conversation, byte[] line, long since) {
        return receive(conversation, line, since).exceptionally(bug -> broken(conversation, bug));
    }

    @Override
    public CompletionStage<Boolean> login(Conversation conversation, String name, char[] password) {
        String secret = new String(password);
        Arrays.fill(password, '\0');
        return onlookers.showLogin(conversation, name, () -> dialogue(conversation, name, secret));
    }

    private CompletionStage<Boolean> dialogue(Conversation conversation, String name, String secret) {
        return reception.login(conversation, name, secret, "").exceptionally(bug -> {
            LOG.error("A login of {} failed unexpectedly", conversation, bug);
            return false;
        });
    }

    private CompletionStage<Reply> receive(Conversation conversation, byte[] line, long since) {
        if (Wire.trim(line).length == 0) {
            return done(Reply.none());
        }
        if (!conversation.isLoggedIn()) {
            return receive(conversation, line, Optional.empty(), since);
        }
        Optional<KnownAccount> account = accounts.find(conversation.account());
        if (account.isPresent()) {
            return receive(conversation, line, account, since);
        }
        return calls.call(
                        WAITING_ROOM,
                        WAITING_ROOM,
                        settings.limit(),
                        () -> accounts.await(conversation.account(), settings.patience()),
                        why -> Optional.<KnownAccount>empty())
                .thenCompose(found -> receive(conversation, line, found, since));
    }

    private CompletionStage<Reply> receive(
            Conversation conversation, byte[] bytes, Optional<KnownAccount> account, long since) {
        Speech speech = account.map(KnownAccount::speech).orElseGet(() -> speeches.of(conversation.listener()));
        Line line = Line.of(conversation, bytes, speech, since);
        if (line.body().length == 0) {
            return done(Reply.none());
        }
        String distrust = line.distrust();
        if (!distrust.isEmpty()) {
            return askAgain(line, distrust);
        }
        Reading reading = speech.read(line.body());
        if (reading instanceof Reading.Understood understood) {
            Journal.asked(conversation, understood.message(), understood.oddities());
            return answer(line, understood.message(), account);
        }
        return askAgain(line, ((Reading.NotUnderstood) reading).reason());
    }

    private CompletionStage<Reply> answer(Line line, Message request, Optional<KnownAccount> account) {
        Conversation conversation = line.conversation();
        MessageType type = request.type();
        if (type == MessageType.REQUEST_SC_RESEND) {
            return done(Reply.none()); // it is for the server to say that
        }
        if (!type.request()) {
            return askAgain(line, "not a request");
        }
        conversation.understood();
        if (type == MessageType.LOGIN) {
            return login(line, request);
        }
        if (!conversation.isLoggedIn()) {
            return type == MessageType.REQUEST_ACS_RESEND
                    ? askAgain(line, "not logged in")
                    : done(line.answer(type, reception.stranger(conversation, type)));
        }
        if (account.isEmpty()) {
            return done(line.answer(type, reception.gone(conversation)));
        }
        if (!account.get().admits(conversation)) {
            return done(line.answer(type, reception.elsewhere(conversation)));
        }
        if (type == MessageType.REQUEST_ACS_RESEND) {
            return done(line.resend());
        }
        Terminals.note(conversation, request);
        if (Changes.isOne(type)) {
            return changes.serve(line, request, account.get().account());
        }
        return desk.serve(conversation, account.get().account(), request)
                .thenApply(answer -> line.answer(type, answer));
    }

    private CompletionStage<Reply> login(Line line, Message request) {
        Conversation conversation = line.conversation();
        return reception.login(conversation, reread(line, request)).thenApply(answer -> {
            Line theirs = accounts.find(conversation.account())
                    .map(account -> line.in(account.speech()))
                    .orElse(line);
            String distrust = theirs.distrust();
            if (distrust.isEmpty()) {
                return theirs.answer(MessageType.LOGIN, answer);
            }
            conversation.logOut();
            return theirs.askAgain(distrust, settings.maxMisunderstood());
        });
    }

    /** Only the name in a login tells which character set its password is in. */
    private Message reread(Line line, Message login) {
        boolean plain =
                login.fields().stream().allMatch(field -> field.value().chars().allMatch(c -> c < 0x80));
        Optional<KnownAccount> account = plain ? Optional.empty() : accounts.find(login.get(Field.CN));
        return account.map(known -> line.speech().lettersOf(known.speech()).read(line.body()))
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> ((Reading.Understood) reading).message())
                .orElse(login);
    }

    private CompletionStage<Reply> askAgain(Line line, String reason) {
        return done(line.askAgain(reason, settings.maxMisunderstood()));
    }

    /** Cannot happen; if it does, the terminal gets an answer all the same, and keeps its connection. */
    private Reply broken(Conversation conversation, Throwable bug) {
        LOG.error("A line of {} was not answered as it should be", conversation, bug);
        return Reply.of(speeches.of(conversation.listener()).askAgain(new Trailer.None(NOTHING, false)));
    }

    private static CompletionStage<Reply> done(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
