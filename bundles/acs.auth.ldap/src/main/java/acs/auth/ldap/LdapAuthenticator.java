// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import acs.api.auth.Authenticator;
import acs.api.auth.Identification;
import acs.api.auth.PatronDirectory;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks terminals and patrons against one configured directory.
 *
 * <p>A directory that is configured wrongly or does not answer is never taken for one that says no.
 */
@Component(
        name = "acs.auth.ldap",
        configurationPid = "acs.auth.ldap",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {Authenticator.class, LdapAuthenticator.class})
@Designate(ocd = LdapConfig.class, factory = true)
public final class LdapAuthenticator implements PatronDirectory, Diagnosed {
    private static final Logger LOG = LoggerFactory.getLogger(LdapAuthenticator.class);
    private static final long WARN_EVERY_NANOS = 10_000_000_000L;

    private final String name;
    private final Optional<Directory> directory;
    private final String mistake;
    private final boolean localOnOutage;
    private final Attempts attempts;
    private final Tally tally = new Tally();
    private final AtomicLong warned = new AtomicLong(System.nanoTime() - WARN_EVERY_NANOS);
    private volatile String trouble = "";

    @Activate
    public LdapAuthenticator(LdapConfig config, Map<String, Object> properties, @Reference LdapApiService codec) {
        this(name(properties), () -> LdapSettings.of(config), codec);
    }

    /** What the operator decided, or an {@link IllegalArgumentException} that says what is wrong with it. */
    interface Reading {
        LdapSettings read();
    }

    LdapAuthenticator(String name, Reading reading, LdapApiService codec) {
        this.name = name;
        Optional<LdapSettings> settings = Optional.empty();
        String wrong = "";
        try {
            settings = Optional.of(reading.read());
        } catch (IllegalArgumentException mistaken) {
            wrong = String.valueOf(mistaken.getMessage());
            LOG.error("Directory {} cannot be asked: {}", name, wrong);
        }
        this.mistake = wrong;
        this.directory = settings.map(good -> new Directory(good, codec));
        this.localOnOutage = settings.map(LdapSettings::localOnOutage).orElse(false);
        this.attempts = settings.map(good -> new Attempts(good.remember(), good.maxWrong(), System::nanoTime))
                .orElseGet(() -> new Attempts(Duration.ZERO, 1, System::nanoTime));
    }

    private static String name(Map<String, Object> properties) {
        String pid = String.valueOf(properties.getOrDefault("service.pid", "acs.auth.ldap"));
        int start = Math.max(pid.indexOf('~'), pid.lastIndexOf("koha-conf."));
        return start < 0 ? pid : pid.substring(pid.indexOf('~') + 1).replace("koha-conf.", "");
    }

    String name() {
        return name;
    }

    String figures() {
        return tally.toString();
    }

    @Override
    public Identification identify(Realm realm, String who, char[] secret) {
        if (secret.length == 0 || who.isBlank()) {
            return Identification.of(Verdict.REJECT);
        }
        Optional<Verdict> known = attempts.known(who, secret);
        if (known.isPresent()) {
            tally.countFromMemory();
            return Identification.of(known.get());
        }
        long since = System.nanoTime();
        Identification answer = ask(who, secret, Steps.NONE);
        attempts.note(who, secret, answer.verdict());
        tally.count(answer.verdict(), Tally.since(since));
        LOG.debug(
                "Directory {}: {} in {} ms",
                name,
                answer.verdict(),
                Tally.since(since).toMillis());
        return answer;
    }

    /** Asks now, whatever is remembered. */
    Identification ask(String who, char[] secret, Steps steps) {
        if (directory.isEmpty()) {
            steps.say(mistake);
            return unavailable();
        }
        try {
            Identification answer = directory.get().ask(who, secret, steps);
            if (!trouble.isEmpty()) {
                trouble = "";
                LOG.info("Directory {} answers again", name);
            }
            return answer;
        } catch (Outage outage) {
            steps.say(outage.getMessage());
            trouble = outage.getMessage();
            warn(outage.getMessage());
            return unavailable();
        }
    }

    private Identification unavailable() {
        return localOnOutage ? Identification.unavailableWithFallback() : Identification.of(Verdict.UNAVAILABLE);
    }

    private void warn(String reason) {
        long now = System.nanoTime();
        long last = warned.get();
        if (now - last >= WARN_EVERY_NANOS && warned.compareAndSet(last, now)) {
            LOG.warn("Directory {} gave no answer: {}", name, reason);
        }
    }

    @Override
    public Diagnosis diagnose() {
        if (directory.isEmpty()) {
            return new Diagnosis(Diagnosis.State.OFFLINE, "directory " + name + " cannot be asked: " + mistake);
        }
        String now = directory.get().trouble().orElse(trouble);
        return now.isEmpty()
                ? Diagnosis.ok()
                : new Diagnosis(Diagnosis.State.OFFLINE, "directory " + name + " gives no answer: " + now);
    }

    @Deactivate
    void close() {
        directory.ifPresent(Directory::close);
    }
}
