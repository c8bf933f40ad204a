// SPDX-License-Identifier: Apache-2.0
package acs.api;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A library, or a group of libraries, that terminals belong to.
 *
 * @param id the code that terminals send and receive as institution id (AO)
 * @param name what people call it (AM)
 * @param implementation the name of the implementation that answers for it, e.g. {@code ILS}
 * @param zone where its clocks stand; dates on the wire are local to it
 * @param currency what its amounts are in
 * @param language of texts for patrons, where neither the request nor the patron names one
 * @param greeting the text that opens the screen message of patron answers; may be empty
 * @param parameters what the configuration hands to the implementation unread
 * @param policy what its terminals may do
 */
public record Institution(
        String id,
        String name,
        String implementation,
        ZoneId zone,
        Currency currency,
        Language language,
        String greeting,
        Settings parameters,
        Policy policy) {}
