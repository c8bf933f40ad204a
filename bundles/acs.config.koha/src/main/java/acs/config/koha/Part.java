// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.api.status.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One listener, account or institution of a {@code SIPconfig.xml}, as a running server is told about it; for tests and
 * tools that have no container.
 *
 * @param factoryPid {@code acs.listener}, {@code acs.account} or {@code acs.institution}
 * @param id its id in the file
 * @param properties texts, whole numbers, booleans and lists of texts, by the names of the configuration; some are secrets
 */
public record Part(String factoryPid, String id, Map<String, Object> properties) {

    public Part {
        properties = Map.copyOf(properties);
    }

    /**
     * Everything that a file configures, what others refer to first.
     *
     * @throws IllegalArgumentException if the file has an error; the message lists all of them
     */
    public static List<Part> allOf(Path file) {
        SipConfig config = SipConfigReader.read(file, List.of());
        if (config.isRefused()) {
            throw new IllegalArgumentException(config.problems().stream()
                    .filter(Problem::isError)
                    .map(Problem::toString)
                    .collect(Collectors.joining("\n")));
        }
        return config.entries().stream()
                .map(entry -> new Part(entry.key().kind().pid(), entry.key().id(), entry.properties()))
                .toList();
    }

    /** Without the properties: some are secrets. */
    @Override
    public String toString() {
        return factoryPid + " " + id;
    }
}
