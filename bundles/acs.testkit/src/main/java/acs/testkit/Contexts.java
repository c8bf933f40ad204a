// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.circulation.Context;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;

/** What a call of an implementation is made with, in a test: an ordinary institution, an ordinary terminal. */
public final class Contexts {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private Contexts() {}

    /** Institution {@code MAIN}, US dollars, everything permitted. */
    public static Institution institution() {
        return new Institution(
                "MAIN",
                "Main Library",
                "TEST",
                ZONE,
                Currency.getInstance("USD"),
                Language.ENGLISH,
                "",
                Settings.empty(),
                new Policy(true, true, true, true, true, 100, 3));
    }

    /** Account {@code kiosk} at {@code MAIN}, everything permitted. */
    public static Account account() {
        return new Account(
                "kiosk",
                Secret.of("secret"),
                "MAIN",
                "MAIN",
                Rights.all(),
                Dialect.standard(),
                Settings.empty(),
                Settings.empty());
    }

    /** The two of them, now. */
    public static Context now() {
        return at(ZonedDateTime.now(ZONE));
    }

    /** The two of them, at that moment. */
    public static Context at(ZonedDateTime moment) {
        return new Context(institution(), account(), Language.ENGLISH, moment.withZoneSameInstant(ZONE));
    }
}
