// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.List;

/** A line for the patron: a text as it is, or one of the message catalogue's. */
public sealed interface Note {

    /** A text shown as it is. */
    record Text(String text) implements Note {}

    /**
     * A text of the message catalogue, in the patron's language.
     *
     * @param key e.g. {@code paid}
     * @param arguments of the text, in its order: dates, amounts, names
     */
    record Message(String key, List<Object> arguments) implements Note {
        public Message {
            arguments = List.copyOf(arguments);
        }
    }

    static Note text(String text) {
        return new Text(text);
    }

    static Note message(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
