// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.status.PassingMessage;
import acs.api.transport.Conversation;
import acs.sip2.Message;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A line on its way, read for people only when one of them looks at it.
 *
 * @param line without terminator; the array is changed by nobody
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares lines
record PassingLine(
        Instant at,
        long session,
        boolean fromTerminal,
        String account,
        String institution,
        String remote,
        Speech speech,
        byte[] line)
        implements PassingMessage {

    static PassingLine of(
            Conversation conversation, boolean fromTerminal, String institution, Speech speech, byte[] line) {
        return new PassingLine(
                Instant.now(),
                conversation.id(),
                fromTerminal,
                conversation.account(),
                institution,
                remote(conversation),
                speech,
                withoutTerminator(line));
    }

    static String remote(Conversation conversation) {
        return conversation.remote().getAddress().getHostAddress() + ":"
                + conversation.remote().getPort();
    }

    /** The same of a terminal that is known by now. */
    PassingLine by(String accountId, String institutionId) {
        return new PassingLine(at, session, fromTerminal, accountId, institutionId, remote, speech, line);
    }

    @Override
    public String text() {
        return text(Message::toString);
    }

    @Override
    public String textWithPersonalData() {
        return text(Message::withPersonalData);
    }

    private String text(Function<Message, String> masking) {
        Trailer trailer = Trailer.of(line);
        byte[] body = trailer.body();
        if (speech.read(body) instanceof Reading.Understood understood) {
            return masking.apply(understood.message()) + seal(trailer, body.length);
        }
        String reason = ((Reading.NotUnderstood) speech.read(body)).reason();
        return "(" + line.length + " bytes: " + reason + ")";
    }

    /** Sequence number and checksum as they came. */
    private String seal(Trailer trailer, int bodyLength) {
        if (trailer instanceof Trailer.None) {
            return "";
        }
        int noise = leadingNoise();
        String end =
                new String(line, noise + bodyLength, line.length - noise - bodyLength, StandardCharsets.ISO_8859_1);
        return end.strip() + (trailer instanceof Trailer.Bad ? " (wrong checksum)" : "");
    }

    private int leadingNoise() {
        return line.length - Wire.trim(line).length;
    }

    private static byte[] withoutTerminator(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\r' || line[end - 1] == '\n')) {
            end--;
        }
        return end == line.length ? line : Arrays.copyOf(line, end);
    }

    @Override
    public String toString() {
        return session + (fromTerminal ? " > " : " < ") + text();
    }
}
