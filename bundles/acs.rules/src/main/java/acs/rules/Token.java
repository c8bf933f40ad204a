// SPDX-License-Identifier: Apache-2.0
package acs.rules;

/**
 * A piece of a template.
 *
 * @param text without quotes
 * @param at where it begins, counted from 0
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        /** What stands outside of directives. */
        TEXT,
        WORD,
        NUMBER,
        /** In single quotes: as it is. */
        LITERAL,
        /** In double quotes: with values in it. */
        QUOTED,
        SYMBOL,
        /** A semicolon, or the end of a directive. */
        BREAK,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** As it is named in messages. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case BREAK -> "the end of the directive";
            case TEXT -> "text";
            default -> "`" + text + "`";
        };
    }
}
