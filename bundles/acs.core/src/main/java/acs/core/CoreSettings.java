// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the core itself; a change takes effect on the next request. Safe for use by many threads. */
@Component(service = CoreSettings.class, configurationPid = "acs.core")
@Designate(ocd = CoreSettings.Config.class)
public final class CoreSettings {

    /** PID {@code acs.core}. */
    @ObjectClassDefinition(name = "ACS core", description = "Limits of the conversations with terminals.")
    @interface Config {
        @AttributeDefinition(
                name = "Patience (ms)",
                description = "How long a request waits for the successor of an implementation that has left.")
        int patience__ms() default 5000;

        @AttributeDefinition(
                name = "Call limit (ms)",
                description =
                        "How long a library may take to answer at most; also bounded by an institution's timeout.")
        int call__limit__ms() default 20000;

        @AttributeDefinition(
                name = "Concurrent calls",
                description = "How many requests of one institution are worked on at once.")
        int max__concurrent() default 64;

        @AttributeDefinition(
                name = "Waiting calls",
                description = "How many requests of one institution may wait for that.")
        int max__waiting() default 10000;

        @AttributeDefinition(
                name = "Failed logins",
                description = "After how many failed logins, or other messages before a login, a connection is closed.")
        int max__strikes() default 3;

        @AttributeDefinition(
                name = "Misunderstood lines",
                description = "After how many lines in a row that make no sense a connection is closed.")
        int max__misunderstood() default 50;

        @AttributeDefinition(
                name = "Login delay (ms)",
                description = "How long the answer to a failed login is held back; more if they go on failing.")
        int login__delay__ms() default 100;

        @AttributeDefinition(
                name = "Unknown ids",
                description = "How many ids that nobody has a terminal may ask for in a minute before the answers to"
                        + " more of them are held back; 0 = any number.")
        int max__unknown__ids() default 120;

        @AttributeDefinition(
                name = "Maintenance",
                description = "The ids of institutions whose terminals are told that the server is off-line; * = all.")
        String[] maintenance() default {};

        @AttributeDefinition(
                name = "Log messages",
                description = "The ids of accounts and listeners whose messages are logged; * = all.")
        String[] log__messages() default {};
    }

    private record Values(
            Duration patience,
            Duration callLimit,
            Lane.Bounds bounds,
            int maxStrikes,
            int maxMisunderstood,
            Duration loginDelay,
            int maxUnknownIds,
            Set<String> maintenance,
            Set<String> logMessages) {}

    private volatile Values values;

    @Activate
    public CoreSettings(Config config) {
        values = read(config);
    }

    CoreSettings(
            Duration patience, Duration callLimit, Lane.Bounds bounds, Duration loginDelay, Set<String> maintenance) {
        values = new Values(patience, callLimit, bounds, 3, 50, loginDelay, 0, maintenance, Set.of());
    }

    @Modified
    void modified(Config config) {
        values = read(config);
    }

    private static Values read(Config config) {
        return new Values(
                millis("patience_ms", config.patience__ms(), 0),
                millis("call_limit_ms", config.call__limit__ms(), 100),
                new Lane.Bounds(
                        atLeast("max_concurrent", config.max__concurrent(), 1),
                        atLeast("max_waiting", config.max__waiting(), 0)),
                atLeast("max_strikes", config.max__strikes(), 1),
                atLeast("max_misunderstood", config.max__misunderstood(), 1),
                millis("login_delay_ms", config.login__delay__ms(), 0),
                atLeast("max_unknown_ids", config.max__unknown__ids(), 0),
                Set.copyOf(List.of(config.maintenance())),
                Set.copyOf(List.of(config.log__messages())));
    }

    private static Duration millis(String name, int value, int least) {
        return Duration.ofMillis(atLeast(name, value, least));
    }

    private static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " or more)");
        }
        return value;
    }

    /** How long a request waits for the successor of a part that has left. */
    Duration patience() {
        return values.patience;
    }

    /**
     * How long a request may take: less than what terminals are told to wait, so that they get the answer, and never
     * more than the general limit.
     */
    Duration limit(Policy policy) {
        int tenths = policy.timeoutTenths();
        if (tenths == 0 || tenths == 999) {
            return values.callLimit;
        }
        Duration promised = Duration.ofMillis(tenths * 80L);
        return promised.compareTo(values.callLimit) < 0 ? promised : values.callLimit;
    }

    /** How many ids that nobody has a terminal may ask for in a minute; 0 = any number. */
    int maxUnknownIds() {
        return values.maxUnknownIds;
    }

    /** How long a request may take where no policy is known. */
    Duration limit() {
        return values.callLimit;
    }

    /** How long a part that leaves is kept until its users are done: longer than any request takes. */
    Duration drain() {
        return values.callLimit.plusSeconds(1);
    }

    Lane.Bounds bounds() {
        return values.bounds;
    }

    int maxStrikes() {
        return values.maxStrikes;
    }

    int maxMisunderstood() {
        return values.maxMisunderstood;
    }

    Duration loginDelay() {
        return values.loginDelay;
    }

    /** Whether an operator wants to see the messages of the account, or of everybody at the listener, in the log. */
    boolean logsMessagesOf(String account, String listener) {
        Set<String> logged = values.logMessages;
        return !logged.isEmpty() && (logged.contains(account) || logged.contains(listener) || logged.contains("*"));
    }

    /** Whether an operator has closed the institution for now. */
    boolean isClosed(String institution) {
        Set<String> closed = values.maintenance;
        return !closed.isEmpty() && (closed.contains(institution) || closed.contains("*"));
    }
}
