// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.circulation.Diagnosis;
import acs.api.status.InstitutionStatus;
import acs.api.status.Institutions;
import acs.api.status.Swap;
import acs.api.swap.Lease;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of every institution whether it is served and by whom, or in one sentence why not. */
@Component(service = Institutions.class)
public final class InstitutionReport implements Institutions {
    private final CoreSettings settings;
    private final Calls calls;
    private final KnownInstitutions institutions;
    private final Implementations implementations;
    private final UnaryOperator<String> absence;
    private final Supplier<List<String>> directories;
    private final Supplier<List<String>> idle;

    @Activate
    public InstitutionReport(
            @Reference CoreSettings settings,
            @Reference Calls calls,
            @Reference KnownInstitutions institutions,
            @Reference Implementations implementations,
            @Reference Absences absences,
            @Reference Authenticators authenticators,
            @Reference Deployed deployed) {
        this(settings, calls, institutions, implementations, absences::why, authenticators::troubles, deployed::faults);
    }

    /**
     * @param absence says why no implementation of a name is there
     * @param directories says what is wrong with those who check passwords
     * @param idle says of each file in {@code deploy/} that does no work why not
     */
    InstitutionReport(
            CoreSettings settings,
            Calls calls,
            KnownInstitutions institutions,
            Implementations implementations,
            UnaryOperator<String> absence,
            Supplier<List<String>> directories,
            Supplier<List<String>> idle) {
        this.settings = requireNonNull(settings, "settings");
        this.calls = requireNonNull(calls, "calls");
        this.institutions = requireNonNull(institutions, "institutions");
        this.implementations = requireNonNull(implementations, "implementations");
        this.absence = requireNonNull(absence, "absence");
        this.directories = requireNonNull(directories, "directories");
        this.idle = requireNonNull(idle, "idle");
    }

    @Override
    public List<InstitutionStatus> institutions() {
        return institutions.all().stream().map(this::status).toList();
    }

    private InstitutionStatus status(Institution institution) {
        int running = calls.running(institution.id());
        List<Swap> swaps = implementations.swaps(institution);
        Optional<Lease<Provider>> found = implementations.tryAcquire(institution);
        if (found.isEmpty()) {
            Diagnosis missing = new Diagnosis(Diagnosis.State.OFFLINE, absence.apply(institution.implementation()));
            return new InstitutionStatus(institution, false, "", missing, running, swaps);
        }
        try (Lease<Provider> lease = found.get()) {
            Provider provider = lease.part();
            Diagnosis diagnosis = settings.isClosed(institution.id()) ? closed() : provider.diagnosis();
            boolean served = diagnosis.state() != Diagnosis.State.OFFLINE;
            return new InstitutionStatus(institution, served, provider.bundle(), diagnosis, running, swaps);
        }
    }

    private static Diagnosis closed() {
        return new Diagnosis(Diagnosis.State.OFFLINE, "closed by the setting maintenance of acs.core");
    }

    @Override
    public String why(String id) {
        Optional<String> problem = institutions.register().problem(id);
        Optional<Institution> institution = institutions.find(id);
        if (institution.isPresent()) {
            String sentence = why(status(institution.get())) + newcomer(institution.get()) + passwords() + inVain();
            return problem.map(text -> sentence + " Its latest configuration is not in force: " + text + ".")
                    .orElse(sentence);
        }
        if (problem.isPresent()) {
            return "Institution " + id + " is not served: its configuration is refused: " + problem.get() + ".";
        }
        String known = institutions.all().stream().map(Institution::id).collect(Collectors.joining(", "));
        return "Institution " + id + " is not configured; configured "
                + (known.isEmpty() ? "is none." : "are " + known + ".");
    }

    private String newcomer(Institution institution) {
        return implementations
                .remark(institution)
                .map(remark -> " Beside it, " + remark + ".")
                .orElse("");
    }

    private String inVain() {
        return idle.get().stream().map(fault -> " " + fault + ".").collect(Collectors.joining());
    }

    /** Whether passwords and PINs that others know cannot be checked. */
    private String passwords() {
        return directories.get().stream()
                .map(trouble -> " Passwords and PINs cannot be checked: " + trouble + ".")
                .collect(Collectors.joining());
    }

    private static String why(InstitutionStatus status) {
        Institution institution = status.institution();
        String detail = status.diagnosis().detail();
        if (status.provider().isEmpty()) {
            return "Institution " + institution.id() + " is not served: " + detail + ".";
        }
        String provider = "implementation " + institution.implementation() + " of bundle " + status.provider();
        return switch (status.diagnosis().state()) {
            case OK ->
                "Institution " + institution.id() + " is served by " + provider
                        + (detail.isEmpty() ? "." : ": " + detail + ".");
            case DEGRADED ->
                "Institution " + institution.id() + " is served by " + provider + ", with a reservation: " + detail
                        + ".";
            case OFFLINE ->
                "Institution " + institution.id() + " is not served: " + provider + " is off-line: " + detail + ".";
        };
    }
}
