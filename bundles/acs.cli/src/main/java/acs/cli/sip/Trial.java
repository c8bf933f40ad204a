// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.sip2.MessageType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A message that can be tried, by the name that Koha's emulator gives it where it has one. */
enum Trial {
    CHECKIN(MessageType.CHECKIN, "item"),
    CHECKOUT(MessageType.CHECKOUT, "patron", "item"),
    FEE_PAID(MessageType.FEE_PAID, "patron", "fee-amount"),
    HOLD(MessageType.HOLD, "patron", "item or title"),
    ITEM_INFORMATION(MessageType.ITEM_INFORMATION, "item"),
    PATRON_INFORMATION(MessageType.PATRON_INFORMATION, "patron"),
    PATRON_STATUS_REQUEST(MessageType.PATRON_STATUS, "patron"),
    SC_STATUS_REQUEST(MessageType.SC_STATUS),
    RENEW(MessageType.RENEW, "patron", "item or title"),
    RENEW_ALL(MessageType.RENEW_ALL, "patron"),
    BLOCK_PATRON(MessageType.BLOCK_PATRON, "patron"),
    PATRON_ENABLE(MessageType.PATRON_ENABLE, "patron"),
    END_PATRON_SESSION(MessageType.END_PATRON_SESSION, "patron"),
    ITEM_STATUS_UPDATE(MessageType.ITEM_STATUS_UPDATE, "item"),
    LOGIN(MessageType.LOGIN, "sip_user"),
    REQUEST_ACS_RESEND(MessageType.REQUEST_ACS_RESEND);

    private final MessageType type;

    @SuppressWarnings("ImmutableEnumChecker") // no list that can be changed
    private final List<String> required;

    Trial(MessageType type, String... required) {
        this.type = type;
        this.required = List.of(required);
    }

    /** The one with this name or code of two digits. */
    static Optional<Trial> of(String name) {
        return Arrays.stream(values())
                .filter(trial -> trial.label().equals(name) || trial.type.code().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Trial::label).collect(Collectors.joining(", "));
    }

    /** What is typed to have it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    MessageType type() {
        return type;
    }

    /** The names of options without which it makes no sense. */
    List<String> required() {
        return required;
    }
}
