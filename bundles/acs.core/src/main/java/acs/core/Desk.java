// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Language;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Diagnosis;
import acs.api.circulation.Durable;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.api.circulation.StaffExceptions;
import acs.api.swap.Lease;
import acs.api.transport.Conversation;
import acs.core.handler.Handler;
import acs.core.handler.Handlers;
import acs.core.handler.Pin;
import acs.core.handler.PinCheck;
import acs.core.handler.Visit;
import acs.core.text.Texts;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves terminals that are known: finds the implementation that answers for them, lets in what is permitted, and sees
 * to it that there is an answer in time, be it that there is none. Safe for use by many threads.
 */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    /** Whom a request is shown to that the library did not answer. */
    private static final Circulation NOBODY = (context, id) -> Optional.empty();

    /** One request and who sends it. */
    private record Request(Conversation conversation, Account account, Message message) {
        MessageType type() {
            return message.type();
        }
    }

    private final CoreSettings settings;
    private final Calls calls;
    private final KnownInstitutions institutions;
    private final Implementations implementations;
    private final PatronPins pins;
    private final StatusAnswers status;
    private final Texts texts;
    private final Clock clock;
    private final LookupThrottle lookups = new LookupThrottle();
    private final Warnings warnings = new Warnings();

    Desk(
            CoreSettings settings,
            Calls calls,
            KnownInstitutions institutions,
            Implementations implementations,
            PatronPins pins,
            StatusAnswers status,
            Texts texts,
            Clock clock) {
        this.settings = requireNonNull(settings, "settings");
        this.calls = requireNonNull(calls, "calls");
        this.institutions = requireNonNull(institutions, "institutions");
        this.implementations = requireNonNull(implementations, "implementations");
        this.pins = requireNonNull(pins, "pins");
        this.status = requireNonNull(status, "status");
        this.texts = requireNonNull(texts, "texts");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Completes once, never exceptionally, and within the time that the institution promises its terminals. */
    CompletionStage<Answer> serve(Conversation conversation, Account account, Message message) {
        Request request = new Request(conversation, located(account, conversation), message);
        Optional<Institution> institution = institutions.find(account.institution());
        Duration limit =
                institution.map(known -> settings.limit(known.policy())).orElseGet(settings::limit);
        return calls.start(
                account.institution(),
                settings.bounds(),
                limit,
                () -> answer(request),
                why -> withoutAnswer(request, institution, why));
    }

    private static Account located(Account account, Conversation conversation) {
        return account.location().isEmpty() && !conversation.location().isEmpty()
                ? account.at(conversation.location())
                : account;
    }

    private CompletionStage<Answer> answer(Request request) throws CirculationException, InterruptedException {
        Optional<Institution> institution = institutions.await(request.account().institution(), settings.patience());
        if (institution.isEmpty()) {
            return done(Answer.passing(status.offline("institution.unknown"), "unknown institution"));
        }
        if (settings.isClosed(institution.get().id())) {
            return done(Answer.passing(status.offline(institution.get(), "institution.maintenance"), "maintenance"));
        }
        return answer(request, institution.get());
    }

    private CompletionStage<Answer> answer(Request request, Institution institution)
            throws CirculationException, InterruptedException {
        Optional<Lease<Provider>> found = implementations.acquire(institution);
        if (found.isEmpty()) {
            return done(Answer.passing(status.offline(institution, "institution.notServed"), "no implementation"));
        }
        try (Lease<Provider> lease = found.get()) {
            if (lease.part().diagnosis().state() == Diagnosis.State.OFFLINE) {
                return done(Answer.passing(
                        status.offline(institution, "institution.notServed"), "implementation off-line"));
            }
            return answer(request, institution, lease.part().circulation());
        }
    }

    /** What a terminal is told was done must be safe. */
    private static CompletionStage<Answer> saved(Circulation library, Answer answer) {
        return library instanceof Durable durable ? durable.saved().thenApply(safe -> answer) : done(answer);
    }

    /** Whoever asks for one id after the other that nobody has is not to get far. */
    private CompletionStage<Answer> heldBack(Request request, Answer answer) {
        Conversation conversation = request.conversation();
        String who = "account " + request.account().id() + " at "
                + conversation.remote().getAddress().getHostAddress();
        Duration delay = lookups.missed(who, settings.maxUnknownIds());
        return delay.isZero() ? done(answer) : calls.later(delay, answer);
    }

    private static CompletionStage<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private CompletionStage<Answer> answer(Request request, Institution institution, Circulation library)
            throws CirculationException {
        if (request.type() == MessageType.SC_STATUS) {
            return done(Answer.last(status(request, institution, library), ""));
        }
        Handler handler = handler(request.type());
        Visit visit = visit(request, institution, library);
        Optional<Refusal> refusal = new Gate(request.account(), institution, library).refusal(request.type());
        if (refusal.isPresent() && !Gate.leaves(request.type())) {
            LOG.info(
                    "{} may not send {}: {}",
                    request.conversation(),
                    request.type().code(),
                    refusal.get());
            Message no = handler.refuse(request.message(), visit, Outcome.refused(refusal.get()));
            return done(Answer.last(no, refusal.get().name()));
        }
        Answer answer = Answer.last(handler.handle(request.message(), visit), "");
        if (Changes.isOne(request.type())) {
            return saved(library, answer);
        }
        return visit.missed() ? heldBack(request, answer) : done(answer);
    }

    private Message status(Request request, Institution institution, Circulation library) {
        Conversation conversation = request.conversation();
        Optional<String> news = Terminals.news(conversation, request.message());
        if (news.isPresent() && library instanceof StaffExceptions list) {
            note(list, visit(request, institution, library).context(), news.get());
        }
        Optional<ProtocolVersion> version = Terminals.noteStatus(conversation, request.message());
        if (version.isEmpty()) {
            return status.offline(institution, "version.unsupported", Terminals.version(request.message()));
        }
        Message answer = status.online(request.account(), institution, library, version.get());
        return version.get() == ProtocolVersion.SIP1 ? FirstVersion.of(answer) : answer;
    }

    /** The terminal is answered whether its news was kept or not. */
    private static void note(StaffExceptions list, Context context, String kind) {
        try {
            list.note(context, kind, "");
        } catch (CirculationException failure) {
            LOG.warn("Staff are not told of {}: {}", kind, failure.getMessage());
        }
    }

    private Visit visit(Request request, Institution institution, Circulation library) {
        return new Visit(
                request.message(),
                institution,
                request.account(),
                ZonedDateTime.now(clock),
                library,
                pinsOf(library),
                texts,
                Language.of(request.conversation().language()),
                request.conversation().printWidth());
    }

    private PinCheck pinsOf(Circulation library) {
        return new PinCheck() {
            @Override
            public Pin check(Context context, Patron patron, String sent) throws CirculationException {
                return pins.check(library, context, patron, sent);
            }

            @Override
            public void introduce(Context context, String id, String sent) throws CirculationException {
                pins.introduce(library, context, id, sent);
            }
        };
    }

    private static Handler handler(MessageType type) {
        return Handlers.standard()
                .of(type)
                .orElseThrow(() -> new IllegalStateException("type: " + type + " (expected: one with a handler)"));
    }

    private Answer withoutAnswer(Request request, Optional<Institution> institution, NoAnswer why) {
        warn(request, why);
        if (institution.isEmpty()) {
            return Answer.passing(status.offline("institution.unknown"), "unknown institution");
        }
        if (request.type() == MessageType.SC_STATUS) {
            return Answer.passing(status.offline(institution.get(), "institution.notServed"), "no answer");
        }
        Message no = handler(request.type())
                .refuse(
                        request.message(),
                        visit(request, institution.get(), NOBODY),
                        Outcome.refused(Refusal.UNAVAILABLE));
        // Who is told so after a while may have been served all the same: a repetition must not do it twice.
        return why instanceof NoAnswer.Busy ? Answer.passing(no, "busy") : Answer.last(no, "no answer");
    }

    private void warn(Request request, NoAnswer why) {
        String institution = request.account().institution();
        long silent = warnings.next(institution);
        if (silent < 0) {
            return;
        }
        String more = silent == 0 ? "" : " (and " + silent + " more before it)";
        String code = request.type().code();
        if (why instanceof NoAnswer.Failed failed) {
            LOG.warn("Institution {} gave no answer to {}{}", institution, code, more, failed.cause());
        } else if (why instanceof NoAnswer.TimedOut) {
            LOG.warn("Institution {} gave no answer to {} in time{}", institution, code, more);
        } else {
            LOG.warn("Institution {} has too many requests waiting; {} is turned away{}", institution, code, more);
        }
    }
}
