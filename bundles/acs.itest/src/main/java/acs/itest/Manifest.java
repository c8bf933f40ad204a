// SPDX-License-Identifier: Apache-2.0
package acs.itest;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** What a finished bundle asks of others, gives to others and carries inside. */
record Manifest(String bundle, Map<String, String> headers, Set<String> packages) {

    /** Separates the clauses of a header; a comma between quotes does not. */
    private static final Pattern CLAUSE = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static Manifest of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        Map<String, String> copy = Collections.list(headers.keys()).stream()
                .collect(toUnmodifiableMap(name -> name, name -> String.valueOf(headers.get(name))));
        return new Manifest(bundle.getSymbolicName(), copy, packagesOf(bundle));
    }

    Set<String> imports() {
        return names(Constants.IMPORT_PACKAGE);
    }

    Set<String> exports() {
        return names(Constants.EXPORT_PACKAGE);
    }

    /** Imports that the bundle would start without. */
    Set<String> optionalImports() {
        return clauses(Constants.IMPORT_PACKAGE)
                .filter(clause ->
                        clause.contains(";resolution:=optional") || clause.contains(";resolution:=\"optional\""))
                .map(Manifest::name)
                .collect(toUnmodifiableSet());
    }

    boolean has(String header) {
        return headers.containsKey(header);
    }

    private Set<String> names(String header) {
        return clauses(header).map(Manifest::name).collect(toUnmodifiableSet());
    }

    private Stream<String> clauses(String header) {
        return CLAUSE.splitAsStream(headers.getOrDefault(header, ""))
                .map(clause -> clause.replaceAll("\\s", ""))
                .filter(clause -> !clause.isEmpty());
    }

    private static String name(String clause) {
        int end = clause.indexOf(';');
        return end < 0 ? clause : clause.substring(0, end);
    }

    private static Set<String> packagesOf(Bundle bundle) {
        var classes = bundle.findEntries("/", "*.class", true);
        if (classes == null) {
            return Set.of();
        }
        return Collections.list(classes).stream()
                .map(URL::getPath)
                .map(path ->
                        path.substring(1, Math.max(1, path.lastIndexOf('/'))).replace('/', '.'))
                .collect(toUnmodifiableSet());
    }

    /** As a bundle without any code would have it, for the tests of the rules themselves. */
    static Manifest of(String bundle, String header, String... values) {
        return new Manifest(bundle, Map.of(header, String.join(",", values)), Set.of());
    }
}
