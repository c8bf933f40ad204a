// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What a template does to a value before it shows it. */
@FunctionalInterface
interface Filter {

    String apply(String text);

    /** How long a text is that nobody says a length for. */
    int USUAL_LENGTH = 32;

    /**
     * The filter of a name.
     *
     * @throws BrokenRuleException if there is none, or not with these arguments
     */
    static Filter of(Token name, List<String> arguments) {
        return switch (name.text()) {
            case "upper" -> none(name, arguments, text -> text.toUpperCase(Locale.ROOT));
            case "lower" -> none(name, arguments, text -> text.toLowerCase(Locale.ROOT));
            case "ucfirst" ->
                none(
                        name,
                        arguments,
                        text -> text.isEmpty()
                                ? text
                                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            case "lcfirst" ->
                none(
                        name,
                        arguments,
                        text -> text.isEmpty()
                                ? text
                                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
            case "trim" -> none(name, arguments, String::strip);
            case "collapse" -> none(name, arguments, text -> text.strip().replaceAll("\\s+", " "));
            case "html" -> none(name, arguments, Filter::html);
            case "format" -> Format.of(argument(name, arguments, 1, 0), name.at());
            case "truncate" -> truncate(name, arguments);
            case "replace" -> replace(name, argument(name, arguments, 2, 0), argument(name, arguments, 2, 1));
            case "remove" -> replace(name, argument(name, arguments, 1, 0), "");
            default -> throw new BrokenRuleException(name.at(), "there is no filter " + name.shown());
        };
    }

    private static Filter none(Token name, List<String> arguments, Filter filter) {
        if (!arguments.isEmpty()) {
            throw new BrokenRuleException(name.at(), name.shown() + " takes no arguments");
        }
        return filter;
    }

    private static String argument(Token name, List<String> arguments, int count, int index) {
        if (arguments.size() != count) {
            throw new BrokenRuleException(
                    name.at(), name.shown() + " takes " + count + (count == 1 ? " argument" : " arguments"));
        }
        return arguments.get(index);
    }

    private static Filter truncate(Token name, List<String> arguments) {
        String length = arguments.isEmpty() ? Integer.toString(USUAL_LENGTH) : arguments.get(0);
        if (arguments.size() > 2 || !length.matches("[0-9]{1,4}")) {
            throw new BrokenRuleException(name.at(), name.shown() + " takes a length, and a text for what is cut off");
        }
        int most = Integer.parseInt(length);
        String end = arguments.size() == 2 ? arguments.get(1) : "...";
        return text -> {
            if (text.codePointCount(0, text.length()) <= most) {
                return text;
            }
            int kept = Math.max(0, most - end.codePointCount(0, end.length()));
            return text.substring(0, text.offsetByCodePoints(0, kept)) + end;
        };
    }

    private static Filter replace(Token name, String find, String replacement) {
        try {
            Pattern pattern = Pattern.compile(find);
            String literally = Matcher.quoteReplacement(replacement);
            return text -> pattern.matcher(text).replaceAll(literally);
        } catch (PatternSyntaxException notAPattern) {
            throw new BrokenRuleException(
                    name.at(), name.shown() + " has `" + find + "` (expected: a regular expression)");
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@code format}: one place of printf, with text around it. */
    final class Format {
        private static final java.util.regex.Pattern PLACE =
                java.util.regex.Pattern.compile("([^%]*)%([-0+ ]*)([0-9]{0,3})(?:\\.([0-9]))?([sdf])([^%]*)");

        /** A few characters can be a number with a billion digits, which nobody is to write out. */
        private static final java.util.regex.Pattern NUMBER =
                java.util.regex.Pattern.compile("[-+]?\\d{1,40}(?:\\.\\d{0,40})?");

        private Format() {}

        static Filter of(String format, int at) {
            java.util.regex.Matcher place = PLACE.matcher(format);
            if (!place.matches()) {
                throw new BrokenRuleException(at, "`format` has `" + format + "` (expected: such as %.2f, %s, %05d)");
            }
            String flags = place.group(2);
            int width = place.group(3).isEmpty() ? 0 : Integer.parseInt(place.group(3));
            int decimals = place.group(4) == null ? 6 : Integer.parseInt(place.group(4));
            String before = place.group(1);
            String after = place.group(6);
            String kind = place.group(5);
            return text -> {
                String written = kind.equals("s") ? text : number(text, kind.equals("d") ? 0 : decimals, kind);
                return before + pad(written, width, flags, kind) + after;
            };
        }

        /** What is no number stays as it is. */
        private static String number(String text, int decimals, String kind) {
            String stripped = text.strip();
            if (!NUMBER.matcher(stripped).matches()) {
                return text;
            }
            return new BigDecimal(stripped)
                    .setScale(decimals, kind.equals("d") ? RoundingMode.DOWN : RoundingMode.HALF_UP)
                    .toPlainString();
        }

        private static String pad(String text, int width, String flags, String kind) {
            int missing = Math.max(0, width - text.length());
            if (flags.contains("-")) {
                return text + " ".repeat(missing);
            }
            boolean zeros = flags.contains("0") && !kind.equals("s");
            if (zeros && text.startsWith("-")) {
                return "-" + "0".repeat(missing) + text.substring(1);
            }
            return (zeros ? "0" : " ").repeat(missing) + text;
        }
    }
}
