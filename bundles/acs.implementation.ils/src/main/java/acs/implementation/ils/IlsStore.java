// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Settings;
import acs.api.data.ImportReport;
import acs.api.data.Progress;
import acs.implementation.ils.csv.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one store of this bundle, as the operator configured it; the other components of the bundle share it. */
@Component(service = IlsStore.class, configurationPid = "acs.implementation.ils", immediate = true)
@Designate(ocd = IlsStore.Config.class)
public final class IlsStore {
    private static final Logger LOG = LoggerFactory.getLogger(IlsStore.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final long DRIVER_PATIENCE_MILLIS = 3_000;

    /** The settings. */
    @ObjectClassDefinition(name = "ACS library system", description = "The implementation ILS and its database")
    @interface Config {
        @AttributeDefinition(
                name = "URL",
                description = "jdbc:h2:… or jdbc:postgresql:…; ${…} stands for a framework property")
        String url() default "jdbc:h2:file:${acs.data}/ils";

        @AttributeDefinition(name = "User", description = "of the database")
        String user() default "";

        @AttributeDefinition(name = "Password", description = "of that user")
        String _password() default "";

        @AttributeDefinition(name = "Pool size", description = "connections to the database at most, 1..1000")
        int pool__size() default 16;

        @AttributeDefinition(name = "PIN cost", description = "of bcrypt, 4..20; one more doubles the time of a check")
        int pin__cost() default 10;

        @AttributeDefinition(name = "PIN memory", description = "minutes that a PIN found right is remembered, 0 = not")
        int pin__memory() default 10;

        @AttributeDefinition(name = "Back-date limit", description = "days that a terminal may date a return back")
        int backdate__days() default 30;

        @AttributeDefinition(
                name = "Cancel limit",
                description = "minutes within which a loan or return can be cancelled")
        int cancel__minutes() default 30;

        @AttributeDefinition(name = "Demo", description = "folder of CSV files that an empty database is filled with")
        String demo() default "";

        @AttributeDefinition(name = "Time zone", description = "of dates in CSV files; empty = the machine's")
        String timezone() default "";

        @AttributeDefinition(name = "Currency", description = "of amounts in CSV files, ISO 4217")
        String currency() default "USD";

        @AttributeDefinition(name = "Preferences", description = "NAME=VALUE, by Koha's names")
        String[] preferences() default {};
    }

    private final Drivers drivers = new Drivers();
    private final IlsSettings settings;
    private final Store store;

    /** Starts opening the database, in the background. */
    @Activate
    public IlsStore(Config config, BundleContext context) {
        this(settings(config, context::getProperty));
    }

    IlsStore(IlsSettings settings) {
        this.settings = settings;
        PinMemory pins = new PinMemory(settings.pinMemory(), System::nanoTime);
        this.store = Store.open(settings, this::source, this::fill, pins);
    }

    @Reference(
            service = DataSourceFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void bindDriver(DataSourceFactory factory, Map<String, Object> properties) {
        drivers.add(driver(properties), factory);
    }

    void unbindDriver(DataSourceFactory factory, Map<String, Object> properties) {
        String driver = driver(properties);
        if (drivers.remove(driver, factory)
                && driver.equals(Engine.of(settings.url()).driver())) {
            store.driverLeft();
        }
    }

    /** Ends every connection. */
    @Deactivate
    public void close() {
        store.close();
    }

    Store store() {
        return store;
    }

    private static String driver(Map<String, Object> properties) {
        return String.valueOf(properties.get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS));
    }

    private Optional<DataSource> source(Engine engine) throws SQLException {
        return drivers.source(engine, settings, DRIVER_PATIENCE_MILLIS);
    }

    private void fill(DataSource database) throws IOException {
        Optional<Path> demo = settings.demo();
        if (demo.isEmpty()) {
            return;
        }
        if (!Files.isDirectory(demo.get())) {
            LOG.warn("ILS: the new database stays empty, there is no folder {} (setting demo)", demo.get());
            return;
        }
        Importer importer =
                new Importer(database, Clock.system(settings.zone()), settings.currency(), () -> store.changed());
        ImportReport report = importer.importFrom(List.of(demo.get()), Progress.none());
        if (report.loaded()) {
            LOG.info(
                    "ILS: the new database was filled from {} in {} ms",
                    demo.get(),
                    report.took().toMillis());
            return;
        }
        report.problems().forEach(problem -> LOG.warn("ILS: {}", problem));
    }

    private static IlsSettings settings(Config config, UnaryOperator<String> property) {
        String demo = filled(config.demo(), property);
        return new IlsSettings(
                filled(config.url(), property),
                config.user(),
                config._password(),
                config.pool__size(),
                config.pin__cost(),
                Duration.ofMinutes(config.pin__memory()),
                Duration.ofDays(config.backdate__days()),
                Duration.ofMinutes(config.cancel__minutes()),
                demo.isBlank() ? Optional.empty() : Optional.of(Path.of(demo)),
                config.timezone().isBlank() ? ZoneId.systemDefault() : ZoneId.of(config.timezone()),
                Currency.getInstance(config.currency()),
                preferences(config.preferences()));
    }

    private static Settings preferences(String[] pairs) {
        Settings all = Settings.empty();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("preferences: " + pair + " (expected: NAME=VALUE)");
            }
            all = all.overriddenBy(Settings.of(Map.of(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip())));
        }
        return all;
    }

    /** The text with the framework's properties in the place of {@code ${…}}. */
    static String filled(String text, UnaryOperator<String> property) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        return placeholders.replaceAll(found -> {
            String value = property.apply(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(text + ": the framework property " + found.group(1) + " is not set");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
