// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One time that a template is filled; it ends after so many steps, and so many characters, whatever the template says. */
final class Filling {
    private static final int STEPS = 10_000;
    private static final int CHARACTERS = 10_000;

    private final UnaryOperator<String> values;
    private final SiteStyle style;
    private final Deque<Map<String, String>> loops = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private int steps;

    Filling(UnaryOperator<String> values, SiteStyle style) {
        this.values = values;
        this.style = style;
    }

    /** Whether there may be another step. */
    boolean step() {
        return ++steps <= STEPS && out.length() < CHARACTERS;
    }

    SiteStyle style() {
        return style;
    }

    void write(String text) {
        out.append(text, 0, Math.min(text.length(), CHARACTERS - Math.min(CHARACTERS, out.length())));
    }

    void enter(Map<String, String> variables) {
        loops.push(variables);
    }

    void leave() {
        loops.pop();
    }

    /** The value of a path: a loop's variable, else what is filled in. */
    String value(String path) {
        for (Map<String, String> variables : loops) {
            String value = variables.get(path);
            if (value != null) {
                return value;
            }
        }
        return values.apply(path.substring(path.indexOf('.') + 1));
    }

    String text() {
        return out.toString();
    }
}
