// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.math.BigDecimal;

/**
 * A payment that is booked.
 *
 * @param paid how much was booked
 * @param balance what the patron owes now
 * @param transaction what the terminal called the payment; may be empty
 */
public record Receipt(BigDecimal paid, BigDecimal balance, String transaction) {}
