// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Account;
import acs.api.Settings;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import acs.sip2.Tagged;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The last touch to every answer: screen messages as the login wants them, fields that it must not see left out, lines
 * for display and printer no longer than a field can be, and no field that its version of the protocol does not know.
 *
 * <p>Made once for an account. Immutable and safe for use by many threads.
 */
public final class FieldRules {
    /** The longest message, in bytes, without trailer and line end. */
    private static final int MESSAGE_LIMIT = 8192 - 11;

    private static final int CODE_AND_DELIMITER = 3;

    /** A line that must be broken is broken a little early: some characters become several on their way. */
    private static final int BROKEN_LINE_LIMIT = Message.VALUE_LIMIT - 15;

    /** What a login adds to answers by name is meant to be seen, whatever else is hidden. */
    private static final List<String> ADDED_BY_NAME = List.of("custom_patron_field", "patron_attribute", "item_field");

    private final ScreenRewrites rewrites;
    private final Set<String> hidden;
    private final Set<String> allowed;
    private final Set<String> added;
    private final Charset charset;

    private FieldRules(Account account) {
        Settings settings = account.settings();
        this.rewrites = ScreenRewrites.of(settings);
        this.hidden = Set.copyOf(settings.list("hide_fields", ','));
        this.allowed = Set.copyOf(settings.list("allow_fields", ','));
        this.added = added(settings);
        this.charset = account.dialect().charset();
    }

    /** @throws IllegalArgumentException if the account's settings hold a rule that is none */
    public static FieldRules of(Account account) {
        return new FieldRules(account);
    }

    /** @param spoken the version of the protocol that the terminal speaks */
    public Message apply(Message answer, ProtocolVersion spoken) {
        Message.Builder result = answer.toBuilder();
        List<Tagged> fields = new ArrayList<>(answer.fields());
        fields.stream().map(Tagged::field).distinct().forEach(result::without);
        fields.removeIf(tagged -> !isShown(tagged.field()) || !isKnown(answer.type(), tagged.field(), spoken));
        int room = MESSAGE_LIMIT - 2 - answer.type().fixedLength();
        for (Tagged tagged : fields) {
            room -= isLine(tagged.field()) ? 0 : size(tagged.value());
        }
        for (Tagged tagged : fields) {
            for (String value : isLine(tagged.field()) ? lines(tagged) : List.of(tagged.value())) {
                room -= isLine(tagged.field()) ? size(value) : 0;
                if (room >= 0 || !isLine(tagged.field())) {
                    result.with(tagged.field(), value);
                }
            }
        }
        return result.build();
    }

    private List<String> lines(Tagged tagged) {
        String text = tagged.field().equals(Field.AF) ? rewrites.apply(tagged.value()) : tagged.value();
        if (text.isEmpty()) {
            return List.of();
        }
        return bytes(text) <= Message.VALUE_LIMIT ? List.of(text) : Lines.wrap(text, BROKEN_LINE_LIMIT, this::bytes);
    }

    private boolean isShown(Field field) {
        String code = field.code();
        return added.contains(code) || !hidden.contains(code) && (allowed.isEmpty() || allowed.contains(code));
    }

    /** Koha sends the alert type (CV) to old terminals too, and spares them the borrower (AA) of a checkin. */
    private static boolean isKnown(MessageType type, Field field, ProtocolVersion spoken) {
        return spoken != ProtocolVersion.SIP1
                || field.equals(Field.CV)
                || field.since() == ProtocolVersion.SIP1
                        && !(type == MessageType.CHECKIN_RESPONSE && field.equals(Field.AA));
    }

    private static boolean isLine(Field field) {
        return field.equals(Field.AF) || field.equals(Field.AG);
    }

    private int size(String value) {
        return Math.min(bytes(value), Message.VALUE_LIMIT) + CODE_AND_DELIMITER;
    }

    private int bytes(String text) {
        return text.getBytes(charset).length;
    }

    private static Set<String> added(Settings settings) {
        Set<String> codes = new HashSet<>();
        for (String kind : ADDED_BY_NAME) {
            ChildElements.of(settings, kind).forEach(extra -> codes.add(extra.text("field")));
        }
        return Set.copyOf(codes);
    }
}
