// SPDX-License-Identifier: Apache-2.0
package acs.client;

import acs.sip2.Fixed;
import acs.sip2.HoldMode;
import acs.sip2.SipDate;
import acs.sip2.Ternary;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What positional fields may hold. */
final class FixedValue {
    private static final Set<Fixed<?>> FLAGS = Set.of(
            Fixed.SC_RENEWAL_POLICY,
            Fixed.NO_BLOCK,
            Fixed.CARD_RETAINED,
            Fixed.THIRD_PARTY_ALLOWED,
            Fixed.RENEWAL_OK,
            Fixed.DESENSITIZE,
            Fixed.RESENSITIZE,
            Fixed.ALERT,
            Fixed.ONLINE_STATUS,
            Fixed.CHECKIN_OK,
            Fixed.CHECKOUT_OK,
            Fixed.ACS_RENEWAL_POLICY,
            Fixed.STATUS_UPDATE_OK,
            Fixed.OFFLINE_OK,
            Fixed.END_SESSION,
            Fixed.PAYMENT_ACCEPTED,
            Fixed.AVAILABLE);
    private static final Set<Fixed<?>> BITS = Set.of(Fixed.OK, Fixed.ITEM_PROPERTIES_OK);
    private static final Set<Fixed<?>> DATES =
            Set.of(Fixed.TRANSACTION_DATE, Fixed.NB_DUE_DATE, Fixed.RETURN_DATE, Fixed.DATE_TIME_SYNC);
    private static final Set<Fixed<?>> NUMBERS =
            Set.of(Fixed.LANGUAGE, Fixed.MAX_PRINT_WIDTH, Fixed.TIMEOUT_PERIOD, Fixed.RETRIES_ALLOWED);
    private static final Set<Fixed<?>> COUNTS = Set.of(
            Fixed.HOLD_ITEMS_COUNT,
            Fixed.OVERDUE_ITEMS_COUNT,
            Fixed.CHARGED_ITEMS_COUNT,
            Fixed.FINE_ITEMS_COUNT,
            Fixed.RECALL_ITEMS_COUNT,
            Fixed.UNAVAILABLE_HOLDS_COUNT,
            Fixed.RENEWED_COUNT,
            Fixed.UNRENEWED_COUNT);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z .]+");

    private FixedValue() {}

    /** What is wrong with the characters at the place of the field, as a sentence. */
    static Optional<String> problem(Fixed<?> fixed, String raw) {
        String expected = expected(fixed, raw);
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of(fixed.name() + " is \"" + Screen.fit(raw) + "\" (expected: " + expected + ")");
    }

    private static String expected(Fixed<?> fixed, String raw) {
        if (FLAGS.contains(fixed)) {
            return raw.equals("Y") || raw.equals("N") ? "" : "Y or N";
        }
        if (BITS.contains(fixed)) {
            return raw.equals("0") || raw.equals("1") ? "" : "0 or 1";
        }
        if (DATES.contains(fixed)) {
            SipDate date = SipDate.parse(raw);
            return date.isValid() || (date.isBlank() && fixed != Fixed.DATE_TIME_SYNC) ? "" : "YYYYMMDDZZZZHHMMSS";
        }
        if (NUMBERS.contains(fixed)) {
            return DIGITS.matcher(raw).matches() ? "" : "digits";
        }
        if (COUNTS.contains(fixed)) {
            return raw.isBlank() || DIGITS.matcher(raw).matches() ? "" : "digits or blanks";
        }
        if (fixed == Fixed.MAGNETIC_MEDIA) {
            return Ternary.UNKNOWN.code().equals(raw) || raw.equals("Y") || raw.equals("N") ? "" : "Y, N or U";
        }
        if (fixed == Fixed.HOLD_MODE) {
            return Set.of(HoldMode.ADD.code(), HoldMode.DELETE.code(), HoldMode.CHANGE.code())
                            .contains(raw)
                    ? ""
                    : "+, - or *";
        }
        if (fixed == Fixed.PATRON_STATUS) {
            return only(raw, "Y ") ? "" : "Y or blank at each place";
        }
        if (fixed == Fixed.SUMMARY) {
            return only(raw, "YN ") ? "" : "Y or blank at each place";
        }
        return CODE.matcher(raw).matches() ? "" : "letters and digits";
    }

    private static boolean only(String raw, String characters) {
        return raw.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
}
