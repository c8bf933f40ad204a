// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Account;
import acs.api.Settings;
import acs.rules.BrokenRuleException;
import acs.rules.FieldTemplate;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.Tagged;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last touch to every answer: screen messages as the login wants them, fields that it must not see left out, and
 * lines for display and printer no longer than a field can be.
 *
 * <p>Made once for an account. Immutable and safe for use by many threads.
 */
public final class FieldRules {
    private static final Logger LOG = LoggerFactory.getLogger(FieldRules.class);

    /** The longest message, in bytes, without trailer and line end. */
    private static final int MESSAGE_LIMIT = 8192 - 11;

    private static final int CODE = 2;
    private static final int DELIMITER = 1;

    /** A line that must be broken is broken a little early: some characters become several on their way. */
    private static final int BROKEN_LINE_LIMIT = Message.VALUE_LIMIT - 15;

    /** What a login adds to answers by name is meant to be seen, whatever else is hidden. */
    private static final List<String> ADDED_BY_NAME = List.of("custom_patron_field", "patron_attribute", "item_field");

    private static final Pattern NOT_PRINTING = Pattern.compile("\\P{Print}", Pattern.UNICODE_CHARACTER_CLASS);

    private final ScreenRewrites rewrites;
    private final Optional<String> forNotPrinting;
    private final Set<String> hidden;
    private final Set<String> allowed;
    private final Set<String> added;
    private final Charset charset;
    /** Nothing is to be left out or rewritten. */
    private final boolean lenient;

    private FieldRules(Account account) {
        Settings settings = account.settings();
        checkTemplates(settings);
        this.rewrites = ScreenRewrites.of(settings);
        this.forNotPrinting = settings.has("convert_nonprinting_characters")
                ? Optional.of(Matcher.quoteReplacement(settings.text("convert_nonprinting_characters")))
                : Optional.empty();
        this.hidden = Set.copyOf(settings.list("hide_fields", ','));
        this.allowed = Set.copyOf(settings.list("allow_fields", ','));
        this.added = added(settings);
        this.charset = account.dialect().charset();
        this.lenient = rewrites.isEmpty() && forNotPrinting.isEmpty() && hidden.isEmpty() && allowed.isEmpty();
    }

    /**
     * The rules of an account.
     *
     * @throws IllegalArgumentException if its settings hold a rule that is none
     */
    public static FieldRules of(Account account) {
        return new FieldRules(account);
    }

    /** The answer as the terminal gets it. */
    public Message apply(Message answer) {
        if (lenient && isShort(answer)) {
            return answer;
        }
        List<Tagged> shown = answer.fields().stream()
                .filter(tagged -> isShown(tagged.field()))
                .map(this::printing)
                .flatMap(tagged -> isLine(tagged) ? lines(tagged) : Stream.of(tagged))
                .toList();
        int room = MESSAGE_LIMIT - CODE - answer.type().fixedLength();
        for (Tagged tagged : shown) {
            room -= isLine(tagged) ? 0 : size(tagged);
        }
        Message.Builder result = answer.toBuilder();
        answer.fields().forEach(tagged -> result.without(tagged.field()));
        for (Tagged tagged : shown) {
            room -= isLine(tagged) ? size(tagged) : 0;
            if (room >= 0 || !isLine(tagged)) {
                result.with(tagged.field(), tagged.value());
            }
        }
        return result.build();
    }

    /** The way almost every answer goes: plain ASCII that is nowhere too long. */
    private static boolean isShort(Message answer) {
        int room = MESSAGE_LIMIT - CODE - answer.type().fixedLength();
        for (Tagged tagged : answer.fields()) {
            String value = tagged.value();
            if (!isAscii(value) || (isLine(tagged) && (value.isEmpty() || value.length() > Message.VALUE_LIMIT))) {
                return false;
            }
            room -= CODE + Math.min(value.length(), Message.VALUE_LIMIT) + DELIMITER;
        }
        return room >= 0;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private Tagged printing(Tagged tagged) {
        return forNotPrinting
                .map(instead -> NOT_PRINTING.matcher(tagged.value()).replaceAll(instead))
                .map(value -> new Tagged(tagged.field(), value))
                .orElse(tagged);
    }

    private Stream<Tagged> lines(Tagged tagged) {
        String text = tagged.field().equals(Field.AF) ? rewrites.apply(tagged.value()) : tagged.value();
        if (text.isEmpty()) {
            return Stream.empty();
        }
        List<String> lines =
                bytes(text) <= Message.VALUE_LIMIT ? List.of(text) : Lines.wrap(text, BROKEN_LINE_LIMIT, this::bytes);
        return lines.stream().map(line -> new Tagged(tagged.field(), line));
    }

    private boolean isShown(Field field) {
        String code = field.code();
        if (added.contains(code)) {
            return true;
        }
        return !hidden.contains(code) && (allowed.isEmpty() || allowed.contains(code));
    }

    private static boolean isLine(Tagged tagged) {
        return tagged.field().equals(Field.AF) || tagged.field().equals(Field.AG);
    }

    private int size(Tagged tagged) {
        return CODE + Math.min(bytes(tagged.value()), Message.VALUE_LIMIT) + DELIMITER;
    }

    private int bytes(String text) {
        return text.getBytes(charset).length;
    }

    /** Nobody is there to be told of a broken template when it is filled. */
    private static void checkTemplates(Settings settings) {
        settings.asMap().forEach((name, template) -> {
            if (name.endsWith("_field_template") || name.matches("custom_(patron|item)_field\\.\\d+\\.template")) {
                try {
                    FieldTemplate.of(template).doubts().forEach(doubt -> LOG.warn("{}: {}", name, doubt));
                } catch (BrokenRuleException broken) {
                    throw new IllegalArgumentException(name + ": " + broken.getMessage(), broken);
                }
            }
        });
    }

    private static Set<String> added(Settings settings) {
        Set<String> codes = new HashSet<>();
        for (String kind : ADDED_BY_NAME) {
            ChildElements.of(settings, kind).forEach(extra -> codes.add(extra.text("field")));
        }
        return Set.copyOf(codes);
    }
}
