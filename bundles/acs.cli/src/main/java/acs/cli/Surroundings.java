// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import java.nio.file.Path;

/** Where this command runs: the server's folders, and whether a person is at the terminal, as {@code bin/acs} found out. */
final class Surroundings {
    private Surroundings() {}

    /** The distribution. */
    static Path home() {
        return folder("acs.home");
    }

    /** Configuration. */
    static Path etc() {
        return folder("acs.etc");
    }

    /** Everything that changes at run time. */
    static Path data() {
        return folder("acs.data");
    }

    /** Whether standard input is a terminal. (What Java says of it depends on its version.) */
    static boolean onTerminal() {
        return Boolean.getBoolean("acs.terminal");
    }

    /** Whether a progress bar can be shown: standard error is a terminal. */
    static boolean showsProgress() {
        return Boolean.getBoolean("acs.progress");
    }

    private static Path folder(String property) {
        String path = System.getProperty(property);
        if (path == null) {
            throw new IllegalStateException(property + " is not set: start with bin/acs");
        }
        return Path.of(path);
    }
}
