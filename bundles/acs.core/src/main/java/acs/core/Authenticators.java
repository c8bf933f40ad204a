// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.auth.Authenticator;
import acs.api.auth.Identification;
import acs.api.auth.PatronDirectory;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.Diagnosed;
import acs.api.circulation.Diagnosis;
import acs.api.swap.Lease;
import acs.api.swap.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories that can tell whether a secret is right, asked in order of their ranking until one knows the name.
 *
 * <p>One that is being replaced is waited for, so that nobody is let in or turned away by the next one in its stead. No
 * directory at all never means yes. Safe for use by many threads.
 */
@Component(service = Authenticators.class, immediate = true)
public final class Authenticators {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);

    /**
     * The place of one directory in the order, which its successor takes.
     *
     * @param name of the component and, if there are several, of its configuration
     * @param kind of realm that it is asked about; empty = all
     */
    private record Seat(String name, int ranking, String kind, Slot<ServiceReference<?>, Authenticator> slot) {
        boolean answersFor(Realm realm) {
            return kind.isEmpty() || kind.equals(realm.kind().name());
        }
    }

    private final CoreSettings settings;
    /** Highest ranking first; replaced as a whole. */
    private volatile List<Seat> seats = List.of();

    @Activate
    public Authenticators(@Reference CoreSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    @Reference(
            service = Authenticator.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "remove")
    public synchronized void add(ServiceReference<Authenticator> reference, Authenticator authenticator) {
        String name = name(reference);
        int ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0;
        String kind = reference.getProperty(Authenticator.REALM) instanceof String only ? only : "";
        List<Seat> all = new ArrayList<>(seats);
        Slot<ServiceReference<?>, Authenticator> slot =
                seat(name).map(Seat::slot).orElseGet(Slot::new);
        slot.add(reference, authenticator);
        all.removeIf(seat -> seat.name.equals(name));
        all.add(new Seat(name, ranking, kind, slot));
        all.sort(Comparator.comparingInt(Seat::ranking).reversed());
        seats = List.copyOf(all);
        LOG.info("Directory {} is there, at rank {}", name, ranking);
    }

    /** Returns when nobody uses it any more: its component is taken down right after. */
    public void remove(ServiceReference<Authenticator> reference) {
        for (Seat seat : seats) {
            if (!seat.slot.remove(reference, settings.drain())) {
                LOG.warn("Directory {} is taken down while it is still at work", seat.name);
            }
        }
    }

    /** The verdict of {@link #identify}. */
    Verdict ask(Realm realm, String name, char[] secret) throws InterruptedException {
        return identify(realm, name, secret).verdict();
    }

    /**
     * What the directories say; may block for as long as they take.
     *
     * @param secret not changed, and kept by nobody
     * @return ABSTAIN if none of them knows the name, or there is none
     */
    Identification identify(Realm realm, String name, char[] secret) throws InterruptedException {
        // One that gave no answer, but lets others accept in its stead.
        Optional<Identification> outage = Optional.empty();
        for (Seat seat : seats) {
            if (!seat.answersFor(realm)) {
                continue;
            }
            Optional<Lease<Authenticator>> found = seat.slot.acquire(settings.patience());
            if (found.isEmpty()) {
                continue;
            }
            try (Lease<Authenticator> lease = found.get()) {
                Identification answer = ask(seat, lease.part(), realm, name, secret);
                if (answer.verdict() == Verdict.UNAVAILABLE && answer.fallback()) {
                    outage = Optional.of(answer);
                } else if (answer.verdict() == Verdict.ACCEPT
                        || (answer.verdict() != Verdict.ABSTAIN && outage.isEmpty())) {
                    return answer;
                }
            }
        }
        return outage.orElse(Identification.of(Verdict.ABSTAIN));
    }

    private static Identification ask(Seat seat, Authenticator authenticator, Realm realm, String name, char[] secret) {
        char[] copy = secret.clone();
        try {
            return authenticator instanceof PatronDirectory directory
                    ? requireNonNull(directory.identify(realm, name, copy), "identification")
                    : Identification.of(requireNonNull(authenticator.authenticate(realm, name, copy), "verdict"));
        } catch (RuntimeException broken) {
            LOG.warn("Directory {} gave no answer", seat.name, broken);
            return Identification.of(Verdict.UNAVAILABLE);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** What is wrong with directories now, in their order; half a sentence each. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        for (Seat seat : seats) {
            Optional<Lease<Authenticator>> found = seat.slot.tryAcquire();
            if (found.isPresent()) {
                try (Lease<Authenticator> lease = found.get()) {
                    if (lease.part() instanceof Diagnosed diagnosed
                            && diagnosed.diagnose().state() != Diagnosis.State.OK) {
                        troubles.add(diagnosed.diagnose().detail());
                    }
                } catch (RuntimeException broken) {
                    LOG.warn("Directory {} cannot say how it is", seat.name, broken);
                }
            }
        }
        return troubles;
    }

    private Optional<Seat> seat(String name) {
        return seats.stream().filter(seat -> seat.name.equals(name)).findFirst();
    }

    private static String name(ServiceReference<?> reference) {
        Object component = reference.getProperty("component.name");
        Object pid = reference.getProperty(Constants.SERVICE_PID);
        if (component == null && pid == null) {
            return "#" + reference.getProperty(Constants.SERVICE_ID);
        }
        return (component == null ? "" : component.toString()) + (pid == null ? "" : "/" + pid);
    }
}
