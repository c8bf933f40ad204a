// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.Instant;

/**
 * Something that a machine recorded and a person must look at.
 *
 * @param id by which it is settled; unique in its library
 * @param kind one word for what it is, in lower case, e.g. {@code card_retained}
 * @param item the barcode; empty if it is not about an item
 * @param patron the card number; empty if it is not about a patron
 * @param detail what there is to know; may be empty
 * @param terminal where it happened
 * @param noticed when it was recorded
 */
public record StaffException(
        long id, String kind, String item, String patron, String detail, String terminal, Instant noticed) {

    /** The kind only: everything else may be personal. */
    @Override
    public String toString() {
        return "StaffException[" + id + ", " + kind + "]";
    }
}
