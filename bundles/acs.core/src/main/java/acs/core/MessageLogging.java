// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * What an account wants of the {@linkplain MessageLog message log}.
 *
 * @param on whether its messages are logged
 * @param personalUntil personal data is shown until then, and masked ever after
 */
record MessageLogging(boolean on, Instant personalUntil) {
    private static final MessageLogging OFF = new MessageLogging(false, Instant.EPOCH);
    private static final String MESSAGES = "log_messages";
    private static final String PERSONAL = "log_personal_data_until";

    /** @throws IllegalArgumentException if the end of showing personal data is no date with a time */
    static MessageLogging of(Settings settings) {
        Instant until = until(settings.text(PERSONAL).strip());
        return settings.isOn(MESSAGES) || !until.equals(Instant.EPOCH)
                ? new MessageLogging(settings.isOn(MESSAGES), until)
                : OFF;
    }

    private static Instant until(String text) {
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, local -> LocalDateTime.from(local)
                            .atZone(ZoneId.systemDefault()));
            return Instant.from(time);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    PERSONAL + ": " + text + " (expected: a date and time such as 2026-01-15T18:00)", wrong);
        }
    }

    boolean showsPersonalData(Instant now) {
        return now.isBefore(personalUntil);
    }
}
