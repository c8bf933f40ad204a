// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.math.BigDecimal;

/**
 * What something costs.
 *
 * @param type what the money is for
 * @param amount in the institution's currency, zero = it is free
 */
public record Charge(FeeType type, BigDecimal amount) {
    private static final Charge NONE = new Charge(FeeType.OTHER, BigDecimal.ZERO);

    public Charge {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount: " + amount + " (expected: zero or more)");
        }
    }

    /** It costs nothing. */
    public static Charge none() {
        return NONE;
    }

    public boolean isNone() {
        return amount.signum() == 0;
    }
}
