// SPDX-License-Identifier: Apache-2.0
package acs.client;

import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A terminal: sends a request, waits for its answer.
 *
 * <p>With error detection it numbers its messages, asks for a repetition (97) of what arrives damaged, repeats what the
 * server did not get (96, or no answer in time), and passes over answers to other requests. For one thread at a time.
 */
public final class SipClient implements AutoCloseable {
    private static final byte[] RESEND = Trailer.append("97".getBytes(StandardCharsets.US_ASCII), OptionalInt.empty());

    private final LineConnection connection;
    private final Options options;
    private int sequence = -1;

    /**
     * How a client speaks.
     *
     * @param wire character set and delimiter
     * @param terminator what ends a message
     * @param errorDetection whether messages are numbered and carry checksums
     * @param timeout how long an answer is waited for
     * @param retries how often a message is repeated
     */
    public record Options(Wire wire, String terminator, boolean errorDetection, Duration timeout, int retries) {

        /** UTF-8, bar, CR, no error detection, 10 s, 3 retries. */
        public static Options standard() {
            return new Options(Wire.standard(), "\r", false, Duration.ofSeconds(10), 3);
        }

        public Options withErrorDetection() {
            return new Options(wire, terminator, true, timeout, retries);
        }
    }

    public SipClient(LineConnection connection, Options options) {
        this.connection = connection;
        this.options = options;
    }

    /** Connects; whether the server wants a login is the caller's business. */
    public static SipClient connect(InetSocketAddress server, Options options) throws IOException {
        return new SipClient(LineConnection.open(server, options.timeout()), options);
    }

    /**
     * Sends a request and returns what it was answered; which may be 98 in place of the expected answer.
     *
     * @throws IOException if there was no answer after all retries, or none that can be read
     */
    public Message ask(Message request) throws IOException {
        byte[] body = options.wire().write(request);
        byte[] answer = ask(body);
        Reading reading = options.wire().read(answer);
        if (reading instanceof Reading.Understood understood) {
            return understood.message();
        }
        throw new IOException(
                "answer to " + request.type() + " cannot be read: " + ((Reading.NotUnderstood) reading).reason());
    }

    /** Sends a request given as bytes without trailer and terminator; returns the answer without them. */
    public byte[] ask(byte[] body) throws IOException {
        byte[] line = options.errorDetection() ? Trailer.append(body, OptionalInt.of(nextSequence())) : body;
        boolean askedToRepeat = false;
        send(line);
        for (int tries = 0; ; ) {
            byte[] answer;
            try {
                answer = connection.receive();
            } catch (SocketTimeoutException late) {
                if (++tries > options.retries()) {
                    throw new IOException("no answer after " + tries + " tries", late);
                }
                send(line);
                continue;
            }
            Trailer trailer = Trailer.of(answer);
            boolean damaged = trailer instanceof Trailer.Bad;
            boolean wantsRepetition = !damaged && isResendRequest(trailer.body());
            if (!damaged && !wantsRepetition && isForThis(trailer)) {
                return trailer.body();
            }
            if (!damaged && !wantsRepetition) {
                continue;
            }
            // asked for a repetition of the repetition: the line is no good, and going on would go on for ever
            if (++tries > options.retries() || (wantsRepetition && askedToRepeat)) {
                throw new IOException("the connection damages messages: gave up after " + tries + " tries");
            }
            if (damaged) {
                askedToRepeat = true;
                send(RESEND);
            } else {
                send(line);
            }
        }
    }

    private static boolean isResendRequest(byte[] body) {
        return Arrays.equals(body, MessageType.REQUEST_SC_RESEND.code().getBytes(StandardCharsets.US_ASCII));
    }

    /** Servers may leave out the number of an answer that they repeat. */
    private boolean isForThis(Trailer trailer) {
        return !options.errorDetection()
                || !(trailer instanceof Trailer.Good good)
                || good.sequence().isEmpty()
                || good.sequence().getAsInt() == sequence;
    }

    private int nextSequence() {
        sequence = (sequence + 1) % 10;
        return sequence;
    }

    private void send(byte[] line) throws IOException {
        byte[] terminator = options.terminator().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(line, line.length + terminator.length);
        System.arraycopy(terminator, 0, bytes, line.length, terminator.length);
        connection.send(bytes);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
