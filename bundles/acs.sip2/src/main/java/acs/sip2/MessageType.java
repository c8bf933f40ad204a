// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static acs.sip2.Field.*;
import static acs.sip2.Fixed.*;
import static acs.sip2.ProtocolVersion.SIP1;
import static acs.sip2.ProtocolVersion.SIP2;
import static acs.sip2.Row.answers;
import static acs.sip2.Row.asks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The table of messages: what stands at which place, which fields must be there, which may.
 *
 * <p>A request names its answer and its place in 98's list of supported messages (BX). Required fields are sent even when
 * they are empty; the optional ones include the extensions that are common in the field.
 */
public enum MessageType {
    PATRON_STATUS(asks("23", SIP1, 0, "24").layout(LANGUAGE, TRANSACTION_DATE).required(AO, AA, AC, AD)),
    PATRON_STATUS_RESPONSE(answers("24", SIP1)
            .layout(Fixed.PATRON_STATUS, LANGUAGE, TRANSACTION_DATE)
            .required(AO, AA, AE)
            .optional(BL, CQ, BH, BV, AF, AG, PA, PB, PC, PI)),
    CHECKOUT(asks("11", SIP1, 1, "12")
            .layout(SC_RENEWAL_POLICY, NO_BLOCK, TRANSACTION_DATE, NB_DUE_DATE)
            .required(AO, AA, AB, AC)
            .optional(CH, AD, BO, BI)),
    CHECKOUT_RESPONSE(answers("12", SIP1)
            .layout(OK, RENEWAL_OK, MAGNETIC_MEDIA, DESENSITIZE, TRANSACTION_DATE)
            .required(AO, AA, AB, AJ, AH)
            .optional(BT, CI, BH, BV, CK, CH, BK, AF, AG)),
    CHECKIN(asks("09", SIP1, 2, "10")
            .layout(NO_BLOCK, TRANSACTION_DATE, RETURN_DATE)
            .required(AP, AO, AB, AC)
            .optional(CH, BI)),
    CHECKIN_RESPONSE(answers("10", SIP1)
            .layout(OK, RESENSITIZE, MAGNETIC_MEDIA, ALERT, TRANSACTION_DATE)
            .required(AO, AB, AQ)
            .optional(AJ, CL, AA, CK, CH, CR, CS, CT, CV, CY, DA, BF, AF, AG)),
    BLOCK_PATRON(
            asks("01", SIP1, 3, "24").layout(CARD_RETAINED, TRANSACTION_DATE).required(AO, AL, AA, AC)),
    SC_STATUS(asks("99", SIP1, 4, "98").layout(STATUS_CODE, MAX_PRINT_WIDTH, PROTOCOL_VERSION)),
    ACS_STATUS(answers("98", SIP1)
            .layout(
                    ONLINE_STATUS,
                    CHECKIN_OK,
                    CHECKOUT_OK,
                    ACS_RENEWAL_POLICY,
                    STATUS_UPDATE_OK,
                    OFFLINE_OK,
                    TIMEOUT_PERIOD,
                    RETRIES_ALLOWED,
                    DATE_TIME_SYNC,
                    PROTOCOL_VERSION)
            .required(AO, BX)
            .optional(AM, AN, AF, AG)),
    REQUEST_ACS_RESEND(asks("97", SIP1, 5, "96")),
    REQUEST_SC_RESEND(answers("96", SIP1)),
    LOGIN(asks("93", SIP2, 6, "94")
            .layout(UID_ALGORITHM, PWD_ALGORITHM)
            .required(CN, CO)
            .optional(CP)),
    LOGIN_RESPONSE(answers("94", SIP2).layout(OK)),
    PATRON_INFORMATION(asks("63", SIP2, 7, "64")
            .layout(LANGUAGE, TRANSACTION_DATE, SUMMARY)
            .required(AO, AA)
            .optional(AC, AD, BP, BQ)),
    PATRON_INFORMATION_RESPONSE(answers("64", SIP2)
            .layout(
                    Fixed.PATRON_STATUS,
                    LANGUAGE,
                    TRANSACTION_DATE,
                    HOLD_ITEMS_COUNT,
                    OVERDUE_ITEMS_COUNT,
                    CHARGED_ITEMS_COUNT,
                    FINE_ITEMS_COUNT,
                    RECALL_ITEMS_COUNT,
                    UNAVAILABLE_HOLDS_COUNT)
            .required(AO, AA, AE)
            .optional(
                    BZ, CA, CB, BL, CQ, BH, BV, CC, AS, AT, AU, AV, BU, CD, BD, BE, BF, AF, AG, AQ, PA, PB, PC, PI, FA,
                    FB, FC, FD, FE, FF, FU, FV, XI)),
    END_PATRON_SESSION(
            asks("35", SIP2, 8, "36").layout(TRANSACTION_DATE).required(AO, AA).optional(AC, AD)),
    END_SESSION_RESPONSE(answers("36", SIP2)
            .layout(END_SESSION, TRANSACTION_DATE)
            .required(AO, AA)
            .optional(AF, AG)),
    FEE_PAID(asks("37", SIP2, 9, "38")
            .layout(TRANSACTION_DATE, FEE_TYPE, PAYMENT_TYPE, CURRENCY)
            .required(BV, AO, AA)
            .optional(AC, AD, CG, BK, OR, RN)),
    FEE_PAID_RESPONSE(answers("38", SIP2)
            .layout(PAYMENT_ACCEPTED, TRANSACTION_DATE)
            .required(AO, AA)
            .optional(BK, AF, AG, FA, FB, FC, FD, FE, FF, FG)),
    ITEM_INFORMATION(
            asks("17", SIP2, 10, "18").layout(TRANSACTION_DATE).required(AO, AB).optional(AC)),
    ITEM_INFORMATION_RESPONSE(answers("18", SIP2)
            .layout(CIRCULATION_STATUS, SECURITY_MARKER, FEE_TYPE, TRANSACTION_DATE)
            .required(AB, AJ)
            .optional(CF, AH, CJ, CM, BG, BH, BV, CK, AQ, AP, CH, AO, CR, CS, CT, CY, DA, AF, AG)),
    ITEM_STATUS_UPDATE(asks("19", SIP2, 11, "20")
            .layout(TRANSACTION_DATE)
            .required(AO, AB, CH)
            .optional(AC)),
    ITEM_STATUS_UPDATE_RESPONSE(answers("20", SIP2)
            .layout(ITEM_PROPERTIES_OK, TRANSACTION_DATE)
            .required(AB)
            .optional(AJ, CH, AO, AF, AG)),
    PATRON_ENABLE(
            asks("25", SIP2, 12, "26").layout(TRANSACTION_DATE).required(AO, AA).optional(AC, AD)),
    PATRON_ENABLE_RESPONSE(answers("26", SIP2)
            .layout(Fixed.PATRON_STATUS, LANGUAGE, TRANSACTION_DATE)
            .required(AO, AA, AE)
            .optional(BL, CQ, AF, AG)),
    HOLD(asks("15", SIP2, 13, "16")
            .layout(HOLD_MODE, TRANSACTION_DATE)
            .required(AO, AA)
            .optional(BW, BS, BY, AD, AB, AJ, AC, BO, MA, MB, MC)),
    HOLD_RESPONSE(answers("16", SIP2)
            .layout(OK, AVAILABLE, TRANSACTION_DATE)
            .required(AO, AA)
            .optional(BW, BR, BS, AB, AJ, AF, AG, MA, MB, MC)),
    RENEW(asks("29", SIP2, 14, "30")
            .layout(THIRD_PARTY_ALLOWED, NO_BLOCK, TRANSACTION_DATE, NB_DUE_DATE)
            .required(AO, AA)
            .optional(AD, AB, AJ, AC, CH, BO)),
    RENEW_RESPONSE(answers("30", SIP2)
            .layout(OK, RENEWAL_OK, MAGNETIC_MEDIA, DESENSITIZE, TRANSACTION_DATE)
            .required(AO, AA, AB, AJ, AH)
            .optional(BT, CI, BH, BV, CK, CH, BK, AF, AG)),
    RENEW_ALL(
            asks("65", SIP2, 15, "66").layout(TRANSACTION_DATE).required(AO, AA).optional(AD, AC, BO)),
    RENEW_ALL_RESPONSE(answers("66", SIP2)
            .layout(OK, RENEWED_COUNT, UNRENEWED_COUNT, TRANSACTION_DATE)
            .required(AO)
            .optional(BM, BN, AF, AG));

