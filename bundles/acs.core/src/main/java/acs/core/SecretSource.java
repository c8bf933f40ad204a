// SPDX-License-Identifier: Apache-2.0
package acs.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a secret that a configuration only points to is taken from: {@code $[env:NAME]} is an environment variable,
 * {@code $[file:PATH]} the first line of a file. It is looked up each time, so that it can be changed.
 */
final class SecretSource {
    private static final String ENV = "$[env:";
    private static final String FILE = "$[file:";
    private static final int LIMIT = 4096;

    private SecretSource() {}

    static boolean isReference(String configured) {
        return configured.endsWith("]") && (configured.startsWith(ENV) || configured.startsWith(FILE));
    }

    /**
     * The secret itself: what is pointed to, or the text as it is.
     *
     * @throws IOException if the file cannot be read; the message names it
     * @throws IllegalArgumentException if there is nothing at the place; the message names it
     */
    static String resolve(String configured) throws IOException {
        if (!isReference(configured)) {
            return configured;
        }
        if (configured.startsWith(ENV)) {
            String name = configured.substring(ENV.length(), configured.length() - 1);
            return nonEmpty("environment variable " + name, System.getenv().getOrDefault(name, ""));
        }
        return read(configured.substring(FILE.length(), configured.length() - 1));
    }

    private static String read(String path) throws IOException {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > LIMIT) {
                throw new IllegalArgumentException("file " + path + " is too large (expected: a password)");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return nonEmpty("file " + path, text.lines().findFirst().orElse(""));
        } catch (InvalidPathException notAPath) {
            throw new IllegalArgumentException("file " + path + " (expected: a path)", notAPath);
        }
    }

    private static String nonEmpty(String place, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(place + " is empty (expected: a password)");
        }
        return secret;
    }
}
