// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Looks among the bundles that do not run for one that would bring an implementation. */
final class BundleSearch {
    private static final String COMPONENTS = "Service-Component";

    private final BundleContext context;

    BundleSearch(BundleContext context) {
        this.context = context;
    }

    /** Half a sentence on the bundle that would bring it; empty if there is none. */
    Optional<String> why(String implementation) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && brings(bundle, implementation))
                .findFirst()
                .map(this::why);
    }

    /** Half a sentence on why the bundle, which is not active, does not run. */
    String why(Bundle bundle) {
        String who = "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
        if (bundle.getState() != Bundle.INSTALLED) {
            return who + " is not started";
        }
        return missing(bundle).map(what -> who + " cannot run: " + what).orElse(who + " is installed and not resolved");
    }

    private Optional<String> missing(Bundle bundle) {
        FrameworkWiring framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (framework == null || revision == null) {
            return Optional.empty();
        }
        return revision.getRequirements(null).stream()
                .filter(BundleSearch::isMandatory)
                .filter(requirement -> framework.findProviders(requirement).isEmpty())
                .map(BundleSearch::describe)
                .findFirst();
    }

    private static boolean isMandatory(Requirement requirement) {
        String effective = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "");
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) && !resolution.equals(Namespace.RESOLUTION_OPTIONAL);
    }

    private static String describe(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        if (requirement.getNamespace().equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            return "it needs another Java, " + filter + ", and this is "
                    + Runtime.version().feature();
        }
        return "nobody provides " + requirement.getNamespace() + " " + filter;
    }

    private static boolean brings(Bundle bundle, String implementation) {
        String components = bundle.getHeaders().get(COMPONENTS);
        if (components == null) {
            return false;
        }
        return Arrays.stream(components.split(",", -1))
                .map(path -> read(bundle.getEntry(path.strip())))
                .anyMatch(xml ->
                        xml.contains("name=\"implementation\"") && xml.contains("value=\"" + implementation + "\""));
    }

    private static String read(@Nullable URL entry) {
        if (entry == null) {
            return "";
        }
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
