// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import acs.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what has a value: paths, texts, numbers, and what is made of them. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Pattern INSIDE = Pattern.compile("\\$(?:\\{\\s*([\\w.]+)\\s*}|([A-Za-z_]\\w*(?:\\.\\w+)*))");
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private final Plugins plugins;
    private int depth;

    ExpressionParser(Cursor cursor, Plugins plugins) {
        this.cursor = cursor;
        this.plugins = plugins;
    }

    /** A value, and what is to be done to it before it is shown. */
    Value filtered() {
        Value value = value();
        int chain = 0;
        while (cursor.takeSymbol("|")) {
            checkChain(++chain);
            Value before = value;
            if (cursor.takeSymbol("$")) {
                value = plugins.filter(before);
                continue;
            }
            Filter filter = filter();
            value = filling -> filling.step() ? filter.apply(before.of(filling)) : "";
        }
        return value;
    }

    /** Each link is a call inside the one before: there is an end to that. */
    private void checkChain(int links) {
        if (links > DEEPEST) {
            throw cursor.wrong("is chained more than " + DEEPEST + " times");
        }
    }

    private Filter filter() {
        Token name = cursor.peek();
        if (!name.is(Kind.WORD)) {
            throw cursor.wrong("is no filter");
        }
        cursor.next();
        List<String> arguments = new ArrayList<>();
        if (cursor.takeSymbol("(") && !cursor.takeSymbol(")")) {
            do {
                Token argument = cursor.peek();
                if (!argument.is(Kind.LITERAL) && !argument.is(Kind.QUOTED) && !argument.is(Kind.NUMBER)) {
                    throw cursor.wrong("is neither a text nor a number");
                }
                arguments.add(cursor.next().text());
            } while (cursor.takeSymbol(","));
            cursor.expectSymbol(")");
        }
        return Filter.of(name, arguments);
    }

    Value value() {
        if (++depth > DEEPEST) {
            throw cursor.wrong("is nested more than " + DEEPEST + " times");
        }
        Value condition = either();
        if (cursor.takeSymbol("?")) {
            Value then = value();
            cursor.expectSymbol(":");
            Value otherwise = value();
            depth--;
            return filling -> (condition.isTrue(filling) ? then : otherwise).of(filling);
        }
        depth--;
        return condition;
    }

    /** As in Template Toolkit, the value of {@code or} is that of the first side that is true. */
    private Value either() {
        Value left = both();
        int chain = 0;
        while (cursor.takeSymbol("||") || cursor.takeWord("or") || cursor.takeWord("OR")) {
            checkChain(++chain);
            Value one = left;
            Value other = both();
            left = filling -> (one.isTrue(filling) ? one : other).of(filling);
        }
        return left;
    }

    private Value both() {
        Value left = opposite();
        int chain = 0;
        while (cursor.takeSymbol("&&") || cursor.takeWord("and") || cursor.takeWord("AND")) {
            checkChain(++chain);
            Value one = left;
            Value other = opposite();
            left = filling -> (one.isTrue(filling) ? other : one).of(filling);
        }
        return left;
    }

    private Value opposite() {
        boolean negated = false;
        while (cursor.takeSymbol("!") || cursor.takeWord("not") || cursor.takeWord("NOT")) {
            negated = !negated;
        }
        Value value = comparison();
        return negated ? filling -> Value.of(!value.isTrue(filling)) : value;
    }

    private Value comparison() {
        Value left = joined();
        Token operator = cursor.peek();
        if (!operator.is(Kind.SYMBOL) || !COMPARISONS.contains(operator.text())) {
            return left;
        }
        cursor.next();
        Value right = joined();
        return filling -> Value.of(holds(left.of(filling), operator.text(), right.of(filling)));
    }

    private static boolean holds(String left, String operator, String right) {
        return switch (operator) {
            case "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> Value.number(left).compareTo(Value.number(right)) < 0;
            case "<=" -> Value.number(left).compareTo(Value.number(right)) <= 0;
            case ">" -> Value.number(left).compareTo(Value.number(right)) > 0;
            default -> Value.number(left).compareTo(Value.number(right)) >= 0;
        };
    }

    private Value joined() {
        Value first = single();
        if (!cursor.peek().isWord("_")) {
            return first;
        }
        List<Value> parts = new ArrayList<>(List.of(first));
        while (cursor.takeWord("_")) {
            parts.add(single());
        }
        return filling -> {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.of(filling)));
            return text.toString();
        };
    }

    private Value single() {
        Token token = cursor.peek();
        if (cursor.takeSymbol("(")) {
            Value inside = value();
            cursor.expectSymbol(")");
            return inside;
        }
        if (cursor.takeSymbol("[")) {
            return list();
        }
        if (cursor.take(Kind.NUMBER) || cursor.take(Kind.LITERAL)) {
            return filling -> filling.step() ? token.text() : "";
        }
        if (cursor.take(Kind.QUOTED)) {
            return quoted(token.text());
        }
        if (token.is(Kind.WORD) && plugins.isOne(token.text()) && cursor.ahead().isSymbol(".")) {
            return method();
        }
        if (token.is(Kind.WORD) && !token.text().equals("_")) {
            String path = path();
            return filling -> filling.step() ? filling.value(path) : "";
        }
        throw cursor.wrong("stands where a value is expected");
    }

    /** {@code Branches.GetName(patron.branchcode)}: what is not known shows what it is asked about. */
    private Value method() {
        cursor.next();
        while (cursor.takeSymbol(".")) {
            if (!cursor.take(Kind.WORD)) {
                throw cursor.wrong("stands where a name is expected");
            }
        }
        Value shown = filling -> "";
        if (cursor.takeSymbol("(") && !cursor.takeSymbol(")")) {
            shown = value();
            while (cursor.takeSymbol(",") || cursor.takeSymbol("=>")) {
                value();
            }
            cursor.expectSymbol(")");
        }
        return shown;
    }

    private Value list() {
        List<Value> items = new ArrayList<>();
        while (!cursor.takeSymbol("]")) {
            items.add(value());
            cursor.takeSymbol(",");
        }
        return new ListValue(items);
    }

    private String path() {
        StringBuilder path = new StringBuilder(cursor.next().text());
        callWithout();
        while (cursor.takeSymbol(".")) {
            Token name = cursor.peek();
            if (!cursor.take(Kind.WORD) && !cursor.take(Kind.NUMBER)) {
                throw cursor.wrong("stands where a name is expected");
            }
            path.append('.').append(name.text());
            callWithout();
        }
        return path.toString();
    }

    /** Methods of Koha's objects are called here like properties, so there is nothing that could be handed to them. */
    private void callWithout() {
        if (cursor.takeSymbol("(")) {
            cursor.expectSymbol(")");
        }
    }

    private static Value quoted(String text) {
        Matcher inside = INSIDE.matcher(text);
        List<Value> parts = new ArrayList<>();
        int from = 0;
        while (inside.find()) {
            String before = text.substring(from, inside.start());
            String path = inside.group(1) == null ? inside.group(2) : inside.group(1);
            parts.add(filling -> before + filling.value(path));
            from = inside.end();
        }
        String rest = text.substring(from);
        return filling -> {
            StringBuilder all = new StringBuilder();
            parts.forEach(part -> all.append(part.of(filling)));
            return all.append(rest).toString();
        };
    }

    /** As a text it is empty. */
    private record ListValue(List<Value> values) implements Value {
        @Override
        public String of(Filling filling) {
            return "";
        }

        @Override
        public List<String> items(Filling filling) {
            return values.stream().map(value -> value.of(filling)).toList();
        }
    }
}
