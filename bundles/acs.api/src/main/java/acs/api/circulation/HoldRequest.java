// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The wish to have an item, or any copy of a title, held.
 *
 * @param patron any id of the patron
 * @param item the barcode; empty if only the title is given
 * @param title the title, or the library's id of it; empty if only the barcode is given
 * @param scope which copies will do
 * @param pickup the library the patron wants to fetch it from; empty = the patron's own, or unchanged
 * @param expires until when the patron wants it; empty = no end, or unchanged
 * @param feeAccepted whether the patron agreed to what it costs
 */
public record HoldRequest(
        String patron,
        String item,
        String title,
        Scope scope,
        String pickup,
        Optional<ZonedDateTime> expires,
        boolean feeAccepted) {

    /** Which copies will do (hold type, BY). */
    public enum Scope {
        OTHER,
        ANY_COPY,
        THIS_COPY,
        ANY_COPY_AT_LIBRARY
    }
}
