// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A text with numbered places: <code>{0}</code>, <code>{1}</code> and so on. Everything else stands for itself. */
final class Template {

    /** What stands before a place, and which argument goes there; -1 = none, it is the end. */
    private record Part(String before, int argument) {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            if (isPlace(text, open)) {
                parts.add(new Part(text.substring(from, open), text.charAt(open + 1) - '0'));
                from = open + 3;
            }
        }
        parts.add(new Part(text.substring(from), -1));
        return new Template(parts);
    }

    /** The numbers of its places. */
    Set<Integer> places() {
        return parts.stream()
                .map(Part::argument)
                .filter(argument -> argument >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPlace(String text, int open) {
        return open + 2 < text.length()
                && text.charAt(open + 1) >= '0'
                && text.charAt(open + 1) <= '9'
                && text.charAt(open + 2) == '}';
    }

    /** The text; a place without an argument is left empty. */
    String fill(List<Object> arguments, Locale locale) {
        if (parts.size() == 1) {
            return parts.get(0).before;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.before);
            if (part.argument >= 0 && part.argument < arguments.size()) {
                text.append(show(arguments.get(part.argument), locale));
            }
        }
        return text.toString();
    }

    private static String show(Object argument, Locale locale) {
        if (argument instanceof LocalDate date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(date);
        }
        if (argument instanceof ZonedDateTime moment) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(moment);
        }
        if (argument instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (argument instanceof Iterable<?> list) {
            return toText(list, locale);
        }
        return String.valueOf(argument);
    }

    private static String toText(Iterable<?> list, Locale locale) {
        List<Object> entries = new ArrayList<>();
        list.forEach(entries::add);
        return entries.stream().map(entry -> show(entry, locale)).collect(Collectors.joining(", "));
    }
}
