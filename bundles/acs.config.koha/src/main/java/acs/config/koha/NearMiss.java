// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant who wrote a name that does not exist. */
final class NearMiss {
    private NearMiss() {}

    /** A half sentence to end a message with; empty if nothing known is near. */
    static String hint(String written, Collection<String> known) {
        return of(written, known).map(name -> ", did you mean `" + name + "`?").orElse("");
    }

    /** The known name with the fewest letters to change, if these are few. */
    static Optional<String> of(String written, Collection<String> known) {
        String best = "";
        int fewest = Math.max(1, Math.min(3, written.length() / 3)) + 1;
        for (String name : known) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), fewest);
            if (distance < fewest) {
                fewest = distance;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Letters to add, drop, change, or swap with their neighbour. Beyond {@code limit} any number from there on. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        int[][] costs = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                costs[row][column] = row == 0 || column == 0 ? row + column : cheapest(costs, left, right, row, column);
            }
        }
        return costs[left.length()][right.length()];
    }

    private static int cheapest(int[][] costs, String left, String right, int row, int column) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int cost = Math.min(costs[row - 1][column], costs[row][column - 1]) + 1;
        cost = Math.min(cost, costs[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(cost, costs[row - 2][column - 2] + 1) : cost;
    }
}
