// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patterns of a transcript, and what its regular expressions have found so far.
 *
 * <p>In a pattern {@code *} is any one character, {@code ...} any number of them, and a backslash makes the next character
 * an ordinary one. For one thread.
 */
final class Wildcards {
    private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final Pattern USE = Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9]*)}");
    private static final int FLAGS = Pattern.DOTALL;

    private final Map<String, String> found = new HashMap<>();

    /** The pattern with what was found before in the place of <code>${name}</code>. */
    String filled(String text) {
        return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use.group(1))));
    }

    /** Whether the whole text is like the pattern. */
    boolean matches(String pattern, String text) {
        return Pattern.compile(regex(filled(pattern)), FLAGS).matcher(text).matches();
    }

    /** Whether the expression is found in the text; its named groups are remembered. */
    boolean finds(String regex, String text) {
        String quoted =
                USE.matcher(regex).replaceAll(use -> Matcher.quoteReplacement(Pattern.quote(value(use.group(1)))));
        Matcher matcher = Pattern.compile(quoted, FLAGS).matcher(text);
        if (!matcher.find()) {
            return false;
        }
        Matcher names = NAME.matcher(regex);
        while (names.find()) {
            String value = matcher.group(names.group(1));
            found.put(names.group(1), value == null ? "" : value);
        }
        return true;
    }

    private String value(String name) {
        String value = found.get(name);
        if (value == null) {
            throw new IllegalArgumentException("${" + name + "}: nothing of that name was found before");
        }
        return value;
    }

    static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                regex.append('.');
            } else if (pattern.startsWith("...", i)) {
                regex.append(".*");
                i += 2;
            } else {
                i += c == '\\' && i + 1 < pattern.length() ? 1 : 0;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        return regex.toString();
    }
}
