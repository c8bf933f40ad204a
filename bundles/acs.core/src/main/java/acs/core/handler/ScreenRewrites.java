// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a login wants screen messages to read ({@code screen_msg_regex}): what is found is replaced, rule by rule. */
final class ScreenRewrites {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenRewrites.class);

    /** A pattern that looks at characters more often than this is one that would not come to an end. */
    private static final int PATIENCE = 1_000_000;

    private record Rule(Pattern find, String replace) {}

    private final List<Rule> rules;

    private ScreenRewrites(List<Rule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException if a pattern is none */
    static ScreenRewrites of(Settings settings) {
        return new ScreenRewrites(ChildElements.of(settings, "screen_msg_regex").stream()
                .map(ScreenRewrites::rule)
                .toList());
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The text as the rules have it; empty if they leave nothing of it. */
    String apply(String text) {
        String rewritten = text;
        for (Rule rule : rules) {
            rewritten = apply(rule, rewritten);
        }
        return rewritten;
    }

    private static String apply(Rule rule, String text) {
        try {
            return rule.find.matcher(new Watched(text)).replaceAll(rule.replace);
        } catch (NoEnd noEnd) {
            LOG.warn("screen_msg_regex find=\"{}\" takes too long, its message is left as it is", rule.find);
            return text;
        }
    }

    private static Rule rule(Settings attributes) {
        String find = attributes.text("find");
        try {
            return new Rule(Pattern.compile(find), Matcher.quoteReplacement(attributes.text("replace")));
        } catch (PatternSyntaxException notAPattern) {
            throw new IllegalArgumentException(
                    "screen_msg_regex find: " + find + " (expected: a regular expression)", notAPattern);
        }
    }

    /** Stops a match that has lost itself. */
    private static final class NoEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoEnd() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts how often it is looked at; for one match at a time. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > PATIENCE) {
                throw new NoEnd();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
