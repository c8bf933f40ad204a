// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Circulation;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Why an implementation is not there. */
class AbsencesTest {

    /** A runtime with one component, in one state. */
    private record OneComponent(
            ComponentDescriptionDTO description, List<ComponentConfigurationDTO> configurations, boolean enabled)
            implements ServiceComponentRuntime {

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            return List.of(description);
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            return description;
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO of) {
            return configurations;
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO of) {
            return enabled;
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO of) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO of) {
            throw new UnsupportedOperationException();
        }
    }

    private static ComponentDescriptionDTO description() {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = "acs.implementation.ils.Ils";
        description.bundle = new BundleDTO();
        description.bundle.symbolicName = "acs.implementation.ils";
        description.bundle.version = "1.0.0";
        description.serviceInterfaces = new String[] {Circulation.class.getName()};
        description.properties = Map.of("implementation", "ILS");
        description.configurationPid = new String[] {"acs.implementation.ils"};
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "drivers";
        reference.interfaceName = "org.osgi.service.jdbc.DataSourceFactory";
        description.references = new ReferenceDTO[] {reference};
        return description;
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.description = description();
        configuration.state = state;
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "drivers";
        missing.target = "(osgi.jdbc.driver.name=h2)";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        configuration.failure = "java.lang.IllegalStateException: locked\n\tat somewhere";
        return configuration;
    }

    private static BundleContext context(Bundle... bundles) {
        return (BundleContext) Proxy.newProxyInstance(
                AbsencesTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getBundles") ? bundles : null);
    }

    private static String why(boolean enabled, ComponentConfigurationDTO... configurations) {
        return new Absences(new OneComponent(description(), List.of(configurations), enabled), context()).why("ILS");
    }

    @Test
    void saysWhatAComponentWaitsFor() {
        String who = "component acs.implementation.ils.Ils of bundle acs.implementation.ils 1.0.0 ";

        assertThat(why(true, configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE)))
                .isEqualTo(who + "waits for a service org.osgi.service.jdbc.DataSourceFactory"
                        + " with (osgi.jdbc.driver.name=h2)");
        assertThat(why(true, configuration(ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION)))
                .isEqualTo(who + "waits for a configuration of acs.implementation.ils");
        assertThat(why(true)).isEqualTo(who + "waits for a configuration of acs.implementation.ils");
        assertThat(why(true, configuration(ComponentConfigurationDTO.FAILED_ACTIVATION)))
                .isEqualTo(who + "failed to start: java.lang.IllegalStateException: locked");
        assertThat(why(true, configuration(ComponentConfigurationDTO.SATISFIED)))
                .isEqualTo(who + "is about to start");
        assertThat(why(false)).isEqualTo(who + "is disabled");
    }

    @Test
    void saysWhatToDoWhenNothingIsThere() {
        Absences absences = new Absences(new OneComponent(description(), List.of(), true), context());

        assertThat(absences.why("SIP2"))
                .isEqualTo("implementation \"SIP2\" is not installed: put its jar into deploy/");
    }

    @Test
    void isPartOfTheAnswerToWhy() {
        AtomicReference<String> asked = new AtomicReference<>("");
        try (Harness harness = new Harness(Harness.settings())) {
            InstitutionReport report = new InstitutionReport(
                    harness.settings,
                    harness.calls,
                    harness.institutions,
                    harness.implementations,
                    name -> {
                        asked.set(name);
                        return "it is gone";
                    },
                    List::of,
                    List::of);
            assertThat(report.why("MAIN")).isEqualTo("Institution MAIN is not configured; configured is none.");
            harness.institution(Harness.institution("MAIN", Harness.policy(100, 3)));
            assertThat(report.why("MAIN")).isEqualTo("Institution MAIN is not served: it is gone.");
            assertThat(asked).hasValue("SHELF");
            assertThat(report.institutions()).singleElement().satisfies(status -> {
                assertThat(status.served()).isFalse();
                assertThat(status.provider()).isEmpty();
            });
            harness.implementation("SHELF", new Shelf());
            assertThat(report.why("MAIN")).startsWith("Institution MAIN is served by implementation SHELF of bundle ");
            assertThat(report.institutions()).singleElement().satisfies(status -> assertThat(status.served())
                    .isTrue());
            assertThat(report.why("BR2")).isEqualTo("Institution BR2 is not configured; configured are MAIN.");
        }
    }
}
