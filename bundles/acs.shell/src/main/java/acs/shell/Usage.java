// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import java.util.List;
import java.util.function.Function;

/**
 * What a command expects, and what it says of itself.
 *
 * @param synopsis its name and arguments
 * @param description one sentence
 */
record Usage(String synopsis, String description) {

    boolean isAskedFor(String... arguments) {
        return List.of(arguments).contains("--help");
    }

    /** What the command is for, if that was the question; else it was misused. */
    String text(String... arguments) {
        if (!isAskedFor(arguments)) {
            throw new IllegalArgumentException("usage: " + synopsis);
        }
        return synopsis + System.lineSeparator() + "  " + description;
    }

    /** Runs the command if the arguments fit, or says what it is for. */
    String answer(String[] arguments, int expected, Function<List<String>, String> command) {
        List<String> given = List.of(arguments);
        if (isAskedFor(arguments) || given.size() != expected) {
            return text(arguments);
        }
        return command.apply(given).stripTrailing();
    }
}
