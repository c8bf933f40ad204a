// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** Who may import whom, as a table over the finished manifests. */
final class ManifestRules {

    /**
     * The packages each bundle may import, besides {@code java.*}; a trailing {@code .*} takes in what lies below.
     * The database is the business of the one bundle that lists it.
     */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("acs.api", List.of("acs.api.*")),
            Map.entry("acs.sip2", List.of("acs.sip2.*")),
            Map.entry("acs.rules", List.of("acs.rules.*")),
            Map.entry(
                    "acs.core",
                    List.of(
                            "acs.api.*",
                            "acs.rules",
                            "acs.sip2.*",
                            "at.favre.lib.crypto.bcrypt",
                            "javax.crypto.*",
                            "org.osgi.*",
                            "org.slf4j.*")),
            Map.entry(
                    "acs.transport.mina",
                    List.of(
                            "acs.api.status",
                            "acs.api.swap",
                            "acs.api.transport",
                            "javax.crypto.*",
                            "javax.net.*",
                            "javax.security.*",
                            "org.apache.mina.*",
                            "org.osgi.*",
                            "org.slf4j.*")),
            Map.entry(
                    "acs.config.koha",
                    List.of(
                            "acs.api.*",
                            "acs.rules",
                            "javax.xml.*",
                            "org.apache.felix.fileinstall",
                            "org.osgi.*",
                            "org.slf4j.*",
                            "org.xml.*")),
            Map.entry(
                    "acs.implementation.ils",
                    List.of(
                            "acs.api.*",
                            "at.favre.lib.*",
                            "com.zaxxer.hikari.*",
                            "java.sql",
                            "javax.crypto.*",
                            "javax.sql",
                            "org.apache.commons.csv",
                            "org.osgi.*",
                            "org.slf4j.*")),
            Map.entry("acs.implementation.demo", List.of("acs.api.*")),
            Map.entry(
                    "acs.auth.ldap",
                    List.of(
                            "acs.api.*",
                            "javax.crypto.*",
                            "javax.net.ssl",
                            "org.apache.directory.*",
                            "org.osgi.*",
                            "org.slf4j.*")),
            Map.entry(
                    "acs.shell",
                    List.of(
                            "acs.api.*",
                            "org.apache.felix.gogo.*",
                            "org.apache.felix.service.*",
                            "org.osgi.*",
                            "org.slf4j.*")),
            Map.entry("acs.client", List.of("acs.sip2.*", "javax.net.*", "org.HdrHistogram.*")));

    /** Packages that are not named after their bundle: libraries that lie inside it. */
    private static final Map<String, List<String>> INSIDE =
            Map.of("acs.implementation.ils", List.of("org.flywaydb.*"), "acs.rules", List.of("com.google.re2j.*"));

    private ManifestRules() {}

    /** Every breach of the rules, as a sentence; none if all is well. */
    static List<String> breaches(Collection<Manifest> bundles) {
        List<String> breaches = new ArrayList<>();
        bundles.forEach(bundle -> breaches.addAll(breaches(bundle)));
        breaches.addAll(splitPackages(bundles));
        return breaches;
    }

    private static List<String> breaches(Manifest bundle) {
        String name = bundle.bundle();
        List<String> allowed = ALLOWED.get(name);
        if (allowed == null) {
            return List.of(name + " is not in the table of who may import whom");
        }
        List<String> breaches = new ArrayList<>();
        bundle.imports().stream()
                .filter(imported -> !isAllowed(imported, allowed))
                .forEach(imported -> breaches.add(name + " must not import " + imported));
        bundle.optionalImports().forEach(imported -> breaches.add(name + " imports " + imported + " optionally"));
        Stream.of(Constants.DYNAMICIMPORT_PACKAGE, Constants.REQUIRE_BUNDLE, Constants.FRAGMENT_HOST)
                .filter(bundle::has)
                .forEach(header -> breaches.add(name + " must not have " + header));
        bundle.exports().stream()
                .filter(exported -> isSwappable(name) || !isIn(exported, name + ".*"))
                .forEach(exported -> breaches.add(name + " must not export " + exported));
        bundle.packages().stream()
                .filter(inside -> !isIn(inside, name + ".*") && !isInAny(inside, INSIDE.getOrDefault(name, List.of())))
                .forEach(inside -> breaches.add(name + " must not contain " + inside));
        return breaches;
    }

    private static List<String> splitPackages(Collection<Manifest> bundles) {
        Map<String, TreeSet<String>> owners = bundles.stream()
                .flatMap(bundle -> bundle.packages().stream().map(inside -> Map.entry(inside, bundle.bundle())))
                .collect(groupingBy(
                        Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().size() > 1)
                .map(owner -> owner.getKey() + " is split over " + owner.getValue())
                .toList();
    }

    /** What is replaced while the server runs keeps nobody else from being so: it exports nothing. */
    private static boolean isSwappable(String bundle) {
        return bundle.startsWith("acs.implementation.") || bundle.startsWith("acs.auth.");
    }

    private static boolean isAllowed(String imported, List<String> allowed) {
        if (imported.startsWith("java.") && !imported.equals("java.sql")) {
            return true;
        }
        return isInAny(imported, allowed);
    }

    private static boolean isInAny(String name, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> isIn(name, pattern));
    }

    private static boolean isIn(String name, String pattern) {
        if (!pattern.endsWith(".*")) {
            return name.equals(pattern);
        }
        String parent = pattern.substring(0, pattern.length() - 2);
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
