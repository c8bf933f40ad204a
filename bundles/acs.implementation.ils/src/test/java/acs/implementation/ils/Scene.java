// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.circulation.Context;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Where tests take place: the Main Library, its terminal SC1, and what is set up there. */
record Scene(Settings account, Settings preferences, String location, ZonedDateTime at, Currency currency) {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Ten o'clock on an ordinary day. */
    static final ZonedDateTime MORNING = ZonedDateTime.of(2026, 3, 10, 10, 0, 0, 0, ZONE);

    static Scene main() {
        return new Scene(Settings.empty(), Settings.empty(), "SC1", MORNING, Currency.getInstance("USD"));
    }

    Scene with(String attribute, String value) {
        return new Scene(
                account.overriddenBy(Settings.of(Map.of(attribute, value))), preferences, location, at, currency);
    }

    Scene prefer(String preference, String value) {
        return new Scene(
                account, preferences.overriddenBy(Settings.of(Map.of(preference, value))), location, at, currency);
    }

    Scene in(String where) {
        return new Scene(account, preferences, where, at, currency);
    }

    Scene at(ZonedDateTime when) {
        return new Scene(account, preferences, location, when, currency);
    }

    Scene later(Duration time) {
        return at(at.plus(time));
    }

    Scene paying(String code) {
        return new Scene(account, preferences, location, at, Currency.getInstance(code));
    }

    Context context() {
        Policy policy = new Policy(true, true, true, true, true, 300, 3);
        Institution institution = new Institution(
                "MAIN", "Main Library", "ILS", ZONE, currency, Language.ENGLISH, "", Settings.empty(), policy);
        Account terminal = new Account(
                "sc01", Secret.none(), "MAIN", location, Rights.all(), Dialect.standard(), account, preferences);
        return new Context(institution, terminal, Language.ENGLISH, at);
    }

    /** Settings for a database, with cheap PINs. */
    static IlsSettings settings(String url, String user, String password) {
        return new IlsSettings(
                url,
                user,
                password,
                8,
                4,
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                Duration.ofMinutes(30),
                Optional.empty(),
                ZONE,
                Currency.getInstance("USD"),
                Settings.empty());
    }
}
