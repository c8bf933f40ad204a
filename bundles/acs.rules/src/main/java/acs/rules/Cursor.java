// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import acs.rules.Token.Kind;
import java.util.List;

/** Where a parser is among its tokens. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The one after {@link #peek}. */
    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean takeWord(String word) {
        return takeIf(peek().isWord(word));
    }

    boolean takeSymbol(String symbol) {
        return takeIf(peek().isSymbol(symbol));
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw wrong("stands where `" + symbol + "` is expected");
        }
    }

    boolean take(Kind kind) {
        return takeIf(peek().is(kind));
    }

    private boolean takeIf(boolean wanted) {
        if (wanted) {
            next();
        }
        return wanted;
    }

    BrokenRuleException wrong(String problem) {
        return new BrokenRuleException(peek().at(), peek().shown() + " " + problem);
    }
}
