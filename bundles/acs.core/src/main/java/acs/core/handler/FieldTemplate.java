// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template that a login's configuration has for a field, such as
 * {@code [% patron.surname %][% IF patron.firstname %], [% patron.firstname %][% END %]}.
 *
 * <p>Of Template Toolkit, which sites write these in, it knows values by their dotted names, IF, UNLESS, ELSE and END, and
 * the filters {@code format('%.2f')}, {@code upper}, {@code lower} and {@code trim}. Values that are not known are empty;
 * a template with anything else in it is broken, and its field is left out.
 */
final class FieldTemplate {
    private static final Pattern DIRECTIVE = Pattern.compile("\\[%[-+]?\\s*(.*?)\\s*[-+]?%]", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("(IF|UNLESS)\\s+([\\w.()]+)");
    private static final Pattern VALUE = Pattern.compile("([\\w.()]+)((?:\\s*\\|\\s*[^|]+)*)");
    private static final Pattern DECIMALS = Pattern.compile("format\\(\\s*['\"]%\\.([0-9])f['\"]\\s*\\)");

    private final String source;

    FieldTemplate(String source) {
        this.source = source;
    }

    /**
     * The text with the values in it.
     *
     * @param values by the part of the name after the first point, empty when there is none
     * @return empty if the template is broken
     */
    Optional<String> fill(UnaryOperator<String> values) {
        StringBuilder out = new StringBuilder();
        Deque<Boolean> shown = new ArrayDeque<>();
        Matcher directive = DIRECTIVE.matcher(source);
        int from = 0;
        while (directive.find()) {
            append(out, shown, source.substring(from, directive.start()));
            if (!follow(directive.group(1), values, out, shown)) {
                return Optional.empty();
            }
            from = directive.end();
        }
        append(out, shown, source.substring(from));
        return shown.isEmpty() && source.indexOf("[%", from) < 0 ? Optional.of(out.toString()) : Optional.empty();
    }

    private static boolean follow(
            String directive, UnaryOperator<String> values, StringBuilder out, Deque<Boolean> shown) {
        if (directive.equals("END")) {
            return shown.poll() != null;
        }
        if (directive.equals("ELSE")) {
            Boolean condition = shown.poll();
            return condition != null && push(shown, !condition);
        }
        Matcher condition = CONDITION.matcher(directive);
        if (condition.matches()) {
            boolean isTrue = isTrue(value(condition.group(2), values));
            return push(shown, isTrue == condition.group(1).equals("IF"));
        }
        Matcher value = VALUE.matcher(directive);
        if (!value.matches()) {
            return false;
        }
        Optional<String> text = filtered(value(value.group(1), values), value.group(2));
        text.ifPresent(filled -> append(out, shown, filled));
        return text.isPresent();
    }

    private static boolean push(Deque<Boolean> shown, boolean condition) {
        shown.push(condition);
        return true;
    }

    private static void append(StringBuilder out, Deque<Boolean> shown, String text) {
        if (!shown.contains(false)) {
            out.append(text);
        }
    }

    private static boolean isTrue(String value) {
        return !value.isEmpty() && !value.equals("0");
    }

    private static String value(String path, UnaryOperator<String> values) {
        String name = path.replace("()", "");
        return values.apply(name.substring(name.indexOf('.') + 1));
    }

    private static Optional<String> filtered(String value, String filters) {
        String text = value;
        for (String filter : filters.split("\\|", -1)) {
            String name = filter.strip();
            Matcher decimals = DECIMALS.matcher(name);
            if (decimals.matches()) {
                text = rounded(text, Integer.parseInt(decimals.group(1)));
            } else if (name.equals("upper")) {
                text = text.toUpperCase(Locale.ROOT);
            } else if (name.equals("lower")) {
                text = text.toLowerCase(Locale.ROOT);
            } else if (name.equals("trim")) {
                text = text.strip();
            } else if (!name.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private static String rounded(String text, int decimals) {
        try {
            return new BigDecimal(text).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
