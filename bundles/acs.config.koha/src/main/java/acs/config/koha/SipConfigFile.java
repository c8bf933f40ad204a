// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.ConfigurationStatus;
import acs.api.status.Problem;
import acs.api.status.Problem.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in force what {@code SIPconfig.xml} says: once at the start, and again whenever FileInstall sees that it was saved
 * or something that it must fit together with changed.
 *
 * <p>The file is read while this component is made, so whoever gets it as a {@link ConfigurationStatus} knows that the
 * first reading is over, with or without a file.
 */
@Component(
        immediate = true,
        service = {ConfigurationStatus.class, ArtifactInstaller.class, ConfigurationListener.class})
public final class SipConfigFile implements ConfigurationStatus, ArtifactInstaller, ConfigurationListener {
    private static final String NAME = "SIPconfig.xml";
    private static final Logger LOG = LoggerFactory.getLogger(SipConfigFile.class);

    private final Path folder;
    private final Path file;
    private final Publication publication;
    private final SyslogSwitch syslog;
    private volatile Status status = new Status(List.of(), Set.of(), Set.of());

    /** Looks for the file in the folder that the system property {@code acs.etc} names. */
    @Activate
    public SipConfigFile(@Reference ConfigurationAdmin admin, BundleContext framework) {
        this(
                admin,
                Path.of(System.getProperty("acs.etc", "etc")),
                Optional.ofNullable(framework.getProperty("org.ops4j.pax.logging.property.file")));
    }

    /** @param logback the file that says how things are logged */
    SipConfigFile(ConfigurationAdmin admin, Path folder, Optional<String> logback) {
        this.syslog = new SyslogSwitch(admin, logback);
        this.folder = folder.toAbsolutePath().normalize();
        this.file = this.folder.resolve(NAME);
        this.publication = new Publication(admin, NAME, Kind.OF_SIP);
        load(true);
    }

    @Override
    public List<Problem> problems() {
        return status.problems();
    }

    @Override
    public Set<String> listeners() {
        return status.listeners();
    }

    @Override
    public Set<String> institutions() {
        return status.institutions();
    }

    @Override
    public boolean canHandle(File artifact) {
        Path parent = artifact.toPath().toAbsolutePath().getParent();
        return artifact.getName().equals(NAME) && parent != null && isOurFolder(parent);
    }

    /** FileInstall found it; usually what was read at the start. */
    @Override
    public void install(File artifact) {
        load(false);
    }

    @Override
    public void update(File artifact) {
        load(true);
    }

    /** It is gone, or was replaced by one that is there already. */
    @Override
    public void uninstall(File artifact) {
        load(true);
    }

    /** What people configure otherwise may take an id that the file uses, or give back one. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String factory = event.getFactoryPid();
        for (Kind kind : Kind.OF_SIP) {
            if (kind.pid().equals(factory) && !event.getPid().startsWith(factory + "~" + kind.prefix())) {
                load(false);
            }
        }
    }

    /** @param aloud whether to say again what was said before, too */
    private synchronized void load(boolean aloud) {
        try {
            Map<Key, Map<String, Object>> before = publication.inForce();
            SipConfig config = read();
            Differences differences = config.isRefused()
                    ? new Differences(List.of(), List.of(), List.of())
                    : Differences.between(before, config.entries());
            boolean isNews =
                    aloud || !differences.isEmpty() || !config.problems().equals(status.problems());
            config.problems().stream()
                    .filter(problem -> aloud || !status.problems().contains(problem))
                    .forEach(SipConfigFile::log);
            if (aloud) {
                config.remarks().forEach(remark -> LOG.info("{}", remark));
            }
            publication.apply(differences);
            if (!config.isRefused()) {
                syslog.set(config.syslog());
            }
            status = Status.of(config.problems(), publication.inForce().keySet());
            if (isNews) {
                log(config, differences);
            }
        } catch (IOException failed) {
            LOG.error("The stored configurations cannot be read; {} is not in force", file, failed);
        }
    }

    private SipConfig read() throws IOException {
        if (Files.notExists(file)) {
            Problem missing = new Problem(
                    file.toString(), 0, Severity.WARNING, "there is no such file, so it configures nothing");
            return SipConfig.nothing(List.of(missing));
        }
        List<Place> others = new ArrayList<>(HandWritten.in(folder));
        others.addAll(publication.others(folder));
        return SipConfigReader.read(file, others);
    }

    private boolean isOurFolder(Path other) {
        try {
            return folder.equals(other) || Files.isSameFile(folder, other);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void log(Problem problem) {
        if (problem.isError()) {
            LOG.error("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
    }

    private void log(SipConfig config, Differences differences) {
        if (config.isRefused()) {
            LOG.error("{} is refused; what was in force before stays so", file);
            return;
        }
        LOG.info(
                "{} is in force: {} listeners, {} accounts, {} institutions; {} added, {} changed, {} removed",
                file,
                count(config, Kind.LISTENER),
                count(config, Kind.ACCOUNT),
                count(config, Kind.INSTITUTION),
                differences.added().size(),
                differences.changed().size(),
                differences.removed().size());
    }

    private static long count(SipConfig config, Kind kind) {
        return config.entries().stream()
                .filter(entry -> entry.key().kind() == kind)
                .count();
    }

    /** What is told to others; replaced as a whole. */
    private record Status(List<Problem> problems, Set<String> listeners, Set<String> institutions) {

        static Status of(List<Problem> problems, Set<Key> inForce) {
            return new Status(problems, ids(inForce, Kind.LISTENER), ids(inForce, Kind.INSTITUTION));
        }

        private static Set<String> ids(Set<Key> keys, Kind kind) {
            Set<String> ids = new TreeSet<>();
            keys.stream().filter(key -> key.kind() == kind).forEach(key -> ids.add(key.id()));
            return Set.copyOf(ids);
        }
    }
}
