// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts of money strictly: it is about real money, so nothing is guessed. */
final class Amounts {
    /** Digits, and a point with digits after it if any; terminals put one blank ahead. More digits is nobody's money. */
    private static final Pattern PLAIN = Pattern.compile(" ?[0-9]{1,12}(\\.[0-9]{1,4})?");

    private Amounts() {}

    /**
     * An amount that can be paid: plain decimals, more than zero, no smaller part than the currency has.
     *
     * @return empty for anything else: signs, exponents, symbols, commas, nothing at all
     */
    static Optional<BigDecimal> parse(String text, Currency currency) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text.strip());
        return amount.signum() > 0 && amount.scale() <= Math.max(0, currency.getDefaultFractionDigits())
                ? Optional.of(amount)
                : Optional.empty();
    }
}
