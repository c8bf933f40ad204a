// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.core.handler.FieldRules;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A dialect, ready to be spoken: turns lines into messages and messages into lines, in the way that an account wants its
 * answers. Immutable.
 */
final class Speech {
    private static final Message REPEAT =
            Message.of(MessageType.REQUEST_SC_RESEND).build();

    private final Dialect dialect;
    private final Wire wire;
    private final byte[] terminator;
    private final byte[] repeatRequest;
    private final UnaryOperator<Message> rules;

    private Speech(Dialect dialect, UnaryOperator<Message> rules) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.wire = new Wire(dialect.charset(), dialect.delimiter());
        this.terminator = dialect.terminator().text().getBytes(StandardCharsets.US_ASCII);
        this.repeatRequest = wire.write(REPEAT);
        this.rules = rules;
    }

    /** @throws IllegalArgumentException if the character set or the delimiter cannot be used */
    static Speech of(Dialect dialect) {
        return new Speech(dialect, UnaryOperator.identity());
    }

    /** @throws IllegalArgumentException if the dialect cannot be spoken, or a rule for answers is none */
    static Speech of(Account account) {
        return new Speech(account.dialect(), FieldRules.of(account)::apply);
    }

    /** The same with the character set of another, for a terminal that is not logged in as the other yet. */
    Speech lettersOf(Speech other) {
        return of(new Dialect(
                other.dialect.charset(),
                dialect.delimiter(),
                dialect.terminator(),
                dialect.errorDetection(),
                dialect.patronId()));
    }

    Reading read(byte[] body) {
        return wire.read(body);
    }

    byte[] write(Message message) {
        return wire.write(rules.apply(message));
    }

    /** Whether a line that ends so may be acted upon. */
    boolean trusts(Trailer trailer) {
        return switch (dialect.errorDetection()) {
            case DISABLED -> true;
            case ENABLED -> !(trailer instanceof Trailer.Bad);
            case REQUIRED -> trailer instanceof Trailer.Good;
        };
    }

    /** Whether a line that ends so, come twice, is the same request sent again: both its number and its sum say so. */
    boolean recognises(Trailer trailer) {
        return dialect.errorDetection() != ErrorDetection.DISABLED
                && trailer instanceof Trailer.Good good
                && good.sequence().isPresent();
    }

    /** The line that answers one that ended with the given trailer: sealed in kind, with terminator. */
    byte[] line(byte[] body, Trailer asked) {
        if (dialect.errorDetection() == ErrorDetection.DISABLED) {
            return end(body);
        }
        if (asked instanceof Trailer.Good good) {
            return end(Trailer.append(body, good.sequence()));
        }
        if (asked instanceof Trailer.Bad bad) {
            return end(Trailer.append(body, bad.sequence()));
        }
        return end(body);
    }

    /** The line that asks for a line again (96): it never has a sequence number. */
    byte[] askAgain(Trailer asked) {
        boolean sealed =
                switch (dialect.errorDetection()) {
                    case DISABLED -> false;
                    case ENABLED -> !(asked instanceof Trailer.None);
                    case REQUIRED -> true;
                };
        return end(sealed ? Trailer.append(repeatRequest, OptionalInt.empty()) : repeatRequest);
    }

    private byte[] end(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + terminator.length);
        System.arraycopy(terminator, 0, ended, line.length, terminator.length);
        return ended;
    }
}
