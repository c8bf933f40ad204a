// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the patron should read beside the result.
 *
 * @param screen lines for the display (AF)
 * @param print lines for the receipt (AG)
 */
public record Notes(List<Note> screen, List<Note> print) {
    private static final Notes NONE = new Notes(List.of(), List.of());

    public Notes {
        screen = List.copyOf(screen);
        print = List.copyOf(print);
    }

    public static Notes none() {
        return NONE;
    }

    public static Notes screen(Note... lines) {
        return new Notes(List.of(lines), List.of());
    }

    public static Notes print(Note... lines) {
        return new Notes(List.of(), List.of(lines));
    }

    /** These, then the others. */
    public Notes and(Notes more) {
        return new Notes(
                Stream.concat(screen.stream(), more.screen.stream()).toList(),
                Stream.concat(print.stream(), more.print.stream()).toList());
    }
}
