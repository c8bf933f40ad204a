// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A place in the queue for an item or a title.
 *
 * @param patron the patron's card number
 * @param item the barcode of the copy that is held or was asked for, or of any copy; empty if the title has none
 * @param title what patrons call it
 * @param position in the queue, from 1
 * @param pickup the library it is fetched from
 * @param expires until when the patron wants it, or until when it waits for them
 * @param ready whether it waits on the hold shelf
 * @param available whether a copy is in, and held for nobody
 * @param charge what this request charged the patron
 */
public record Hold(
        String patron,
        String item,
        String title,
        int position,
        String pickup,
        Optional<ZonedDateTime> expires,
        boolean ready,
        boolean available,
        Charge charge) {}
