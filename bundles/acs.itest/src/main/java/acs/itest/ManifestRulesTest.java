// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

class ManifestRulesTest {

    /** The tests themselves may look at everything. */
    private static final String TESTS = "acs.itest";

    @Test
    void everyBundleKeepsTheRules(@InjectBundleContext BundleContext felix) {
        List<Manifest> ours = Arrays.stream(felix.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("acs."))
                .filter(bundle -> !bundle.getSymbolicName().equals(TESTS))
                .map(Manifest::of)
                .toList();

        assertThat(ours)
                .extracting(Manifest::bundle)
                .contains("acs.api", "acs.sip2", "acs.core", "acs.transport.mina", "acs.implementation.ils");
        assertThat(ManifestRules.breaches(ours)).isEmpty();
    }

    @Test
    void everyBundleIsActive(@InjectBundleContext BundleContext felix) {
        assertThat(felix.getBundles()).allSatisfy(bundle -> assertThat(bundle.getState())
                .as(bundle.getSymbolicName())
                .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void namesAnEdgeThatIsNotInTheTable() {
        assertThat(breaches(Manifest.of(
                        "acs.transport.mina",
                        "Import-Package",
                        "acs.sip2;version=\"[1.0,2)\"",
                        "org.slf4j",
                        "java.util")))
                .containsExactly("acs.transport.mina must not import acs.sip2");
    }

    @Test
    void keepsTheDatabaseInOneBundle() {
        assertThat(breaches(Manifest.of("acs.implementation.ils", "Import-Package", "java.sql", "javax.sql")))
                .isEmpty();
        assertThat(breaches(Manifest.of("acs.core", "Import-Package", "java.sql", "javax.sql")))
                .containsExactlyInAnyOrder("acs.core must not import java.sql", "acs.core must not import javax.sql");
    }

    @Test
    void namesOptionalAndDynamicImports() {
        assertThat(breaches(
                        Manifest.of("acs.core", "Import-Package", "acs.api;resolution:=optional;version=\"[1.0,2)\"")))
                .containsExactly("acs.core imports acs.api optionally");
        assertThat(breaches(Manifest.of("acs.core", "DynamicImport-Package", "*")))
                .containsExactly("acs.core must not have DynamicImport-Package");
    }

    @Test
    void namesExportsOfWhatIsSwapped() {
        assertThat(breaches(Manifest.of("acs.implementation.demo", "Export-Package", "acs.implementation.demo")))
                .containsExactly("acs.implementation.demo must not export acs.implementation.demo");
    }

    @Test
    void namesSplitAndForeignPackages() {
        Manifest core = new Manifest("acs.core", Map.of(), Set.of("acs.core", "acs.core.gate"));
        Manifest shell = new Manifest("acs.shell", Map.of(), Set.of("acs.shell", "acs.core.gate"));

        assertThat(ManifestRules.breaches(List.of(core, shell)))
                .containsExactly(
                        "acs.shell must not contain acs.core.gate",
                        "acs.core.gate is split over [acs.core, acs.shell]");
    }

    @Test
    void namesABundleThatIsNotInTheTable() {
        assertThat(breaches(Manifest.of("acs.surprise", "Import-Package", "java.util")))
                .containsExactly("acs.surprise is not in the table of who may import whom");
    }

    private static List<String> breaches(Manifest bundle) {
        return ManifestRules.breaches(List.of(bundle));
    }
}
