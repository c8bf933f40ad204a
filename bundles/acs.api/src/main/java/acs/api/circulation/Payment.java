// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.math.BigDecimal;

/**
 * Money that a terminal took.
 *
 * @param patron any id of the patron it is for
 * @param amount more than zero, with no more decimals than the institution's currency has; it is in that currency
 * @param type of the fees it is for; {@link FeeType#OTHER} = any
 * @param method how it was paid, two digits: 00 cash, 01 VISA, 02 credit card, others as agreed
 * @param fee the id of the one fee it is for; empty = the oldest first
 * @param transaction what the terminal calls the payment (BK), and recognises it by; may be empty
 */
public record Payment(String patron, BigDecimal amount, FeeType type, String method, String fee, String transaction) {}
