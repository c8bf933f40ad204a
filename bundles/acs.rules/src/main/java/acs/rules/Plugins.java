// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import acs.rules.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a template has from {@code USE}, and gathers what of it nobody here knows: it leaves values as they are. */
final class Plugins {
    private final Cursor cursor;
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();

    Plugins(Cursor cursor) {
        this.cursor = cursor;
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** Reads {@code Name}, {@code Name(…)} or {@code alias = Name}. */
    void use() {
        Token first = word();
        Token plugin = cursor.takeSymbol("=") ? word() : first;
        String name = plugin.text() + submodules();
        options();
        aliases.put(first.text(), name);
        if (Plugin.of(name).isEmpty()) {
            doubt(plugin, "the plugin `" + name + "` is not known here: values stay as they are");
        }
    }

    /** Reads a filter behind its {@code $}. */
    Value filter(Value before) {
        Token name = word();
        Map<String, String> options = options();
        Optional<Plugin> plugin = Plugin.of(aliases.getOrDefault(name.text(), name.text()));
        if (plugin.isEmpty()) {
            if (!aliases.containsKey(name.text())) {
                doubt(name, "there is no filter `$" + name.text() + "` here: values stay as they are");
            }
            return before;
        }
        return filling -> plugin.get().apply(before.of(filling), options, filling.style());
    }

    /** Whether this is what the template calls a plugin, so that its methods may be called with arguments. */
    boolean isOne(String name) {
        return aliases.containsKey(name);
    }

    /** {@code with_hours => 1, dateformat = 'iso'}, in brackets or not; there, what has no name is passed over. */
    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        boolean inBrackets = cursor.takeSymbol("(");
        while (isNamed() || (inBrackets && isValue())) {
            Token name = cursor.next();
            if (cursor.takeSymbol("=>") || cursor.takeSymbol("=")) {
                options.put(name.text(), cursor.next().text());
            }
            cursor.takeSymbol(",");
        }
        if (inBrackets) {
            cursor.expectSymbol(")");
        }
        return options;
    }

    private boolean isNamed() {
        return cursor.peek().is(Kind.WORD)
                && (cursor.ahead().isSymbol("=>") || cursor.ahead().isSymbol("="));
    }

    private boolean isValue() {
        Token token = cursor.peek();
        return token.is(Kind.WORD) || token.is(Kind.LITERAL) || token.is(Kind.QUOTED) || token.is(Kind.NUMBER);
    }

    /** The rest of a name such as {@code Koha.Plugin}. */
    private String submodules() {
        List<String> names = new ArrayList<>();
        while (cursor.takeSymbol(".")) {
            names.add("." + word().text());
        }
        return String.join("", names);
    }

    private Token word() {
        Token token = cursor.peek();
        if (!cursor.take(Kind.WORD)) {
            throw cursor.wrong("stands where a name is expected");
        }
        return token;
    }

    private void doubt(Token at, String what) {
        doubts.add("character " + (at.at() + 1) + ": " + what);
    }
}
