// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * Which of a patron's lists a 63 wants to see: at most one.
 *
 * @param index position of the leftmost Y, 0 to 9, or empty when no list is wanted
 */
public record Summary(OptionalInt index) {
    /** Holds that wait on the shelf, answered in AS. */
    public static final int HOLD_ITEMS = 0;
    /** Overdue loans, answered in AT. */
    public static final int OVERDUE_ITEMS = 1;
    /** All loans, answered in AU. */
    public static final int CHARGED_ITEMS = 2;
    /** Fines and fees, answered in AV. */
    public static final int FINE_ITEMS = 3;
    /** Recalled loans, answered in BU. */
    public static final int RECALL_ITEMS = 4;
    /** Holds that are not yet available, answered in CD. */
    public static final int UNAVAILABLE_HOLDS = 5;
    /** Fee positions, an extension (Gossip), answered in groups of FA to FF. */
    public static final int FEE_POSITIONS = 6;

    static final int WIDTH = 10;

    private static final Summary NONE = new Summary(OptionalInt.empty());

    public Summary {
        requireNonNull(index, "index");
        if (index.isPresent() && (index.getAsInt() < 0 || index.getAsInt() >= WIDTH)) {
            throw new IllegalArgumentException("index: " + index.getAsInt() + " (expected: 0..9)");
        }
    }

    /** No list is wanted. */
    public static Summary none() {
        return NONE;
    }

    /** The list at this position, 0 to 9. */
    public static Summary of(int index) {
        return new Summary(OptionalInt.of(index));
    }

    /** Whether the list at this position is wanted. */
    public boolean wants(int position) {
        return index.isPresent() && index.getAsInt() == position;
    }

    /** Anything but Y is no; of several Y the leftmost counts. */
    static Summary read(String raw) {
        int first = raw.indexOf('Y');
        return first < 0 ? NONE : of(first);
    }

    String write() {
        if (index.isEmpty()) {
            return " ".repeat(WIDTH);
        }
        return " ".repeat(index.getAsInt()) + "Y" + " ".repeat(WIDTH - 1 - index.getAsInt());
    }
}
