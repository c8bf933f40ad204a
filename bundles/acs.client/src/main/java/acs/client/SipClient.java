// SPDX-License-Identifier: Apache-2.0
package acs.client;

import static java.util.Objects.requireNonNull;

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
    private static final byte[] RESEND_CODE = "97".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESEND = Trailer.append(RESEND_CODE, OptionalInt.empty());

    /** A server that goes on sending answers to other requests is not worth the wait. */
    private static final int MOST_STRAY_ANSWERS = 100;

    private final LineConnection connection;
    private final Options options;
    private final Observer observer;
    private int sequence = -1;

    /** Sees every line that goes out or comes in, repetitions too, without its terminator. */
    public interface Observer {
        void sent(byte[] line);

        void received(byte[] line);

        /** One who does not look. */
        static Observer none() {
            return new Observer() {
                @Override
                public void sent(byte[] line) {}

                @Override
                public void received(byte[] line) {}
            };
        }
    }

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
        this(connection, options, Observer.none());
    }

    public SipClient(LineConnection connection, Options options, Observer observer) {
        this.connection = requireNonNull(connection, "connection");
        this.options = requireNonNull(options, "options");
        this.observer = requireNonNull(observer, "observer");
    }

    /** Connects; whether the server wants a login is the caller's business. */
    public static SipClient connect(InetSocketAddress server, Options options) throws IOException {
        return new SipClient(LineConnection.open(server, options.timeout()), options);
    }

    /**
     * Sends a request and returns what it was answered; which may be 98 in place of the expected answer. Required fields
     * that the request lacks are sent empty.
     *
     * @throws IOException if there was no answer after all retries, or none that can be read
     */
    public Message ask(Message request) throws IOException {
        byte[] body = options.wire().write(request.toBuilder().fillRequired().build());
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
        byte[] line = options.errorDetection() ? Trailer.append(body, numberFor(body)) : body;
        boolean askedToRepeat = false;
        int strays = 0;
        send(line);
        for (int tries = 0; ; ) {
            byte[] answer;
            try {
                answer = connection.receive();
                observer.received(answer);
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
                if (++strays > MOST_STRAY_ANSWERS) {
                    throw new IOException("the server answers other requests than the one it got");
                }
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

    /** Sends a line as it is, whatever it is, and returns the next line that comes: for those who try things out. */
    public byte[] exchange(byte[] line) throws IOException {
        send(line);
        byte[] answer = connection.receive();
        observer.received(answer);
        return answer;
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

    /** A request to send the last answer again has no number: the answer has that of its own request. */
    private OptionalInt numberFor(byte[] body) {
        if (Arrays.equals(body, RESEND_CODE)) {
            return OptionalInt.empty();
        }
        sequence = (sequence + 1) % 10;
        return OptionalInt.of(sequence);
    }

    private void send(byte[] line) throws IOException {
        byte[] terminator = options.terminator().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(line, line.length + terminator.length);
        System.arraycopy(terminator, 0, bytes, line.length, terminator.length);
        observer.sent(line);
        connection.send(bytes);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
