// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * Something a patron has to pay.
 *
 * @param id what it can be paid by (CG)
 * @param type what it is for
 * @param amount what was charged
 * @param outstanding what is left of it
 * @param description what patrons read
 * @param item the barcode of the item it is about; may be empty
 * @param title of that item; may be empty
 * @param charged when
 */
public record Fee(
        String id,
        FeeType type,
        BigDecimal amount,
        BigDecimal outstanding,
        String description,
        String item,
        String title,
        ZonedDateTime charged) {}
