// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Reply;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login in clear text that precedes the first message on a telnet listener: name, password, three attempts.
 *
 * <p>For one line at a time.
 */
final class TelnetDialogue {
    static final byte[] NAME_PROMPT = ascii("login: ");

    private static final Logger LOG = LoggerFactory.getLogger(TelnetDialogue.class);
    private static final byte[] PASSWORD_PROMPT = ascii("password: ");
    private static final byte[] WELCOME = ascii("Login OK.  Initiating SIP\r\n");
    private static final byte[] INVALID = ascii("Invalid login\r\n");
    private static final byte[] INVALID_AGAIN = ascii("Invalid login\r\nlogin: ");
    private static final int ATTEMPTS = 3;

    private @Nullable String name;
    private int failures;
    private volatile boolean over;

    /** Whether the terminal is logged in, so that messages follow. */
    boolean isOver() {
        return over;
    }

    /** What the terminal gets for what it typed. */
    CompletionStage<Reply> answer(LineHandler handler, Conversation conversation, byte[] line) {
        char[] typed = typed(line);
        String typedBefore = name;
        if (typedBefore == null) {
            name = new String(typed);
            return CompletableFuture.completedFuture(Reply.of(PASSWORD_PROMPT));
        }
        name = null;
        Arrays.fill(line, (byte) 0);
        return handler.login(conversation, typedBefore, typed).handle((right, failure) -> {
            if (failure != null) {
                LOG.warn("{}: no answer to a login", conversation, failure);
            }
            return verdict(Boolean.TRUE.equals(right));
        });
    }

    private Reply verdict(boolean right) {
        if (right) {
            over = true;
            return Reply.of(WELCOME);
        }
        failures++;
        return failures < ATTEMPTS ? Reply.of(INVALID_AGAIN) : Reply.of(INVALID).thenClose();
    }

    /** Only blanks and padding are taken off: a password may begin and end with anything else. */
    private static char[] typed(byte[] line) {
        int from = 0;
        int to = line.length;
        while (from < to && isPadding(line[from])) {
            from++;
        }
        while (to > from && isPadding(line[to - 1])) {
            to--;
        }
        CharBuffer decoded = decode(ByteBuffer.wrap(line, from, to - from));
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }

    private static CharBuffer decode(ByteBuffer bytes) {
        CharBuffer utf8 = StandardCharsets.UTF_8.decode(bytes.duplicate());
        boolean broken = utf8.chars().anyMatch(c -> c == '\uFFFD');
        return broken ? StandardCharsets.ISO_8859_1.decode(bytes) : utf8;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == ' ' || value == '\t';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
