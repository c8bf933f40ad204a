// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.circulation.CirculationException;
import acs.api.circulation.StaffException;
import acs.api.circulation.StaffExceptions;
import acs.api.status.ExceptionLists;
import acs.api.swap.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the implementation of an institution for the list it keeps. Safe for use by many threads. */
@Component(service = ExceptionLists.class)
public final class ExceptionDesk implements ExceptionLists {
    private final KnownInstitutions institutions;
    private final Implementations implementations;

    @Activate
    public ExceptionDesk(@Reference KnownInstitutions institutions, @Reference Implementations implementations) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.implementations = requireNonNull(implementations, "implementations");
    }

    @Override
    public List<StaffException> open(String institution) throws CirculationException {
        return with(institution, StaffExceptions::open);
    }

    @Override
    public boolean settle(String institution, long id) throws CirculationException {
        return with(institution, (list, of) -> list.settle(of, id, Instant.now()));
    }

    private interface Use<T> {
        T of(StaffExceptions list, Institution institution) throws CirculationException;
    }

    private <T> T with(String id, Use<T> use) throws CirculationException {
        Institution institution = institutions
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("institution " + id + " is not configured"));
        Optional<Lease<Provider>> found = implementations.tryAcquire(institution);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("institution " + id + " is not served at the moment");
        }
        try (Lease<Provider> lease = found.get()) {
            if (lease.part().circulation() instanceof StaffExceptions list) {
                return use.of(list, institution);
            }
            throw new IllegalArgumentException("implementation " + institution.implementation() + " of institution "
                    + id + " keeps no list of exceptions");
        }
    }
}
