// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static java.util.Objects.requireNonNull;

import acs.api.auth.Authenticator;
import acs.api.circulation.Circulation;
import acs.api.status.Traffic;
import acs.api.transport.LineHandler;
import acs.api.transport.Listener;
import acs.config.koha.Part;
import acs.core.AccountConfiguration;
import acs.core.Authenticators;
import acs.core.Calls;
import acs.core.Conversations;
import acs.core.CoreSettings;
import acs.core.Implementations;
import acs.core.InstitutionConfiguration;
import acs.core.KnownAccounts;
import acs.core.KnownInstitutions;
import acs.core.ObservedTraffic;
import acs.core.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a server that talks: the configuration of a {@code SIPconfig.xml}, implementations, and no sockets.
 *
 * <p>Made by {@link #reading}. Safe for use by many threads.
 */
public final class AcsCore implements AutoCloseable {
    private final List<Part> parts;
    private final Implementations implementations;
    private final Calls calls = new Calls();
    private final ObservedTraffic traffic = new ObservedTraffic();
    private final Conversations conversations;

    private AcsCore(Builder from) {
        this.parts = List.copyOf(from.parts);
        CoreSettings settings = Components.make(CoreSettings.class, from.settings);
        KnownAccounts accounts = new KnownAccounts();
        KnownInstitutions institutions = new KnownInstitutions();
        implementations = new Implementations(settings);
        Authenticators authenticators = new Authenticators(settings);
        for (Part part : parts) {
            if (part.factoryPid().equals("acs.institution")) {
                Components.make(InstitutionConfiguration.class, part.properties(), institutions);
            } else if (part.factoryPid().equals("acs.account")) {
                Components.make(AccountConfiguration.class, part.properties(), accounts);
            }
        }
        from.libraries.forEach((name, library) ->
                implementations.add(new Reference<>(Map.<String, Object>of("implementation", name)), library));
        from.directories.forEach((name, directory) ->
                authenticators.add(new Reference<>(Map.<String, Object>of("component.name", name)), directory));
        conversations = new Conversations(
                settings,
                calls,
                accounts,
                institutions,
                implementations,
                authenticators,
                traffic,
                Texts.standard(),
                from.clock,
                from.wall);
    }

    /**
     * A core with the listeners, accounts and institutions of a {@code SIPconfig.xml}.
     *
     * @throws IllegalArgumentException if the file has an error
     */
    public static Builder reading(Path configuration) {
        return new Builder(Part.allOf(configuration));
    }

    /** What a core is made of; for one thread. */
    public static final class Builder {
        private final List<Part> parts;
        private final Map<String, Circulation> libraries = new HashMap<>();
        private final Map<String, Authenticator> directories = new HashMap<>();
        /** A failed login is held back for long enough to trouble attackers, and tests. */
        private final Map<String, Object> settings =
                new HashMap<>(Map.of("login_delay_ms", 0, "patience_ms", 0, "max_unknown_ids", 0));

        private Clock clock = Clock.system(ZoneId.systemDefault());
        private Clock wall = Clock.systemUTC();

        private Builder(List<Part> parts) {
            this.parts = parts;
        }

        /** What answers for the institutions that name it. */
        public Builder implementation(String name, Circulation library) {
            libraries.put(requireNonNull(name, "name"), requireNonNull(library, "library"));
            return this;
        }

        /** What checks passwords that the configuration does not hold. */
        public Builder authenticator(String name, Authenticator directory) {
            directories.put(requireNonNull(name, "name"), requireNonNull(directory, "directory"));
            return this;
        }

        /** The time in the library; else the machine's. */
        public Builder clock(Clock time) {
            clock = requireNonNull(time, "time");
            wall = time;
            return this;
        }

        /** A setting of PID {@code acs.core}, e.g. {@code maintenance}. */
        public Builder setting(String name, Object value) {
            settings.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
            return this;
        }

        public AcsCore start() {
            return new AcsCore(this);
        }
    }

    /** What answers lines. */
    public LineHandler lines() {
        return conversations;
    }

    /** Who looks on. */
    public Traffic traffic() {
        return traffic;
    }

    /** The listeners of the configuration, in its order. */
    public List<Listener> listeners() {
        return listenerParts().stream().map(AcsCore::listener).toList();
    }

    /**
     * The listener whose id or port is given; the first one if that is empty.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Listener listener(String name) {
        return listeners().stream()
                .filter(listener -> name.isEmpty()
                        || listener.id().equals(name)
                        || listener.id().contains(":" + name + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("listener: " + name + " (expected: one of "
                        + listeners().stream().map(Listener::id).toList() + ")"));
    }

    /**
     * The message that a terminal logs in with, without terminator.
     *
     * @throws IllegalArgumentException if there is no such account, or its password is not in the configuration
     */
    public String login(String account) {
        Map<String, Object> properties = parts.stream()
                .filter(part ->
                        part.factoryPid().equals("acs.account") && part.id().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("account: " + account + " (expected: a login's id)"))
                .properties();
        char delimiter = text(properties, "delimiter", "|").charAt(0);
        return "9300CN" + account + delimiter + "CO" + text(properties, "password", "") + delimiter + "CP"
                + text(properties, "location", "") + delimiter;
    }

    /** The listeners as they are configured. */
    List<Part> listenerParts() {
        return parts.stream()
                .filter(part -> part.factoryPid().equals("acs.listener"))
                .toList();
    }

    private static Listener listener(Part part) {
        Map<String, Object> properties = part.properties();
        boolean telnet = text(properties, "transport", "RAW").equalsIgnoreCase("telnet");
        return new Listener(
                part.id(),
                telnet ? Listener.Dialogue.TELNET : Listener.Dialogue.RAW,
                !text(properties, "login", "required").equals("none"),
                text(properties, "account", ""),
                text(properties, "delimiter", "|").charAt(0),
                Duration.ZERO,
                Duration.ZERO);
    }

    private static String text(Map<String, Object> properties, String name, String fallback) {
        Object value = properties.get(name);
        return value == null ? fallback : value.toString();
    }

    /** What is still in use though no request is under way, as sentences; none if all is well. */
    public List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        int leased = implementations.leased();
        if (leased != 0) {
            leaks.add(leased + " leases on implementations were not given back");
        }
        return leaks;
    }

    /** Ends every thread of the core. */
    @Override
    public void close() {
        calls.close();
    }
}
