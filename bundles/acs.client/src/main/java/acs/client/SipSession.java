// SPDX-License-Identifier: Apache-2.0
package acs.client;

import static java.util.Objects.requireNonNull;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that stays in touch with its server: it connects when it has something to ask, logs in, and does both again
 * when the connection breaks, before it repeats what was not answered.
 *
 * <p>A repeated request has the same bytes, but for its sequence number, so that a server can recognise it. An off-line
 * status (98) in place of an answer makes it wait until the server says it is on-line; a status that does not offer a
 * request (BX) keeps that request from being sent. For one thread at a time.
 */
public final class SipSession implements AutoCloseable {
    private static final Message STATUS = Message.of(MessageType.SC_STATUS)
            .with(Fixed.STATUS_CODE, "0")
            .with(Fixed.MAX_PRINT_WIDTH, 0)
            .with(Fixed.PROTOCOL_VERSION, "2.00")
            .build();

    private final Dialer dialer;
    private final Optional<Message> login;
    private final Patience patience;
    private @Nullable SipClient client;
    private @Nullable Message status;

    /** Makes a connection. */
    @FunctionalInterface
    public interface Dialer {
        SipClient dial() throws IOException;
    }

    /**
     * @param login the message to log in with; empty where the server wants none
     */
    public SipSession(Dialer dialer, Optional<Message> login, Patience patience) {
        this.dialer = requireNonNull(dialer, "dialer");
        this.login = requireNonNull(login, "login");
        this.patience = requireNonNull(patience, "patience");
    }

    /**
     * Sends a request and returns its answer, however many connections that takes.
     *
     * @throws RefusedByServerException if the login is refused, or the server does not offer the request; nobody tries
     *     again
     * @throws IOException if all attempts failed
     */
    public Message ask(Message request) throws IOException {
        requireNonNull(request, "request");
        for (int attempt = 1; ; attempt++) {
            IOException problem;
            try {
                Optional<Message> answer = attempt(request);
                if (answer.isPresent()) {
                    return answer.get();
                }
                problem = new IOException("the server is off-line");
            } catch (RefusedByServerException refused) {
                throw refused;
            } catch (IOException broken) {
                hangUp();
                problem = broken;
            }
            if (attempt >= patience.attempts()) {
                throw problem;
            }
            patience.pause(attempt);
        }
    }

    /** The last status (98) that the server sent; empty before the first. */
    public Optional<Message> status() {
        return Optional.ofNullable(status);
    }

    /** Empty if the server is off-line. */
    private Optional<Message> attempt(Message request) throws IOException {
        SipClient connected = connect();
        if (isOffline() && request.type() != MessageType.SC_STATUS) {
            adopt(connected.ask(STATUS));
            if (isOffline()) {
                return Optional.empty();
            }
        }
        requireOffered(request.type());
        Message answer = connected.ask(request);
        if (!adopt(answer) || request.type() == MessageType.SC_STATUS) {
            return Optional.of(answer);
        }
        if (isOffline()) {
            return Optional.empty();
        }
        requireOffered(request.type());
        return Optional.of(connected.ask(request));
    }

    private SipClient connect() throws IOException {
        if (client != null) {
            return client;
        }
        SipClient fresh = dialer.dial();
        try {
            if (login.isPresent()) {
                Message answer = fresh.ask(login.get());
                if (answer.type() != MessageType.LOGIN_RESPONSE || !answer.get(Fixed.OK)) {
                    throw new RefusedByServerException("the login is refused");
                }
            }
        } catch (IOException failed) {
            fresh.close();
            throw failed;
        }
        client = fresh;
        return fresh;
    }

    /** Whether the answer is a status, which is kept then. */
    private boolean adopt(Message answer) {
        if (answer.type() != MessageType.ACS_STATUS) {
            return false;
        }
        status = answer;
        return true;
    }

    private boolean isOffline() {
        return status != null && !status.get(Fixed.ONLINE_STATUS);
    }

    private void requireOffered(MessageType type) throws RefusedByServerException {
        if (status == null || type.bxPosition().isEmpty()) {
            return;
        }
        String offered = status.get(Field.BX);
        int position = type.bxPosition().getAsInt();
        if (position < offered.length() && offered.charAt(position) == 'N') {
            throw new RefusedByServerException("the server does not offer " + type.code() + " (" + type + ")");
        }
    }

    private void hangUp() {
        if (client != null) {
            try {
                client.close();
            } catch (IOException gone) {
                // it was broken before
            }
            client = null;
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
