// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.api.Dialect.PatronId;
import acs.api.Dialect.Terminator;
import acs.api.Rights;
import acs.api.Rights.Offline;
import acs.api.Rights.PersonalData;
import acs.api.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configured account: puts it into the register, and keeps it there as the configuration changes. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "acs.account",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AccountConfiguration.Config.class, factory = true)
public final class AccountConfiguration {

    /** Factory PID {@code acs.account}. */
    @ObjectClassDefinition(name = "ACS account", description = "What a terminal logs in as.")
    @interface Config {
        @AttributeDefinition(name = "Id", description = "The login name (CN), case-sensitive.")
        String id();

        @AttributeDefinition(
                name = "Password",
                type = AttributeType.PASSWORD,
                description = "Plain, {bcrypt}..., $[env:NAME] or $[file:PATH]; none: the directories decide.")
        String password() default "";

        @AttributeDefinition(name = "Institution", description = "The id of the institution.")
        String institution();

        @AttributeDefinition(name = "Location", description = "Where the terminal stands; none: what it says (CP).")
        String location() default "";

        @AttributeDefinition(name = "Messages", description = "Request codes that it may send; none: all.")
        String[] messages() default {};

        @AttributeDefinition(
                name = "Off-line",
                description = "Whether stored transactions are taken: true, false, or empty for the policy's word.")
        String offline() default "";

        @AttributeDefinition(name = "PIN required", description = "11, 29, 65, 15 and 37 need a right PIN.")
        boolean pin__required() default false;

        @AttributeDefinition(name = "Personal data", description = "When it is shown: always, pin, never.")
        String personal__data() default "always";

        @AttributeDefinition(name = "Allow from", description = "Networks in CIDR form; none: everywhere.")
        String[] allow__from() default {};

        @AttributeDefinition(name = "Patron id", description = "What is sent back as AA: sent, card.")
        String patron__id() default "sent";

        @AttributeDefinition(name = "Error detection", description = "enabled, required, disabled.")
        String error__detect() default "enabled";

        @AttributeDefinition(name = "Encoding", description = "The character set, by Perl's or Java's name.")
        String encoding() default "UTF-8";

        @AttributeDefinition(name = "Delimiter", description = "One character, the code of which is the byte.")
        String delimiter() default "|";

        @AttributeDefinition(name = "Terminator", description = "What ends a message: CR, CRLF.")
        String terminator() default "CRLF";

        @AttributeDefinition(name = "Settings", description = "Everything else, name=value.")
        String[] settings() default {};

        @AttributeDefinition(name = "Preferences", description = "System preferences of this account, name=value.")
        String[] preferences() default {};
    }

    private final Register<KnownAccount> register;

    @Activate
    public AccountConfiguration(@Reference KnownAccounts accounts, Config config, Map<String, Object> properties) {
        this.register = requireNonNull(accounts, "accounts").register();
        modified(config, properties);
    }

    /** A configuration with a wrong value changes nothing: what was before stays in force. */
    @Modified
    void modified(Config config, Map<String, Object> properties) {
        String place = Configured.place(properties);
        try {
            Account account = account(config);
            register.put(this, account.id(), KnownAccount.of(account), place);
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

    private static Account account(Config config) {
        return new Account(
                Configured.required("id", config.id()),
                Secret.of(config.password()),
                Configured.required("institution", config.institution()),
                config.location(),
                rights(config),
                dialect(config),
                Configured.settings(config.settings()),
                Configured.settings(config.preferences()));
    }

    private static Rights rights(Config config) {
        return new Rights(
                Set.copyOf(List.of(config.messages())),
                Configured.choice(
                        "offline",
                        config.offline(),
                        Map.of("", Offline.AS_POLICY, "true", Offline.ALLOWED, "false", Offline.DENIED)),
                config.pin__required(),
                Configured.choice(
                        "personal_data",
                        config.personal__data(),
                        Map.of(
                                "always", PersonalData.ALWAYS,
                                "pin", PersonalData.AFTER_PIN,
                                "never", PersonalData.NEVER)),
                Set.copyOf(List.of(config.allow__from())));
    }

    private static Dialect dialect(Config config) {
        String delimiter = config.delimiter();
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("delimiter: " + delimiter + " (expected: one character)");
        }
        return new Dialect(
                Encodings.of(config.encoding()),
                delimiter.charAt(0),
                Configured.choice(
                        "terminator", config.terminator(), Map.of("CR", Terminator.CR, "CRLF", Terminator.CRLF)),
                Configured.choice(
                        "error_detect",
                        config.error__detect(),
                        Map.of(
                                "enabled", ErrorDetection.ENABLED,
                                "required", ErrorDetection.REQUIRED,
                                "disabled", ErrorDetection.DISABLED)),
                Configured.choice(
                        "patron_id", config.patron__id(), Map.of("sent", PatronId.SENT, "card", PatronId.CARD)));
    }
}
