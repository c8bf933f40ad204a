// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the file says of sequence numbers and checksums, for all accounts and for one. */
final class ErrorDetect {
    static final String ENABLED = "enabled";

    private static final List<String> WORDS = List.of(ENABLED, "required", "disabled", "true", "false", "1", "0");

    private ErrorDetect() {}

    /** The attribute {@code error-detect} of a login. */
    static Optional<String> ofLogin(Node login) {
        return word(login, "error-detect");
    }

    /** The attribute {@code enabled} of the element {@code error-detect}. */
    static Optional<String> ofFile(Node errorDetect) {
        return word(errorDetect, "enabled");
    }

    private static Optional<String> word(Node node, String name) {
        Optional<String> value = node.text(name);
        if (value.isPresent() && !WORDS.contains(value.get().strip().toLowerCase(Locale.ROOT))) {
            node.wrong(name, "enabled, required, disabled");
            return Optional.empty();
        }
        return value.map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "required" -> "required";
            case "disabled", "false", "0" -> "disabled";
            default -> ENABLED;
        });
    }
}
