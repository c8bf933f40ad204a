// SPDX-License-Identifier: Apache-2.0
package acs.core;

import acs.api.Institution;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** All configured institutions. Safe for use by many threads. */
@Component(service = KnownInstitutions.class)
public final class KnownInstitutions {
    private final Register<Institution> register = new Register<>("institution");

    @Activate
    public KnownInstitutions() {}

    Register<Institution> register() {
        return register;
    }

    Optional<Institution> find(String id) {
        return register.find(id);
    }

    /** The institution, waiting for it while it is being reconfigured. */
    Optional<Institution> await(String id, Duration patience) throws InterruptedException {
        return register.await(id, patience);
    }

    /** Sorted by id. */
    List<Institution> all() {
        return register.all().stream()
                .sorted(Comparator.comparing(Institution::id))
                .toList();
    }
}
