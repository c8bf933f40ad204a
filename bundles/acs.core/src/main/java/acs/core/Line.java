// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.transport.Conversation;
import acs.api.transport.Exchange;
import acs.api.transport.Reply;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line that a terminal sent, and the ways to answer it; each notes in the conversation what was sent. */
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final byte[] NO_REQUEST = {};

    private final Conversation conversation;
    private final byte[] bytes;
    private final Trailer trailer;
    private final Speech speech;
    private final long since;

    private Line(Conversation conversation, byte[] bytes, Trailer trailer, Speech speech, long since) {
        this.conversation = conversation;
        this.bytes = bytes;
        this.trailer = trailer;
        this.speech = speech;
        this.since = since;
    }

    /**
     * @param bytes as they came: what stands in front of the message may be counted into its checksum
     * @param since when it came, in nanoseconds of the machine
     */
    static Line of(Conversation conversation, byte[] bytes, Speech speech, long since) {
        return new Line(conversation, Wire.trim(bytes), Trailer.of(bytes), speech, since);
    }

    /** The same line of a terminal that is to be spoken to in another way from now on. */
    Line in(Speech other) {
        return new Line(conversation, bytes, trailer, other, since);
    }

    Conversation conversation() {
        return conversation;
    }

    Speech speech() {
        return speech;
    }

    /** The line without its trailer. */
    byte[] body() {
        return trailer.body();
    }

    /** What is wrong with its end, so that it must not be acted upon; empty if nothing is. */
    String distrust() {
        if (speech.trusts(trailer)) {
            return "";
        }
        return trailer instanceof Trailer.Bad ? "wrong checksum" : "no checksum";
    }

    /** Whether it is the last request again, to the byte and with the same number. */
    boolean cameBefore() {
        return speech.recognises(trailer) && conversation.last().repeats(bytes);
    }

    /** The answer as it stands between the beginning of a line and its trailer. */
    byte[] write(Message answer) {
        return speech.write(Terminals.speaksFirstVersion(conversation) ? FirstVersion.of(answer) : answer);
    }

    Reply answer(MessageType type, Answer answer) {
        return answer(type, answer, write(answer.message()));
    }

    /** @param body of the answer, as {@link #write} makes it */
    Reply answer(MessageType type, Answer answer, byte[] body) {
        byte[] line = speech.line(body, trailer);
        if (answer.standing() == Answer.Standing.FINAL) {
            // A line with a password is not kept.
            conversation.exchanged(new Exchange(type == MessageType.LOGIN ? NO_REQUEST : bytes, line));
        } else {
            conversation.sent(line);
        }
        Journal.answered(conversation, type, answer, since);
        Reply reply = Reply.of(line);
        return answer.standing() == Answer.Standing.PARTING ? reply.thenClose() : reply;
    }

    /** The answer that the same request got before on this connection, to the byte. */
    Reply answerAgain(MessageType type) {
        Journal.passed(conversation, type, "came again", since);
        return Reply.of(conversation.last().response());
    }

    /** The answer that the same request got before on another connection, with the number that it has now. */
    Exchange answerAgain(MessageType type, byte[] body) {
        Exchange exchange = new Exchange(bytes, speech.line(body, trailer));
        conversation.exchanged(exchange);
        Journal.passed(conversation, type, "came again on another connection", since);
        return exchange;
    }

    /** What was sent last, to the byte, whatever it was (97). */
    Reply resend() {
        byte[] last = conversation.lastResponse();
        if (last.length == 0) {
            return askAgain();
        }
        Journal.passed(conversation, MessageType.REQUEST_ACS_RESEND, "sent again", since);
        return Reply.of(last);
    }

    /**
     * The line makes no sense, or may not be sent: the terminal is asked for it again (96).
     *
     * @param reason for the log
     * @param most after how many such lines in a row the connection is closed
     */
    Reply askAgain(String reason, int most) {
        LOG.debug("{} is asked again: {}", conversation, reason);
        return conversation.misunderstood() < most ? askAgain() : askAgain().thenClose();
    }

    private Reply askAgain() {
        byte[] line = speech.askAgain(trailer);
        conversation.sent(line);
        return Reply.of(line);
    }
}
