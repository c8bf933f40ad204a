// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log go to syslog, or not any more: {@code conf/logback.xml} asks for system properties there, and is read again
 * when they change.
 */
final class SyslogSwitch {
    /** Names the appender that lines also go to. */
    private static final String APPENDER = "acs.syslog";

    private static final String IDENT = "acs.syslog.ident";
    private static final String FACILITY = "acs.syslog.facility";
    private static final String LOGGING = "org.ops4j.pax.logging";
    private static final String FILE = "org.ops4j.pax.logging.logback.config.file";
    private static final Logger LOG = LoggerFactory.getLogger(SyslogSwitch.class);

    private final ConfigurationAdmin admin;
    private final Optional<String> logback;
    private Optional<Syslog> inForce = Optional.empty();

    /** @param logback the file that says how things are logged; empty = nobody listens to us */
    SyslogSwitch(ConfigurationAdmin admin, Optional<String> logback) {
        this.admin = admin;
        this.logback = logback;
    }

    /** Does nothing if that is in force already. */
    void set(Optional<Syslog> wanted) {
        if (logback.isEmpty() || wanted.equals(inForce)) {
            return;
        }
        set(APPENDER, wanted.map(syslog -> "SYSLOG"));
        set(IDENT, wanted.map(Syslog::ident));
        set(FACILITY, wanted.map(Syslog::facility));
        try {
            admin.getConfiguration(LOGGING, "?").update(FrameworkUtil.asDictionary(Map.of(FILE, logback.get())));
            inForce = wanted;
        } catch (IOException failed) {
            LOG.error("The log cannot be told to go to syslog, or not to", failed);
        }
    }

    private static void set(String property, Optional<String> value) {
        value.ifPresentOrElse(text -> System.setProperty(property, text), () -> System.clearProperty(property));
    }
}
