// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.status.PassingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes messages down as sites know it from Koha: {@code INPUT MSG: '...'} and {@code OUTPUT MSG: '...'}, to the logger
 * {@code sip.ACCOUNT}, or {@code sip} before the login; account and address also as {@code accountid} and {@code
 * peeraddr} for the log's pattern.
 */
final class MessageLog {
    private static final String ROOT = "sip";

    private MessageLog() {}

    static void write(PassingMessage line, boolean withPersonalData) {
        Logger log = LoggerFactory.getLogger(line.account().isEmpty() ? ROOT : ROOT + "." + line.account());
        if (!log.isInfoEnabled()) {
            return;
        }
        MDC.put("accountid", line.account());
        MDC.put("peeraddr", line.remote());
        try {
            log.info(
                    "{} MSG: '{}'",
                    line.fromTerminal() ? "INPUT" : "OUTPUT",
                    withPersonalData ? line.textWithPersonalData() : line.text());
        } finally {
            MDC.remove("accountid");
            MDC.remove("peeraddr");
        }
    }
}
