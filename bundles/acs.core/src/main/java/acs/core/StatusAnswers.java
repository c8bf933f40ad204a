// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Language;
import acs.api.circulation.Circulation;
import acs.core.text.Texts;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.ProtocolVersion;
import acs.sip2.SipDate;
import java.time.Clock;
import java.time.ZonedDateTime;

/** Says how the server is (98): what it lets a terminal do, that it serves nobody, or as good as nothing. */
final class StatusAnswers {
    private static final int UNKNOWN = 999;
    private static final int BX_LENGTH = 16;
    /** Status, repetition and login: what is answered to anybody. */
    private static final String BASIC = "NNNNYYYNNNNNNNNN";

    private static final MessageType[] BX = supported();

    private final Clock clock;
    private final Texts texts;

    StatusAnswers(Clock clock, Texts texts) {
        this.clock = requireNonNull(clock, "clock");
        this.texts = requireNonNull(texts, "texts");
    }

    private static MessageType[] supported() {
        MessageType[] byPosition = new MessageType[BX_LENGTH];
        for (MessageType type : MessageType.values()) {
            type.bxPosition().ifPresent(position -> byPosition[position] = type);
        }
        return byPosition;
    }

    /** For a terminal that is served. */
    Message online(Account account, Institution institution, Circulation library, ProtocolVersion version) {
        Gate gate = new Gate(account, institution, library);
        boolean renewal = institution.policy().renewal()
                && (gate.permits(MessageType.RENEW)
                        || gate.permits(MessageType.RENEW_ALL)
                        || gate.permits(MessageType.CHECKOUT));
        Message.Builder status = Message.of(MessageType.ACS_STATUS)
                .with(Fixed.ONLINE_STATUS, true)
                .with(Fixed.CHECKIN_OK, gate.permits(MessageType.CHECKIN))
                .with(Fixed.CHECKOUT_OK, gate.permits(MessageType.CHECKOUT))
                .with(Fixed.ACS_RENEWAL_POLICY, renewal)
                .with(Fixed.STATUS_UPDATE_OK, gate.permits(MessageType.BLOCK_PATRON))
                .with(Fixed.OFFLINE_OK, gate.takesStored())
                .with(Fixed.TIMEOUT_PERIOD, institution.policy().timeoutTenths())
                .with(Fixed.RETRIES_ALLOWED, institution.policy().retries())
                .with(Fixed.DATE_TIME_SYNC, SipDate.of(ZonedDateTime.now(clock.withZone(institution.zone()))))
                .with(Fixed.PROTOCOL_VERSION, version.text())
                .with(Field.AO, institution.id());
        if (!institution.name().equals(institution.id())) {
            status.withIfPresent(Field.AM, institution.name());
        }
        return status.with(Field.BX, bx(gate))
                .withIfPresent(Field.AN, account.location())
                .build();
    }

    private static String bx(Gate gate) {
        char[] flags = new char[BX_LENGTH];
        for (int i = 0; i < BX_LENGTH; i++) {
            flags[i] = gate.permits(BX[i]) ? 'Y' : 'N';
        }
        return new String(flags);
    }

    /** For a terminal that has not logged in yet: tells it nothing about whom the server works for. */
    Message stranger() {
        return closed(true, UNKNOWN, ZonedDateTime.now(clock))
                .with(Field.AO, "")
                .with(Field.BX, BASIC)
                .build();
    }

    /** For a terminal that must log in first. */
    Message loginRequired() {
        return closed(false, 0, ZonedDateTime.now(clock))
                .with(Field.AO, "")
                .with(Field.BX, BASIC)
                .with(Field.AF, texts.of(Language.UNKNOWN, "login.required"))
                .build();
    }

    /** For a terminal whose institution cannot be found. */
    Message offline(String key) {
        return offline("", Language.UNKNOWN, ZonedDateTime.now(clock), key);
    }

    /** For a terminal whose institution is not served at the moment. */
    Message offline(Institution institution, String key, Object... arguments) {
        return offline(
                institution.id(),
                institution.language(),
                ZonedDateTime.now(clock.withZone(institution.zone())),
                key,
                arguments);
    }

    private Message offline(String id, Language language, ZonedDateTime now, String key, Object... arguments) {
        return closed(false, 0, now)
                .with(Field.AO, id)
                .with(Field.BX, BASIC)
                .with(Field.AF, texts.of(language, key, arguments))
                .build();
    }

    private static Message.Builder closed(boolean online, int timeout, ZonedDateTime now) {
        return Message.of(MessageType.ACS_STATUS)
                .with(Fixed.ONLINE_STATUS, online)
                .with(Fixed.CHECKIN_OK, false)
                .with(Fixed.CHECKOUT_OK, false)
                .with(Fixed.ACS_RENEWAL_POLICY, false)
                .with(Fixed.STATUS_UPDATE_OK, false)
                .with(Fixed.OFFLINE_OK, false)
                .with(Fixed.TIMEOUT_PERIOD, timeout)
                .with(Fixed.RETRIES_ALLOWED, UNKNOWN)
                .with(Fixed.DATE_TIME_SYNC, SipDate.of(now))
                .with(Fixed.PROTOCOL_VERSION, ProtocolVersion.SIP2.text());
    }
}
