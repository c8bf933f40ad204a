// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import acs.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the directives of a template. */
final class TemplateParser {
    private static final Set<String> ENDS = Set.of("END", "ELSE", "ELSIF");
    private static final Set<String> NOT_KNOWN = Set.of(
            "SET", "WHILE", "INCLUDE", "PROCESS", "INSERT", "WRAPPER", "BLOCK", "MACRO", "PERL", "RAWPERL", "FILTER",
            "SWITCH", "CASE", "TRY", "CATCH", "THROW", "CALL", "DEFAULT", "META", "VIEW", "LAST", "NEXT", "BREAK",
            "RETURN", "STOP", "CLEAR", "DEBUG", "TAGS");
    private static final int DEEPEST = 30;

    /**
     * What was read.
     *
     * @param doubts what of it is left out
     */
    record Read(Step all, List<String> doubts) {}

    private final Cursor cursor;
    private final Plugins plugins;
    private final ExpressionParser expressions;
    private int depth;

    private TemplateParser(Cursor cursor) {
        this.cursor = cursor;
        this.plugins = new Plugins(cursor);
        this.expressions = new ExpressionParser(cursor, plugins);
    }

    static Read parse(String source) {
        TemplateParser parser = new TemplateParser(new Cursor(Tokens.of(source)));
        Step all = parser.block();
        if (!parser.cursor.peek().is(Kind.END)) {
            throw parser.cursor.wrong("has no IF, UNLESS or FOREACH before it");
        }
        return new Read(all, parser.plugins.doubts());
    }

    /** Steps up to the end, or to a word that ends a block. */
    private Step block() {
        if (++depth > DEEPEST) {
            throw cursor.wrong("is nested more than " + DEEPEST + " times");
        }
        List<Step> steps = new ArrayList<>();
        while (!cursor.peek().is(Kind.END) && !isEndOfBlock()) {
            Token token = cursor.peek();
            if (token.is(Kind.BREAK)) {
                cursor.next();
            } else if (token.is(Kind.TEXT)) {
                steps.add(Step.text(cursor.next().text()));
            } else {
                steps.add(directive());
            }
        }
        depth--;
        return Step.all(steps);
    }

    private boolean isEndOfBlock() {
        return cursor.peek().is(Kind.WORD) && ENDS.contains(cursor.peek().text());
    }

    private Step directive() {
        Token first = cursor.peek();
        if (first.is(Kind.WORD) && NOT_KNOWN.contains(first.text())) {
            throw cursor.wrong("is not supported in templates");
        }
        if (cursor.takeWord("IF")) {
            return condition(first, false);
        }
        if (cursor.takeWord("UNLESS")) {
            return condition(first, true);
        }
        if (cursor.takeWord("FOREACH") || cursor.takeWord("FOR")) {
            return loop(first);
        }
        if (cursor.takeWord("USE")) {
            plugins.use();
            endDirective();
            return Step.text("");
        }
        cursor.takeWord("GET");
        Step shown = Step.show(expressions.filtered());
        if (cursor.takeWord("IF")) {
            shown = Step.choose(expressions.value(), shown, Step.text(""));
        } else if (cursor.takeWord("UNLESS")) {
            shown = Step.choose(expressions.value(), Step.text(""), shown);
        }
        endDirective();
        return shown;
    }

    private Step condition(Token start, boolean negated) {
        Value condition = expressions.value();
        endDirective();
        Step then = block();
        Step otherwise = otherwise(start);
        return negated ? Step.choose(condition, otherwise, then) : Step.choose(condition, then, otherwise);
    }

    /** What comes after the first part of a condition, up to its END. */
    private Step otherwise(Token start) {
        if (cursor.takeWord("ELSIF")) {
            if (++depth > DEEPEST) {
                throw cursor.wrong("is nested more than " + DEEPEST + " times");
            }
            Value condition = expressions.value();
            endDirective();
            Step then = block();
            Step last = otherwise(start);
            depth--;
            return Step.choose(condition, then, last);
        }
        Step otherwise = Step.text("");
        if (cursor.takeWord("ELSE")) {
            endDirective();
            otherwise = block();
        }
        end(start);
        return otherwise;
    }

    private Step loop(Token start) {
        String variable = "";
        if (cursor.peek().is(Kind.WORD)
                && (cursor.ahead().isWord("IN") || cursor.ahead().isSymbol("="))) {
            variable = cursor.next().text();
            cursor.next();
        }
        Value list = expressions.value();
        endDirective();
        Step body = block();
        end(start);
        return Step.loop(variable, list, body);
    }

    private void end(Token start) {
        if (!cursor.takeWord("END")) {
            if (cursor.peek().is(Kind.END)) {
                throw new BrokenRuleException(start.at(), start.shown() + " without END");
            }
            throw cursor.wrong("stands where END is expected");
        }
        endDirective();
    }

    private void endDirective() {
        if (!cursor.peek().is(Kind.BREAK)) {
            throw cursor.wrong("is not expected here");
        }
        cursor.next();
    }
}
