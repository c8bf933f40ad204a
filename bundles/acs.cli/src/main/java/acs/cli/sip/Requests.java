// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.client.UserInput;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.SipDate;
import acs.sip2.Wire;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Makes messages of options. */
final class Requests {
    private final MessageOptions options;
    private final Wire wire;

    Requests(MessageOptions options, Wire wire) {
        this.options = options;
        this.wire = wire;
    }

    /** @throws IllegalArgumentException if a value does not fit its place, or could end a field */
    Message of(MessageType type) {
        Message.Builder message = Message.of(type);
        for (Fixed<?> fixed : type.layout()) {
            message.withRaw(fixed, fixed(fixed));
        }
        for (Field field : type.required()) {
            message.with(field, checked(field, value(field)));
        }
        for (Field field : type.optional()) {
            message.withIfPresent(field, checked(field, value(field)));
        }
        options.fields.forEach((code, value) -> {
            Field field = Field.of(code);
            message.with(field, checked(field, value));
        });
        return message.build();
    }

    /** The value for a field; empty if there is none. */
    private String value(Field field) {
        return switch (field.code()) {
            case "CN" -> options.user;
            case "CO", "AC" -> options.password;
            case "CP", "AO", "AP" -> options.location;
            case "AA" -> options.patron;
            case "AD" -> options.pin;
            case "AB" -> options.item;
            case "BP" -> options.startItem;
            case "BQ" -> options.endItem;
            case "BO" -> options.feeAcknowledged;
            case "BV" -> options.feeAmount;
            case "CG" -> options.feeIdentifier;
            case "BK" -> options.transaction;
            case "BS" -> options.pickup;
            case "BI" -> options.cancel;
            default -> "";
        };
    }

    private String checked(Field field, String value) {
        return UserInput.checked(field + (field.known() ? " (" + field.label() + ")" : ""), value, wire);
    }

    private String fixed(Fixed<?> fixed) {
        String value = text(fixed);
        if (value.length() > fixed.width()) {
            throw new IllegalArgumentException(fixed + ": " + value + " (expected: " + fixed.width() + " characters)");
        }
        return value + " ".repeat(fixed.width() - value.length());
    }

    private String text(Fixed<?> fixed) {
        if (fixed == Fixed.TRANSACTION_DATE || fixed == Fixed.RETURN_DATE) {
            return SipDate.of(now()).toString();
        }
        if (fixed == Fixed.NB_DUE_DATE) {
            // the date until which a stored loan was promised
            return options.noBlock.equals("Y") ? SipDate.of(now().plusDays(14)).toString() : "";
        }
        if (fixed == Fixed.SUMMARY) {
            return options.summary;
        }
        if (fixed == Fixed.LANGUAGE) {
            return options.language;
        }
        if (fixed == Fixed.NO_BLOCK) {
            return options.noBlock;
        }
        if (fixed == Fixed.FEE_TYPE) {
            return options.feeType;
        }
        if (fixed == Fixed.PAYMENT_TYPE) {
            return options.paymentType;
        }
        if (fixed == Fixed.CURRENCY) {
            return options.currency;
        }
        if (fixed == Fixed.HOLD_MODE) {
            return options.holdMode;
        }
        if (fixed == Fixed.CARD_RETAINED) {
            return options.cardRetained;
        }
        return constant(fixed);
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneId.systemDefault());
    }

    /** What Koha's emulator always sends. */
    private static String constant(Fixed<?> fixed) {
        if (fixed == Fixed.SC_RENEWAL_POLICY) {
            return "Y";
        }
        if (fixed == Fixed.THIRD_PARTY_ALLOWED) {
            return "N";
        }
        if (fixed == Fixed.STATUS_CODE || fixed == Fixed.UID_ALGORITHM || fixed == Fixed.PWD_ALGORITHM) {
            return "0";
        }
        if (fixed == Fixed.MAX_PRINT_WIDTH) {
            return "030";
        }
        if (fixed == Fixed.PROTOCOL_VERSION) {
            return "2.00";
        }
        throw new IllegalArgumentException("fixed: " + fixed + " (expected: one of a request)");
    }
}
