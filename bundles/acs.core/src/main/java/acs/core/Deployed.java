// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.auth.Authenticator;
import acs.api.circulation.Circulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what lies in {@code deploy/} and does no work, says why, and logs it once.
 *
 * <p>Safe for use by many threads.
 */
@Component(service = Deployed.class, immediate = true)
public final class Deployed {
    private static final Logger LOG = LoggerFactory.getLogger(Deployed.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String JAR = ".jar";
    private static final String SUFFIX = ".away";
    private static final String AWAY = JAR + SUFFIX;
    /** In how many looks in a row a fault is found before it is one: who is on its way is not complained of. */
    private static final int LOOKS = 5;

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Lane.Bounds ONE = new Lane.Bounds(1, 1);

    private final Calls calls;
    private final Absences absences;
    private final BundleSearch search;
    private final BundleContext context;
    private final Optional<Path> folder;
    private volatile boolean closed;
    /** In how many looks in a row each fault was found; used by one look after the other, like the next three. */
    private Map<String, Integer> found = Map.of();
    /** Files that had a bundle once. */
    private final Set<Path> known = new HashSet<>();
    /** Files that nobody has installed, as of the last look. */
    private Set<Path> forgotten = Set.of();
    /** What was done about it, and in which state the file was. */
    private final Map<Path, FileTime> tried = new HashMap<>();

    @Activate
    public Deployed(@Reference Calls calls, @Reference Absences absences, BundleContext context) {
        this.calls = requireNonNull(calls, "calls");
        this.absences = requireNonNull(absences, "absences");
        this.context = requireNonNull(context, "context");
        this.search = new BundleSearch(context);
        this.folder = Optional.ofNullable(context.getProperty("acs.deploy")).map(Path::of);
        lookAgain();
    }

    @Deactivate
    void close() {
        closed = true;
    }

    private void lookAgain() {
        CompletionStage<Boolean> unused = calls.later(PAUSE, true)
                .thenCompose(due -> closed
                        ? CompletableFuture.completedFuture(false)
                        : calls.call(Deployed.class, ONE, LIMIT, this::look, why -> true))
                .thenApply(goOn -> {
                    if (goOn && !closed) {
                        lookAgain();
                    }
                    return goOn;
                });
    }

    private boolean look() {
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.ACTIVE) {
            return true; // it is starting or stopping, so that nobody is at work
        }
        files(AWAY).forEach(this::putBack);
        Set<Path> lost =
                Set.copyOf(files(JAR).stream().filter(this::isForgotten).toList());
        lost.stream().filter(forgotten::contains).forEach(this::putAway);
        forgotten = lost;
        Map<String, Integer> now = new HashMap<>();
        for (String fault : faults()) {
            int looks = found.getOrDefault(fault, 0) + 1;
            now.put(fault, looks);
            if (looks == LOOKS) {
                LOG.warn("{}.", fault);
            }
        }
        found = now;
        return true;
    }

    /** A sentence without a full stop on each file in {@code deploy/} that is there in vain. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Path file : files(JAR)) {
            fault(file).ifPresent(fault -> faults.add(name(file) + " is not in use: " + fault));
        }
        return faults;
    }

    private List<Path> files(String ending) {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    private Optional<String> fault(Path file) {
        Optional<Bundle> bundle = bundleOf(file);
        return bundle.isPresent() ? fault(bundle.get()) : notInstalled(file);
    }

    /**
     * Two files with the same bundle in the same version are one bundle to the deployer; when one of them is deleted, the
     * other one is there in vain.
     */
    private boolean isForgotten(Path file) {
        if (bundleOf(file).isPresent() || twinOf(file).isPresent()) {
            known.add(file);
            return false;
        }
        return known.contains(file) && JarFault.of(file).isEmpty();
    }

    /** Takes it out of the deployer's sight; {@link #putBack} has it seen as a new file. */
    private void putAway(Path file) {
        try {
            FileTime state = Files.getLastModifiedTime(file);
            if (state.equals(tried.put(file, state))) {
                return; // it was tried, and the framework does not want it
            }
            Files.move(file, file.resolveSibling(file.getFileName() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("{} has lost its bundle to another file, and is installed anew", name(file));
        } catch (IOException readOnly) {
            LOG.warn(
                    "{} has lost its bundle to another file; move it out of the folder and in again",
                    name(file),
                    readOnly);
        }
    }

    private void putBack(Path away) {
        String name = String.valueOf(away.getFileName());
        Path file = away.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
        try {
            if (Files.exists(file)) {
                Files.delete(away); // somebody has put a new one there
            } else {
                Files.move(away, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException stuck) {
            LOG.warn("{} cannot be renamed to {}", away, file, stuck);
        }
    }

    private Optional<Bundle> bundleOf(Path file) {
        String location = file.toFile().toURI().normalize().toString();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().equals(location))
                .findFirst();
    }

    private Optional<String> notInstalled(Path file) {
        Optional<String> broken = JarFault.of(file);
        if (broken.isPresent()) {
            return broken;
        }
        return Optional.of(
                twinOf(file).map(Deployed::twin).orElse("the framework would not install it; the log says why"));
    }

    private Optional<Bundle> twinOf(Path file) {
        Optional<String> identity = JarFault.identity(file);
        return Arrays.stream(context.getBundles())
                .filter(other -> identity.equals(Optional.of(other.getSymbolicName() + " " + other.getVersion())))
                .findFirst();
    }

    private static String twin(Bundle other) {
        String location = other.getLocation();
        return "bundle " + other.getSymbolicName() + " " + other.getVersion() + " is there already, from "
                + location.substring(location.lastIndexOf('/') + 1) + "; give it another Bundle-Version";
    }

    private Optional<String> fault(Bundle bundle) {
        if (isForOthers(bundle)) {
            return Optional.empty();
        }
        if (bundle.getState() != Bundle.ACTIVE) {
            return Optional.of(search.why(bundle));
        }
        if (offers(bundle)) {
            return Optional.empty();
        }
        if (absences.hasComponents(bundle)) {
            return absences.idle(bundle).stream().findFirst();
        }
        return Optional.of("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion()
                + " runs, and offers neither an implementation nor a directory");
    }

    /** A library, which is not meant to offer anything itself, and works already when it is resolved. */
    private static boolean isForOthers(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders();
        return bundle.getState() != Bundle.INSTALLED
                && (headers.get(Constants.EXPORT_PACKAGE) != null || headers.get(Constants.FRAGMENT_HOST) != null);
    }

    /** Whether it has a service that somebody really got hold of, or is for something else. */
    private static boolean offers(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services == null) {
            return false;
        }
        return Arrays.stream(services).anyMatch(service -> isAtWork(service) || !isOurs(service));
    }

    private static boolean isOurs(ServiceReference<?> service) {
        List<String> types = Arrays.asList((String[]) service.getProperty("objectClass"));
        return types.contains(Circulation.class.getName()) || types.contains(Authenticator.class.getName());
    }

    private static boolean isAtWork(ServiceReference<?> service) {
        return isOurs(service) && service.getUsingBundles() != null;
    }

    private static String name(Path file) {
        return "deploy/" + file.getFileName();
    }
}
