// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * A part of a list.
 *
 * @param from the first entry, counted from 1
 * @param to the last entry; less than {@code from} = no entry
 */
public record Window(int from, int to) {
    private static final Window ALL = new Window(1, Integer.MAX_VALUE);

    public Window {
        if (from < 1) {
            throw new IllegalArgumentException("from: " + from + " (expected: 1 or more)");
        }
    }

    public static Window all() {
        return ALL;
    }

    /** How many entries it holds at most. */
    public int size() {
        return to < from ? 0 : to == Integer.MAX_VALUE ? to : to - from + 1;
    }
}
