// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Rights;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.component.ComponentConstants;

/** Configurations become accounts and institutions, under the names that people and other bundles write. */
class ConfigurationTest {
    private final KnownAccounts accounts = new KnownAccounts();
    private final KnownInstitutions institutions = new KnownInstitutions();

    private AccountConfiguration account(Map<String, ?> given) {
        return new AccountConfiguration(
                accounts, Configs.of(AccountConfiguration.Config.class, given), Map.of("service.pid", "acs.account~1"));
    }

    private InstitutionConfiguration institution(Map<String, ?> given) {
        return new InstitutionConfiguration(
                institutions,
                Configs.of(InstitutionConfiguration.Config.class, given),
                Map.of("felix.fileinstall.filename", "etc/acs.institution-1.config"));
    }

    @Test
    void readsAnAccount() {
        account(Map.ofEntries(
                Map.entry("id", "sc01"),
                Map.entry("password", "secret"),
                Map.entry("institution", "MAIN"),
                Map.entry("location", "hall"),
                Map.entry("messages", new String[] {"09", "17"}),
                Map.entry("offline", "true"),
                Map.entry("pin_required", true),
                Map.entry("personal_data", "pin"),
                Map.entry("allow_from", new String[] {"10.0.0.0/8"}),
                Map.entry("patron_id", "card"),
                Map.entry("error_detect", "required"),
                Map.entry("encoding", "latin1"),
                Map.entry("delimiter", "^"),
                Map.entry("terminator", "CR"),
                Map.entry("settings", new String[] {"checked_in_ok=1", "av_field_template=[% a == b %]", "empty="}),
                Map.entry("preferences", new String[] {"AllowFineOverride=0"})));
        Account account = accounts.accounts().get(0);

        assertThat(account.id()).isEqualTo("sc01");
        assertThat(account.password().reveal()).isEqualTo("secret");
        assertThat(account.institution()).isEqualTo("MAIN");
        assertThat(account.location()).isEqualTo("hall");
        assertThat(account.rights().messages()).containsExactlyInAnyOrder("09", "17");
        assertThat(account.rights().offline()).isEqualTo(Rights.Offline.ALLOWED);
        assertThat(account.rights().pinRequired()).isTrue();
        assertThat(account.rights().personalData()).isEqualTo(Rights.PersonalData.AFTER_PIN);
        assertThat(account.rights().addresses()).containsExactly("10.0.0.0/8");
        assertThat(account.dialect())
                .isEqualTo(new Dialect(
                        StandardCharsets.ISO_8859_1,
                        '^',
                        Dialect.Terminator.CR,
                        Dialect.ErrorDetection.REQUIRED,
                        Dialect.PatronId.CARD));
        assertThat(account.settings().text("av_field_template")).isEqualTo("[% a == b %]");
        assertThat(account.settings().isOn("checked_in_ok")).isTrue();
        assertThat(account.settings().has("empty")).isTrue();
        assertThat(account.preferences().text("AllowFineOverride")).isEqualTo("0");
    }

