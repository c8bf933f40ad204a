// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.status.PassingMessage;

/**
 * What is to be traced. An empty text, or the session 0, stands for all.
 *
 * @param personalData whether personal data is shown
 * @param seconds 1 to 3600
 * @param count 1 to 100000
 */
record TraceOptions(long session, String account, String institution, boolean personalData, int seconds, int count) {
    static final String SYNOPSIS =
            "acs:trace [--session N] [--account ID] [--institution ID] [--personal]" + " [--seconds 60] [--count 1000]";
    static final String DESCRIPTION =
            "Shows messages as they pass, passwords masked; personal data only with --personal."
                    + " Ends after so many seconds or messages.";
    private static final int LONGEST = 3600;
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException if an option is unknown or its value no good */
    static TraceOptions of(String... arguments) {
        TraceOptions options = new TraceOptions(0, "", "", false, 60, 1000);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--personal")) {
                options = options.showingPersonalData();
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("usage: " + SYNOPSIS);
            }
            options = options.with(arguments[i], arguments[++i]);
        }
        return options;
    }

    private TraceOptions showingPersonalData() {
        return new TraceOptions(session, account, institution, true, seconds, count);
    }

    private TraceOptions with(String option, String value) {
        return switch (option) {
            case "--session" ->
                new TraceOptions(
                        number(option, value, Integer.MAX_VALUE), account, institution, personalData, seconds, count);
            case "--account" -> new TraceOptions(session, value, institution, personalData, seconds, count);
            case "--institution" -> new TraceOptions(session, account, value, personalData, seconds, count);
            case "--seconds" ->
                new TraceOptions(session, account, institution, personalData, number(option, value, LONGEST), count);
            case "--count" ->
                new TraceOptions(session, account, institution, personalData, seconds, number(option, value, MOST));
            default -> throw new IllegalArgumentException("usage: " + SYNOPSIS);
        };
    }

    private static int number(String option, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(option + ": " + value + " (expected: 1.." + most + ")");
    }

    boolean wants(PassingMessage message) {
        return (session == 0 || session == message.session())
                && (account.isEmpty() || account.equals(message.account()))
                && (institution.isEmpty() || institution.equals(message.institution()));
    }
}
