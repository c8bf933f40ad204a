// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param name in the header line
 * @param required whether it must be there, and filled in every row
 * @param kind what its cells hold
 * @param whenEmpty what an empty cell stands for; null = nothing
 * @param defines what the cell is the key of
 * @param refersTo what must exist under the key in the cell
 * @param meaning one phrase for the manual, with what an empty cell means
 */
record Column(
        String name,
        boolean required,
        Kind kind,
        @Nullable Object whenEmpty,
        Optional<Reference> defines,
        Optional<Reference> refersTo,
        String meaning) {

    static Column required(String name, Kind kind, String meaning) {
        return new Column(name, true, kind, kind.whenEmpty(), Optional.empty(), Optional.empty(), meaning);
    }

    static Column optional(String name, Kind kind, String meaning) {
        return new Column(name, false, kind, kind.whenEmpty(), Optional.empty(), Optional.empty(), meaning);
    }

    /** The same column, where an empty cell stands for a value. */
    Column orElse(Object value) {
        return new Column(name, required, kind, value, defines, refersTo, meaning);
    }

    /** The same column, where an empty cell stands for nothing, and not for an empty text. */
    Column orNothing() {
        return new Column(name, required, kind, null, defines, refersTo, meaning);
    }

    /** The same column, as the key of its rows. */
    Column defining(Reference what) {
        return new Column(name, required, kind, whenEmpty, Optional.of(what), refersTo, meaning);
    }

    /** The same column, as a key of something else. */
    Column referringTo(Reference what) {
        return new Column(name, required, kind, null, defines, Optional.of(what), meaning);
    }
}
