// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import acs.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a template apart. */
final class Tokens {
    private static final String OPEN = "[%";
    private static final String CLOSE = "%]";
    private static final List<String> SYMBOLS = List.of(
            "==", "=>", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "|", "(", ")", "[", "]", ",", ".", "?", ":", "=",
            "$");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    /** How the directive before wants the blanks after it: {@code + - ~ =}. */
    private char trim = '+';

    private Tokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        Tokens all = new Tokens(source);
        all.read();
        return all.tokens;
    }

    private void read() {
        int from = 0;
        for (int open = source.indexOf(OPEN); open >= 0; open = source.indexOf(OPEN, from)) {
            int inside = open + OPEN.length();
            char before = isTrim(inside) ? source.charAt(inside++) : '+';
            text(from, open, before);
            trim = '+';
            from = directive(open, inside);
        }
        text(from, source.length(), '+');
        tokens.add(new Token(Kind.END, "", source.length()));
    }

    private boolean isTrim(int at) {
        return at < source.length() && "+-~=".indexOf(source.charAt(at)) >= 0;
    }

    private void text(int from, int to, char after) {
        String text = Blanks.after(trim, Blanks.before(after, source.substring(from, to)));
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.TEXT, text, from));
        }
    }

    /** Returns where the text after the directive begins. */
    private int directive(int open, int inside) {
        if (inside < source.length() && source.charAt(inside) == '#') {
            int close = source.indexOf(CLOSE, inside);
            if (close < 0) {
                throw new BrokenRuleException(open, "`[%` without `%]`");
            }
            trim = "+-~=".indexOf(source.charAt(close - 1)) >= 0 ? source.charAt(close - 1) : '+';
            return close + CLOSE.length();
        }
        int at = inside;
        while (at < source.length()) {
            if (source.startsWith(CLOSE, at)) {
                tokens.add(new Token(Kind.BREAK, "", at));
                return at + CLOSE.length();
            }
            if (isTrim(at) && source.startsWith(CLOSE, at + 1)) {
                trim = source.charAt(at);
                at++;
            } else {
                at = token(at);
            }
        }
        throw new BrokenRuleException(open, "`[%` without `%]`");
    }

    private int token(int at) {
        char first = source.charAt(at);
        if (Character.isWhitespace(first)) {
            return at + 1;
        }
        if (first == '#') {
            int line = source.indexOf('\n', at);
            int close = source.indexOf(CLOSE, at);
            return line >= 0 && line < close ? line : Math.max(close, at + 1);
        }
        if (first == ';') {
            return add(Kind.BREAK, at, at + 1);
        }
        if (first == '\'' || first == '"') {
            return quoted(at, first);
        }
        if (isDigit(first)) {
            return add(Kind.NUMBER, at, end(at, true));
        }
        if (isLetter(first)) {
            return add(Kind.WORD, at, end(at, false));
        }
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                return add(Kind.SYMBOL, at, at + symbol.length());
            }
        }
        throw new BrokenRuleException(at, "`" + first + "` is not known here");
    }

    private int add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, source.substring(from, to), from));
        return to;
    }

    private int quoted(int at, char quote) {
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                tokens.add(new Token(quote == '"' ? Kind.QUOTED : Kind.LITERAL, text.toString(), at));
                return i + 1;
            }
            boolean escaped = c == '\\' && i + 1 < source.length() && "\\'\"".indexOf(source.charAt(i + 1)) >= 0;
            text.append(escaped ? source.charAt(++i) : c);
        }
        throw new BrokenRuleException(at, "a text without its closing " + quote);
    }

    /** Where a word or a number ends; the point of a number is part of it if a digit follows. */
    private int end(int from, boolean isNumber) {
        int to = from + 1;
        while (to < source.length() && (isLetter(source.charAt(to)) || isDigit(source.charAt(to)))) {
            to++;
        }
        boolean hasDecimals =
                isNumber && to + 1 < source.length() && source.charAt(to) == '.' && isDigit(source.charAt(to + 1));
        return hasDecimals ? end(to + 1, false) : to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
