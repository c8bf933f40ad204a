// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi configurations that come from a file, and those of the same kinds that do not. */
final class Publication {
    /** Marks our configurations, so that leftovers of an earlier run are known as ours. */
    static final String MARK = "acs.config.koha";

    private static final String FILE = "felix.fileinstall.filename";
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Set<String> NOT_FROM_THE_FILE = Set.of(
            MARK,
            Constants.SERVICE_PID,
            ConfigurationAdmin.SERVICE_FACTORYPID,
            ConfigurationAdmin.SERVICE_BUNDLELOCATION);

    private final ConfigurationAdmin admin;
    private final String file;
    private final Set<Kind> kinds;

    /**
     * @param file that it comes from, by name
     * @param kinds that this file describes
     */
    Publication(ConfigurationAdmin admin, String file, Set<Kind> kinds) {
        this.admin = admin;
        this.file = file;
        this.kinds = kinds;
    }

    /** The properties of all that is in force, by what they configure. */
    Map<Key, Map<String, Object>> inForce() throws IOException {
        Map<Key, Map<String, Object>> inForce = new HashMap<>();
        for (Kind kind : kinds) {
            for (Stored stored : stored(kind)) {
                if (isOurs(stored)) {
                    inForce.put(new Key(kind, String.valueOf(stored.properties.get("id"))), stored.properties);
                }
            }
        }
        return inForce;
    }

    /** What others configured without a file in the given folder, e.g. on a console. */
    List<Place> others(Path folder) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Stored stored : stored(kind)) {
                Map<String, Object> properties = stored.properties;
                String source = String.valueOf(properties.getOrDefault(FILE, ""));
                boolean isSeenThere = source.startsWith(folder.toUri().toString());
                if (!isOurs(stored) && !isSeenThere && properties.containsKey("id")) {
                    String where = source.isEmpty() ? "the configuration " + stored.pid : source;
                    places.add(new Place(new Key(kind, String.valueOf(properties.get("id"))), where));
                }
            }
        }
        return places;
    }

    /** Publishes and takes away. What cannot be done is logged, and the rest is done. */
    void apply(Differences differences) {
        // A door is closed before those who came in by it are forgotten, and opened after they are known.
        differences.removed().forEach(this::remove);
        differences.added().forEach(this::publish);
        differences.changed().forEach(this::publish);
    }

    private void publish(Entry entry) {
        Map<String, Object> properties = new TreeMap<>();
        entry.properties().forEach((name, value) -> properties.put(name, published(value)));
        properties.put(MARK, file);
        try {
            admin.getFactoryConfiguration(entry.key().kind().pid(), entry.key().name(), "?")
                    .update(FrameworkUtil.asDictionary(properties));
        } catch (IOException | IllegalStateException failed) {
            LOG.error("The configuration of {} cannot be stored", entry, failed);
        }
    }

    private void remove(Key key) {
        try {
            admin.getFactoryConfiguration(key.kind().pid(), key.name(), "?").delete();
        } catch (IOException | IllegalStateException failed) {
            LOG.error("The configuration of {} cannot be taken away", key, failed);
        }
    }

    private List<Stored> stored(Kind kind) throws IOException {
        Configuration[] found;
        try {
            String filter = "(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + kind.pid() + ")";
            found = admin.listConfigurations(filter);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Stored> all = new ArrayList<>();
        for (Configuration configuration : found == null ? new Configuration[0] : found) {
            try {
                all.add(Stored.of(configuration));
            } catch (IllegalStateException deleted) {
                LOG.debug("A configuration was deleted while it was looked at", deleted);
            }
        }
        return all;
    }

    private static Object published(Object value) {
        return value instanceof List<?> list ? list.toArray(String[]::new) : value;
    }

    private static Object compared(Object value) {
        return value instanceof String[] array ? List.of(array) : value;
    }

    private boolean isOurs(Stored stored) {
        return file.equals(stored.mark);
    }

    /** A configuration that is there; {@code mark} is the file it was published from, empty if it came in another way. */
    private record Stored(String pid, String mark, Map<String, Object> properties) {

        /** @throws IllegalStateException if it was deleted */
        static Stored of(Configuration configuration) {
            Dictionary<String, Object> properties = configuration.getProperties();
            Map<String, Object> read = new TreeMap<>();
            if (properties == null) {
                return new Stored(configuration.getPid(), "", read);
            }
            for (String name : (Iterable<String>) () -> properties.keys().asIterator()) {
                if (!NOT_FROM_THE_FILE.contains(name)) {
                    read.put(name, compared(properties.get(name)));
                }
            }
            String mark = String.valueOf(Objects.requireNonNullElse(properties.get(MARK), ""));
            return new Stored(configuration.getPid(), mark, read);
        }
    }
}
