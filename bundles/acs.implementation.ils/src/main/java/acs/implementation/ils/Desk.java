// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Settings;
import acs.api.circulation.Context;
import acs.implementation.ils.ReferenceData.Library;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The circulation desk that a request is served at: who asks, where, when, by which rules, in which transaction.
 *
 * <p>A rule is looked up by its name among the account's preferences, the institution's parameters and the installation's
 * preferences, in this order.
 */
record Desk(Session session, Context context, ReferenceData reference, IlsSettings settings) {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    Instant now() {
        return context.at().toInstant();
    }

    ZoneId zone() {
        return context.institution().zone();
    }

    LocalDate today() {
        return local(now()).toLocalDate();
    }

    ZonedDateTime local(Instant instant) {
        return instant.atZone(zone());
    }

    /** The end of a day, when what is due on it is due. */
    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(zone()).toInstant();
    }

    /** The terminal, as staff know it. */
    String terminal() {
        String location = context.account().location();
        return location.isEmpty() ? context.account().id() : location;
    }

    /** The library the terminal stands in: that of its location, else the institution. */
    Optional<Library> library() {
        return reference
                .library(context.account().location())
                .or(() -> reference.library(context.institution().id()));
    }

    /** The key of that library; 0 if neither is one. */
    long libraryId() {
        return library().map(Library::id).orElse(0L);
    }

    /** An amount in the currency's minor unit. */
    BigDecimal money(BigDecimal amount) {
        return amount.setScale(decimals(), RoundingMode.HALF_UP);
    }

    /** How many decimals amounts have. */
    int decimals() {
        return Math.max(0, context.institution().currency().getDefaultFractionDigits());
    }

    /** An attribute of the terminal's login. */
    Settings account() {
        return context.account().settings();
    }

    boolean isOn(String preference) {
        return where(preference).isOn(preference);
    }

    /** The same for a preference that is on unless it is switched off. */
    boolean isOnByDefault(String preference) {
        Settings settings = where(preference);
        return !settings.has(preference) || settings.isOn(preference);
    }

    String preference(String name) {
        return where(name).text(name).strip();
    }

    int number(String preference, int otherwise) {
        return where(preference).number(preference).orElse(otherwise);
    }

    /** An amount that must be exceeded to matter; empty = never. */
    Optional<BigDecimal> limit(String preference) {
        return where(preference).amount(preference);
    }

    private Settings where(String preference) {
        Settings ofAccount = context.account().preferences();
        if (ofAccount.has(preference)) {
            return ofAccount;
        }
        Settings ofInstitution = context.institution().parameters();
        return ofInstitution.has(preference) ? ofInstitution : settings.preferences();
    }
}
