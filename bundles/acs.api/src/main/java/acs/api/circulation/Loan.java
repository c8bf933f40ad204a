// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An item in the hands of a patron.
 *
 * @param item as it is on loan
 * @param patron the patron's card number
 * @param loaned when it was borrowed
 * @param due when it is due back
 * @param renewals how often it was renewed
 * @param renewed whether this request renewed it, rather than lent it
 * @param desensitize whether it may leave the building, so that its security strip is switched off
 * @param charge what this request charged the patron
 * @param recalled when it was called back, if it was
 */
public record Loan(
        Item item,
        String patron,
        ZonedDateTime loaned,
        ZonedDateTime due,
        int renewals,
        boolean renewed,
        boolean desensitize,
        Charge charge,
        Optional<ZonedDateTime> recalled) {}
