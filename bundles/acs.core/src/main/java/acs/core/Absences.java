// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.circulation.Circulation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private Optional<ComponentDescriptionDTO> component(String implementation) {
        return components.getComponentDescriptionDTOs().stream()
                .filter(description -> List.of(description.serviceInterfaces).contains(Circulation.class.getName()))
                .filter(description -> implementation.equals(description.properties.get(IMPLEMENTATION)))
                .findFirst();
    }

    private String why(ComponentDescriptionDTO description) {
        String who = "component " + description.name + " of bundle " + description.bundle.symbolicName + " "
                + description.bundle.version;
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
                "failed to start: "
                        + firstLine(Objects.requireNonNullElse(configuration.failure, "no reason is given"));
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

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
