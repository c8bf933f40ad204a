// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.implementation.ils.ItemRow.State;
import java.util.List;
import java.util.stream.Stream;

/** The numbers by which Koha's settings speak of lost items: 1 for lost, 4 for missing, as Koha comes with them. */
final class LostValue {
    private LostValue() {}

    /** 0 for an item that is neither lost nor missing. */
    static int of(State state) {
        return switch (state) {
            case LOST -> 1;
            case MISSING -> 4;
            default -> 0;
        };
    }

    /** The states, as the database has them, whose number is not below this; of 0, those of lost items still. */
    static List<String> atLeast(int lowest) {
        return Stream.of(State.LOST, State.MISSING)
                .filter(state -> of(state) >= lowest)
                .map(State::column)
                .toList();
    }
}
