// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.Language;
import acs.api.Policy;
import acs.api.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configured institution: puts it into the register, and keeps it there as the configuration changes. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "acs.institution",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = InstitutionConfiguration.Config.class, factory = true)
public final class InstitutionConfiguration {

    /** Factory PID {@code acs.institution}. */
    @ObjectClassDefinition(name = "ACS institution", description = "A library, and who answers for it.")
    @interface Config {
        @AttributeDefinition(name = "Id", description = "The code that terminals know it by (AO).")
        String id();

        @AttributeDefinition(name = "Name", description = "What people call it (AM); none: its id.")
        String name() default "";

        @AttributeDefinition(name = "Implementation", description = "Who answers for it, e.g. ILS.")
        String implementation();

        @AttributeDefinition(name = "Time zone", description = "E.g. Europe/Berlin; none: the machine's.")
        String timezone() default "";

        @AttributeDefinition(name = "Currency", description = "Three letters of ISO 4217.")
        String currency() default "USD";

        @AttributeDefinition(name = "Language", description = "Of texts for patrons, 000 to 027.")
        String language() default "001";

        @AttributeDefinition(name = "Greeting", description = "Opens the screen message of patron answers.")
        String greeting() default "Greetings from Koha. ";

        @AttributeDefinition(name = "Parameters", description = "key=value pairs for the implementation.")
        String parms() default "";

        @AttributeDefinition(name = "Checkin", description = "09 is served.")
        boolean policy_checkin() default false;

        @AttributeDefinition(name = "Checkout", description = "11 is served.")
        boolean policy_checkout() default false;

        @AttributeDefinition(name = "Renewal", description = "29, 65 and renewal through 11 are served.")
        boolean policy_renewal() default false;

        @AttributeDefinition(name = "Status update", description = "01 and 25 are served.")
        boolean policy_status__update() default false;

        @AttributeDefinition(name = "Off-line", description = "Stored transactions are taken.")
        boolean policy_offline() default false;

        @AttributeDefinition(name = "Timeout", description = "In tenths of a second, 0 to 999; 999: unknown.")
        int policy_timeout() default 0;

        @AttributeDefinition(name = "Retries", description = "0 to 999; 999: unknown.")
        int policy_retries() default 0;
    }

    private final Register<Institution> register;

    @Activate
    public InstitutionConfiguration(
            @Reference KnownInstitutions institutions, Config config, Map<String, Object> properties) {
        this.register = requireNonNull(institutions, "institutions").register();
        modified(config, properties);
    }

    /** A configuration with a wrong value changes nothing: what was before stays in force. */
    @Modified
    void modified(Config config, Map<String, Object> properties) {
        String place = Configured.place(properties);
        try {
            Institution institution = institution(config);
            register.put(this, institution.id(), institution, place);
        } catch (IllegalArgumentException wrong) {
            register.reject(this, config.id(), place, String.valueOf(wrong.getMessage()));
        }
    }

    @Deactivate
    void deactivate(int reason) {
        if (Configured.isOver(reason)) {
            register.remove(this);
        }
    }

    private static Institution institution(Config config) {
        String id = Configured.required("id", config.id());
        return new Institution(
                id,
                config.name().isBlank() ? id : config.name(),
                Configured.required("implementation", config.implementation()),
                zone(config.timezone()),
                currency(config.currency()),
                language(config.language()),
                config.greeting(),
                Settings.parse(config.parms()),
                new Policy(
                        config.policy_checkin(),
                        config.policy_checkout(),
                        config.policy_renewal(),
                        config.policy_status__update(),
                        config.policy_offline(),
                        config.policy_timeout(),
                        config.policy_retries()));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isBlank() ? ZoneId.systemDefault() : ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("timezone: " + name + " (expected: e.g. Europe/Berlin)", unknown);
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("currency: " + code + " (expected: ISO 4217, e.g. USD)", unknown);
        }
    }

    private static Language language(String code) {
        try {
            return Language.of(Integer.parseInt(code.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("language: " + code + " (expected: 000..027)", notANumber);
        }
    }
}