    private static final @Nullable MessageType[] BY_CODE = new @Nullable MessageType[100];

    static {
        for (MessageType type : values()) {
            BY_CODE[Integer.parseInt(type.row.code)] = type;
        }
    }

    // A row does not change once it is written down here.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Row row;

    MessageType(Row row) {
        this.row = row;
    }

    /** The type with this code of two digits, or empty when the protocol has none. */
    public static Optional<MessageType> of(String code) {
        return code.length() == 2 ? Optional.ofNullable(of(code.charAt(0), code.charAt(1))) : Optional.empty();
    }

    /** The two digits a message starts with. */
    public String code() {
        return row.code;
    }

    /** The positional fields, in order. */
    public List<Fixed<?>> layout() {
        return row.layout;
    }

    /** The tagged fields that must be there, if only empty. */
    public List<Field> required() {
        return row.required;
    }

    /** The tagged fields that may be there. */
    public List<Field> optional() {
        return row.optional;
    }

    /** Whether the terminal sends it; otherwise the library does. */
    public boolean request() {
        return row.bxPosition.isPresent();
    }

    /**
     * What answers this request. The answer to a request to resend (97) is whatever was sent last, or the 96 that this
     * returns when that was nothing.
     *
     * @throws IllegalStateException if this is not a request
     */
    public MessageType response() {
        return of(row.answer).orElseThrow(() -> new IllegalStateException(this + " is not a request"));
    }

    /** The first version of the protocol with this message. */
    public ProtocolVersion since() {
        return row.since;
    }

    /** The position of this request in 98's list of supported messages (BX), 0 to 15; empty for a response. */
    public OptionalInt bxPosition() {
        return row.bxPosition;
    }

    /** The length of the fixed part without the code. */
    public int fixedLength() {
        return row.fixedLength;
    }

    /** Whether the positional field is part of this message. */
    public boolean has(Fixed<?> fixed) {
        return row.layout.contains(fixed);
    }

    /** Whether the tagged field is required or optional in this message. */
    public boolean has(Field field) {
        return row.fields.contains(field);
    }

    int indexOf(Fixed<?> fixed) {
        int index = row.layout.indexOf(fixed);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "fixed: " + fixed + " (expected: one of " + row.layout + " of " + this + ")");
        }
        return index;
    }

    /** Where the positional field starts, counted from the end of the code. */
    int offset(int index) {
        return row.offsets[index];
    }

    static @Nullable MessageType of(int first, int second) {
        if (first < '0' || first > '9' || second < '0' || second > '9') {
            return null;
        }
        return BY_CODE[(first - '0') * 10 + (second - '0')];
    }
}
