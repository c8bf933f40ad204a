// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import acs.rules.BrokenRuleException;
import acs.rules.ScreenPattern;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a login wants screen messages to read ({@code screen_msg_regex}): what is found is replaced, rule by rule. */
final class ScreenRewrites {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenRewrites.class);

    private final List<ScreenPattern> rules;

    private ScreenRewrites(List<ScreenPattern> rules) {
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
        for (ScreenPattern rule : rules) {
            rewritten = rule.apply(rewritten);
        }
        return rewritten;
    }

    private static ScreenPattern rule(Settings attributes) {
        String find = attributes.text("find");
        try {
            ScreenPattern rule = ScreenPattern.of(find, attributes.text("replace"));
            rule.doubt().ifPresent(doubt -> LOG.warn("screen_msg_regex find: {}", doubt));
            return rule;
        } catch (BrokenRuleException notAPattern) {
            throw new IllegalArgumentException(
                    "screen_msg_regex find: " + find + ": " + notAPattern.getMessage()
                            + " (expected: a regular expression)",
                    notAPattern);
        }
    }
}
