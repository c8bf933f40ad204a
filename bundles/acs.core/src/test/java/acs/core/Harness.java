// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import acs.api.Secret;
import acs.api.Settings;
import acs.api.auth.Authenticator;
import acs.api.circulation.Circulation;
import acs.api.transport.Listener;
import acs.core.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The engine without a container and without sockets, and kiosks that speak to it. */
final class Harness implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** 2026-01-15 09:30 in the library. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T14:30:00Z"), ZONE);

    static final Listener RAW = new Listener("raw", Listener.Dialogue.RAW, true, "", '|', Duration.ZERO, Duration.ZERO);

    final KnownAccounts accounts = new KnownAccounts();
    final KnownInstitutions institutions = new KnownInstitutions();
    final ObservedTraffic traffic = new ObservedTraffic();
    final Calls calls = new Calls();
    final CoreSettings settings;
    final Implementations implementations;
    final Authenticators authenticators;
    final Conversations conversations;
    final InstitutionReport report;
    private final Map<String, Object> owners = new ConcurrentHashMap<>();

    Harness(CoreSettings settings) {
        this(settings, Clock.systemUTC());
    }

    /** @param wall the time that kiosks have, as far as it matters */
    Harness(CoreSettings settings, Clock wall) {
        this.settings = settings;
        implementations = new Implementations(settings);
        authenticators = new Authenticators(settings);
        conversations = new Conversations(
                settings,
                calls,
                accounts,
                institutions,
                implementations,
                authenticators,
                traffic,
                Texts.standard(),
                CLOCK,
                wall);
        report = new InstitutionReport(
                settings,
                calls,
                institutions,
                implementations,
                name -> "implementation " + name + " is not installed",
                authenticators::troubles,
                List::of);
    }

    /** Short patience, no delays. */
    static CoreSettings settings() {
        return settings(Duration.ofMillis(100), Set.of());
    }

    static CoreSettings settings(Duration patience, Set<String> maintenance) {
        return new CoreSettings(
                patience, Duration.ofSeconds(10), new Lane.Bounds(64, 1000), Duration.ZERO, maintenance);
    }

    /** Institution MAIN on a shelf, and the account sc01 with all rights and the password secret1. */
    static Harness withShelf(Shelf shelf) {
        return withShelf(shelf, settings(), Clock.systemUTC());
    }

    static Harness withShelf(Shelf shelf, CoreSettings settings, Clock wall) {
        return with(shelf, settings, wall);
    }

    /** The same with another library in the shelf's place. */
    static Harness with(Circulation library) {
        return with(library, settings(), Clock.systemUTC());
    }

    private static Harness with(Circulation library, CoreSettings settings, Clock wall) {
        Harness harness = new Harness(settings, wall);
        harness.institution(institution("MAIN", policy(100, 3)));
        harness.account(account("sc01", "secret1"));
        harness.implementation("SHELF", library);
        return harness;
    }

    static Policy policy(int tenths, int retries) {
        return new Policy(true, true, true, true, false, tenths, retries);
    }

    static Institution institution(String id, Policy policy) {
        return new Institution(
                id,
                "Main Library",
                "SHELF",
                ZONE,
                Currency.getInstance("USD"),
                Language.ENGLISH,
                "",
                Settings.empty(),
                policy);
    }

    static Account account(String id, String password) {
        return account(id, password, Rights.all(), Dialect.standard());
    }

    static Account account(String id, String password, Rights rights, Dialect dialect) {
        return new Account(id, Secret.of(password), "MAIN", "", rights, dialect, Settings.empty(), Settings.empty());
    }

    void institution(Institution institution) {
        institutions.register().put(owner("institution " + institution.id()), institution.id(), institution, "test");
    }

    void account(Account account) {
        accounts.register().put(owner(account.id()), account.id(), KnownAccount.of(account), "test");
    }

    void removeAccount(String id) {
        accounts.register().remove(owner(id));
    }

    private Object owner(String id) {
        return owners.computeIfAbsent(id, unused -> new Object());
    }

    Reference<Circulation> implementation(String name, Circulation circulation) {
        Reference<Circulation> reference = new Reference<>(Map.of("implementation", name));
        implementations.add(reference, circulation);
        return reference;
    }

    Reference<Authenticator> directory(String name, int ranking, Authenticator authenticator) {
        Reference<Authenticator> reference =
                new Reference<>(Map.of("component.name", name, "service.ranking", ranking));
        authenticators.add(reference, authenticator);
        return reference;
    }

    Kiosk connect() {
        return connect(RAW);
    }

    Kiosk connect(Listener listener) {
        return new Kiosk(conversations, listener, "127.0.0.1");
    }

    /** A kiosk that is logged in as sc01. */
    Kiosk loggedIn() {
        Kiosk kiosk = connect();
        kiosk.send("9300CNsc01|COsecret1|CPSC1|");
        return kiosk;
    }

    @Override
    public void close() {
        calls.close();
    }
}
