// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * What a login wants replaced in screen messages ({@code screen_msg_regex}), matched in time that is linear in the text.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ScreenPattern {
    /** Far longer than any text for a screen. */
    private static final int LONGEST = 10_000;

    private final String find;
    private final Optional<Pattern> pattern;
    private final String replacement;

    private ScreenPattern(String find, Optional<Pattern> pattern, String replacement) {
        this.find = find;
        this.pattern = pattern;
        this.replacement = replacement;
    }

    /**
     * A rule.
     *
     * @param find a regular expression as Perl has it
     * @param replace taken as it is
     * @throws BrokenRuleException if it is no regular expression
     */
    public static ScreenPattern of(String find, String replace) {
        try {
            return new ScreenPattern(find, Optional.of(Pattern.compile(find)), Matcher.quoteReplacement(replace));
        } catch (PatternSyntaxException notForRe2) {
            checkPerl(find);
            return new ScreenPattern(find, Optional.empty(), "");
        }
    }

    /** Java's expressions have what Perl's have and RE2's have not: what is none there either is none at all. */
    private static void checkPerl(String find) {
        try {
            java.util.regex.Pattern.compile(find);
        } catch (java.util.regex.PatternSyntaxException wrong) {
            throw new BrokenRuleException(Math.max(0, wrong.getIndex()), wrong.getDescription());
        }
    }

    /** What keeps it from being applied: syntax that cannot be matched in linear time. */
    public Optional<String> doubt() {
        return pattern.isPresent()
                ? Optional.empty()
                : Optional.of("`" + find + "` has Perl syntax that is not supported, such as (?=…), (?<!…) or \\1,"
                        + " and the rule is left out");
    }

    /** The text with everything replaced that is found; as it is, if the rule cannot be applied. */
    public String apply(String text) {
        return pattern.map(found -> replaced(found.matcher(text))).orElse(text);
    }

    /** What grows beyond all bounds is cut: the next rule may make it grow again. */
    private String replaced(Matcher matcher) {
        StringBuilder out = new StringBuilder();
        while (out.length() < LONGEST && matcher.find()) {
            matcher.appendReplacement(out, replacement);
        }
        if (out.length() < LONGEST) {
            matcher.appendTail(out);
        }
        return out.substring(0, Math.min(out.length(), LONGEST));
    }
}
