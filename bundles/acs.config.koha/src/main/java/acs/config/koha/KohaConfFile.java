// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.ConfigurationStatus;
import acs.api.status.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in force what {@code koha-conf.xml} says of LDAP: once at the start, and again whenever FileInstall sees that it was
 * saved. A file with an error is refused as a whole. Without a file there is no directory.
 */
@Component(
        immediate = true,
        service = {ConfigurationStatus.class, ArtifactInstaller.class})
public final class KohaConfFile implements ConfigurationStatus, ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(KohaConfFile.class);

    private final Path folder;
    private final Path file;
    private final Publication publication;
    private volatile List<Problem> problems = List.of();

    /**
     * Looks for the file in the folder that the system property {@code acs.etc} names.
     *
     * @param first is there before, so that whoever waits for a status gets that of the listeners, too
     */
    @Activate
    public KohaConfFile(
            @Reference ConfigurationAdmin admin,
            @Reference(target = "(component.name=acs.config.koha.SipConfigFile)") ConfigurationStatus first) {
        this(admin, Path.of(System.getProperty("acs.etc", "etc")));
    }

    KohaConfFile(ConfigurationAdmin admin, Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = this.folder.resolve(KohaConfReader.NAME);
        this.publication = new Publication(admin, KohaConfReader.NAME, Set.of(Kind.DIRECTORY));
        load(true);
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Set<String> listeners() {
        return Set.of();
    }

    @Override
    public Set<String> institutions() {
        return Set.of();
    }

    @Override
    public boolean canHandle(File artifact) {
        Path parent = artifact.toPath().toAbsolutePath().getParent();
        return artifact.getName().equals(KohaConfReader.NAME) && parent != null && isOurFolder(parent);
    }

    private boolean isOurFolder(Path other) {
        try {
            return folder.equals(other) || Files.isSameFile(folder, other);
        } catch (IOException unreadable) {
            return false;
        }
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

    /** @param aloud whether to say again what was said before, too */
    private synchronized void load(boolean aloud) {
        SipConfig config = Files.exists(file) ? KohaConfReader.read(file) : SipConfig.nothing(List.of());
        for (Problem problem : config.problems()) {
            if (aloud || !problems.contains(problem)) {
                log(problem);
            }
        }
        problems = config.problems();
        if (config.isRefused()) {
            LOG.error("{} is refused; what was in force before stays so", file);
            return;
        }
        try {
            Differences differences = Differences.between(publication.inForce(), config.entries());
            publication.apply(differences);
            if (!differences.isEmpty()) {
                LOG.info(
                        "{} is in force: {} directories; {} added, {} changed, {} removed",
                        file,
                        config.entries().size(),
                        differences.added().size(),
                        differences.changed().size(),
                        differences.removed().size());
            }
        } catch (IOException failed) {
            LOG.error("The stored configurations cannot be read; {} is not in force", file, failed);
        }
    }

    private static void log(Problem problem) {
        if (problem.isError()) {
            LOG.error("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
    }
}
