// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Policy;
import acs.api.transport.Conversation;
import acs.api.transport.Exchange;
import acs.api.transport.Reply;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sees to it that a request which changes something is dealt with once, however often it comes. */
final class Changes {
    private static final Set<MessageType> TYPES = EnumSet.of(
            MessageType.CHECKOUT,
            MessageType.CHECKIN,
            MessageType.RENEW,
            MessageType.RENEW_ALL,
            MessageType.HOLD,
            MessageType.FEE_PAID,
            MessageType.BLOCK_PATRON,
            MessageType.PATRON_ENABLE,
            MessageType.ITEM_STATUS_UPDATE);

    /** How far the clock of a terminal may be out for the date in its requests to mean anything. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private static final Duration SHORTEST_MEMORY = Duration.ofSeconds(30);
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(10);
    private static final Duration USUAL_MEMORY = Duration.ofMinutes(1);
    private static final int UNKNOWN = 999;

    private final KnownInstitutions institutions;
    private final Desk desk;
    private final Clock wall;
    private final Repetitions repetitions = new Repetitions();

    /** @param wall the time that the terminals' clocks have, too */
    Changes(KnownInstitutions institutions, Desk desk, Clock wall) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.desk = requireNonNull(desk, "desk");
        this.wall = requireNonNull(wall, "wall");
    }

    /** Whether a request of this kind must not be dealt with twice. */
    static boolean isOne(MessageType type) {
        return TYPES.contains(type);
    }

    /** Deals with the request, or gives the answer it got before. */
    CompletionStage<Reply> serve(Line line, Message request, Account account) {
        MessageType type = request.type();
        if (line.cameBefore()) {
            return CompletableFuture.completedFuture(line.answerAgain(type));
        }
        Repetitions.Arrival arrival = enter(line, request, account);
        Repetitions.Ticket ticket = arrival.ticket();
        if (!arrival.again()) {
            return desk.serve(line.conversation(), account, request)
                    .thenApply(answer -> answer(line, type, answer, ticket));
        }
        return ticket.answer().thenCompose(body -> {
            if (body.isEmpty()) {
                return serve(line, request, account);
            }
            Exchange exchange = line.answerAgain(type, body.get());
            ticket.passTo(line.conversation(), exchange);
            return CompletableFuture.completedFuture(Reply.of(exchange.response()));
        });
    }

    private static Reply answer(Line line, MessageType type, Answer answer, Repetitions.Ticket ticket) {
        byte[] body = line.write(answer.message());
        Reply reply = line.answer(type, answer, body);
        if (answer.standing() == Answer.Standing.FINAL) {
            ticket.answered(body, line.conversation().last());
        } else {
            ticket.dropped();
        }
        return reply;
    }

    private Repetitions.Arrival enter(Line line, Message request, Account account) {
        Conversation conversation = line.conversation();
        Optional<Institution> institution = institutions.find(account.institution());
        return repetitions.enter(
                Repetitions.Key.of(
                        account.id(),
                        conversation.location(),
                        conversation.remote().getAddress(),
                        line.body()),
                conversation,
                institution.isPresent() && isRecent(request, institution.get()),
                institution.map(known -> memory(known.policy())).orElse(USUAL_MEMORY));
    }

    private boolean isRecent(Message request, Institution institution) {
        return request.get(Fixed.TRANSACTION_DATE)
                .in(institution.zone())
                .map(at -> Duration.between(at.toInstant(), wall.instant()).abs())
                .filter(age -> age.compareTo(RECENT) < 0)
                .isPresent();
    }

    /** As long as a terminal goes on trying, by what it was told. */
    private static Duration memory(Policy policy) {
        if (policy.timeoutTenths() == UNKNOWN || policy.retries() == UNKNOWN) {
            return USUAL_MEMORY;
        }
        Duration trying = Duration.ofMillis(policy.timeoutTenths() * 100L * (policy.retries() + 1));
        if (trying.compareTo(SHORTEST_MEMORY) < 0) {
            return SHORTEST_MEMORY;
        }
        return trying.compareTo(LONGEST_MEMORY) > 0 ? LONGEST_MEMORY : trying;
    }
}