    @Test
    void hasDefaultsForAlmostEverything() {
        account(Map.of("id", "sc01", "institution", "MAIN"));
        institution(Map.of("id", "MAIN", "implementation", "ILS"));
        Account account = accounts.accounts().get(0);
        Institution institution = institutions.all().get(0);

        assertThat(account.password().isNone()).isTrue();
        assertThat(account.rights()).isEqualTo(Rights.all());
        assertThat(account.dialect()).isEqualTo(Dialect.standard());
        assertThat(institution.name()).isEqualTo("MAIN");
        assertThat(institution.language()).isEqualTo(Language.ENGLISH);
        assertThat(institution.currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(institution.policy()).isEqualTo(new Policy(false, false, false, false, false, 0, 0));
        assertThat(institution.greeting()).isEqualTo("Greetings from Koha. ");
    }

    @Test
    void readsAnInstitution() {
        institution(Map.ofEntries(
                Map.entry("id", "MAIN"),
                Map.entry("name", "Main Library"),
                Map.entry("implementation", "ILS"),
                Map.entry("timezone", "Europe/Berlin"),
                Map.entry("currency", "EUR"),
                Map.entry("language", "003"),
                Map.entry("greeting", ""),
                Map.entry("parms", "a=1 b=2"),
                Map.entry("policy.checkin", true),
                Map.entry("policy.status_update", true),
                Map.entry("policy.timeout", 150),
                Map.entry("policy.retries", 5)));
        Institution institution = institutions.find("MAIN").orElseThrow();

        assertThat(institution.name()).isEqualTo("Main Library");
        assertThat(institution.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(institution.language()).isEqualTo(Language.GERMAN);
        assertThat(institution.greeting()).isEmpty();
        assertThat(institution.parameters().text("b")).isEqualTo("2");
        assertThat(institution.policy()).isEqualTo(new Policy(true, false, false, true, false, 150, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "encoding, klingon",
        "delimiter, ||",
        "delimiter, A",
        "terminator, LF",
        "error_detect, maybe",
        "patron_id, both",
        "personal_data, sometimes",
        "offline, perhaps",
        "id, ' '"
    })
    void refusesAnAccountWithAWrongValue(String name, String value) {
        Map<String, Object> given = new HashMap<>(Map.of("id", "sc01", "institution", "MAIN"));
        given.put(name, value);
        account(given);

        assertThat(accounts.accounts()).isEmpty();
        assertThat(accounts.register().problem(given.get("id").toString()))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("acs.account~1: " + name + ": "));
    }

    @ParameterizedTest
    @CsvSource({
        "timezone, Mars/Olympus",
        "currency, gold",
        "language, german",
        "policy.timeout, 1000",
        "policy.retries, -1",
        "implementation, ''"
    })
    void refusesAnInstitutionWithAWrongValue(String name, String value) {
        Map<String, Object> given = new HashMap<>(Map.of("id", "MAIN", "implementation", "ILS"));
        given.put(name, name.startsWith("policy") ? (Object) Integer.valueOf(value) : value);
        institution(given);

        assertThat(institutions.find("MAIN")).isEmpty();
        assertThat(institutions.register().problem("MAIN")).isPresent();
    }

    @Test
    void keepsWhatWasInForceWhenAChangeIsWrong() {
        AccountConfiguration configuration = account(Map.of("id", "sc01", "institution", "MAIN"));
        configuration.modified(
                Configs.of(
                        AccountConfiguration.Config.class,
                        Map.of("id", "sc01", "institution", "BR2", "terminator", "LF")),
                Map.of());
        assertThat(accounts.find("sc01").orElseThrow().account().institution()).isEqualTo("MAIN");
        configuration.modified(
                Configs.of(AccountConfiguration.Config.class, Map.of("id", "sc01", "institution", "BR2")), Map.of());

        assertThat(accounts.find("sc01").orElseThrow().account().institution()).isEqualTo("BR2");
        assertThat(accounts.register().problem("sc01")).isEmpty();
    }

    @Test
    void followsAChangedId() {
        AccountConfiguration configuration = account(Map.of("id", "sc01", "institution", "MAIN"));
        configuration.modified(
                Configs.of(AccountConfiguration.Config.class, Map.of("id", "sc02", "institution", "MAIN")), Map.of());

        assertThat(accounts.find("sc01")).isEmpty();
        assertThat(accounts.find("sc02")).isPresent();
    }

    @Test
    void forgetsADeletedConfigurationAndKeepsThoseOfABundleThatComesBack() {
        AccountConfiguration configuration = account(Map.of("id", "sc01", "institution", "MAIN"));
        configuration.deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED);
        assertThat(accounts.find("sc01")).isPresent();
        configuration.deactivate(ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED);

        assertThat(accounts.find("sc01")).isEmpty();
    }

    @Test
    void letsTheFirstOfTwoWithTheSameIdHaveIt() {
        AccountConfiguration first = account(Map.of("id", "sc01", "institution", "MAIN"));
        AccountConfiguration second = account(Map.of("id", "sc01", "institution", "BR2"));
        assertThat(accounts.find("sc01").orElseThrow().account().institution()).isEqualTo("MAIN");
        first.deactivate(ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED);
        assertThat(accounts.find("sc01").orElseThrow().account().institution()).isEqualTo("BR2");
        second.deactivate(ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED);

        assertThat(accounts.accounts()).isEmpty();
    }

    @Test
    void waitsForWhatIsOnItsWay() throws InterruptedException {
        Register<String> register = new Register<>("thing");
        AtomicReference<String> found = new AtomicReference<>("");
        Thread waiting = new Thread(() -> {
            try {
                found.set(register.await("a", Duration.ofSeconds(20)).orElse("nothing"));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        register.put(new Object(), "a", "it", "here");
        waiting.join();

        assertThat(found).hasValue("it");
        assertThat(register.await("b", Duration.ZERO)).isEmpty();
    }

    @Test
    void readsTheSettingsOfTheCore() {
        CoreSettings settings =
                new CoreSettings(Configs.of(CoreSettings.Config.class, Map.of("maintenance", new String[] {"MAIN"})));

        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.isClosed("MAIN")).isTrue();
        assertThat(settings.isClosed("BR2")).isFalse();
        // Less than what terminals are told to wait, whatever that is.
        assertThat(settings.limit(Harness.policy(100, 3))).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.limit(Harness.policy(998, 3))).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.limit(Harness.policy(999, 3))).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.drain()).isGreaterThan(settings.limit());
        settings.modified(Configs.of(CoreSettings.Config.class, Map.of("maintenance", new String[] {"*"})));
        assertThat(settings.isClosed("BR2")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreSettings(Configs.of(CoreSettings.Config.class, Map.of("max_concurrent", 0))))
                .withMessage("max_concurrent: 0 (expected: 1 or more)");
    }
}
