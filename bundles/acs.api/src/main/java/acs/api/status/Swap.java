// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import java.time.Duration;
import java.time.Instant;

/**
 * One part took over from another.
 *
 * @param at when
 * @param gone who had served before: a bundle, name and version
 * @param come who serves from then on
 * @param waited how many requests were waiting at that moment
 * @param absence how long nobody was there to take a new request; zero if one came before the other went
 */
public record Swap(Instant at, String gone, String come, int waited, Duration absence) {

    /** One sentence, without the time. */
    @Override
    public String toString() {
        return gone + " was replaced by " + come + "; " + waited + (waited == 1 ? " request" : " requests")
                + " waited, " + absence.toMillis() + " ms";
    }
}
