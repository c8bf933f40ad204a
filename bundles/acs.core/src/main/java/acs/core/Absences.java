// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.circulation.Circulation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Finds out why an implementation that is configured is not there: what its component or its bundle waits for. */
@Component(service = Absences.class)
public final class Absences {
    private static final String IMPLEMENTATION = "implementation";
    private static final String CAUSED_BY = "Caused by: ";

    private final ServiceComponentRuntime components;
    private final BundleSearch bundles;

    @Activate
    public Absences(@Reference ServiceComponentRuntime components, BundleContext context) {
        this.components = requireNonNull(components, "components");
        this.bundles = new BundleSearch(context);
    }

    /** Half a sentence without a full stop: what is missing, and if possible what to do. */
    String why(String implementation) {
        return component(implementation)
                .map(this::why)
                .or(() -> bundles.why(implementation))
                .orElse("implementation \"" + implementation + "\" is not installed: put its jar into deploy/");
    }

    /** Whether the bundle has components at all. */
    boolean hasComponents(Bundle bundle) {
        return !components.getComponentDescriptionDTOs(bundle).isEmpty();
    }

    /**
     * Half a sentence on each component of the bundle that is meant to work, and cannot. One that nobody has configured
     * is not meant to.
     */
    List<String> idle(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .flatMap(configuration -> fault(bundle, configuration).stream()
                        .map(fault -> who(configuration.description) + " " + fault))
                .toList();
    }

    private static Optional<String> fault(Bundle bundle, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION, ComponentConfigurationDTO.ACTIVE ->
                Optional.empty();
            case ComponentConfigurationDTO.SATISFIED -> unloadable(bundle, configuration.description);
            default -> Optional.of(why(configuration));
        };
    }

    private static Optional<String> unloadable(Bundle bundle, ComponentDescriptionDTO description) {
        try {
            bundle.loadClass(description.implementationClass);
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError | IllegalStateException missing) {
            return Optional.of("cannot start: " + missing);
        }
    }

    private static String who(ComponentDescriptionDTO description) {
        return "component " + description.name + " of bundle " + description.bundle.symbolicName + " "
                + description.bundle.version;
    }

    private Optional<ComponentDescriptionDTO> component(String implementation) {
        return components.getComponentDescriptionDTOs().stream()
                .filter(description -> List.of(description.serviceInterfaces).contains(Circulation.class.getName()))
                .filter(description -> implementation.equals(description.properties.get(IMPLEMENTATION)))
                .findFirst();
    }

    private String why(ComponentDescriptionDTO description) {
        String who = who(description);
        if (!components.isComponentEnabled(description)) {
            return who + " is disabled";
        }
        return components.getComponentConfigurationDTOs(description).stream()
                .map(configuration -> who + " " + why(configuration))
                .findFirst()
                .orElse(who + " waits for a configuration of " + pids(description));
    }

    private static String why(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                "waits for a configuration of " + pids(configuration.description);
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> waitsFor(configuration);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                "failed to start: " + cause(Objects.requireNonNullElse(configuration.failure, "no reason is given"));
            default -> "is about to start";
        };
    }

    private static String waitsFor(ComponentConfigurationDTO configuration) {
        for (UnsatisfiedReferenceDTO missing : configuration.unsatisfiedReferences) {
            for (ReferenceDTO reference : configuration.description.references) {
                if (reference.name.equals(missing.name)) {
                    String target = missing.target == null ? "" : " with " + missing.target;
                    return "waits for a service " + reference.interfaceName + target;
                }
            }
        }
        return "waits for a service";
    }

    private static String pids(ComponentDescriptionDTO description) {
        return String.join(", ", Arrays.asList(description.configurationPid));
    }

    /** What lies at the bottom of a stack trace. */
    private static String cause(String trace) {
        List<String> causes = trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .map(line -> line.substring(CAUSED_BY.length()))
                .toList();
        return (causes.isEmpty() ? trace.lines().findFirst().orElse("") : causes.get(causes.size() - 1)).strip();
    }
}
