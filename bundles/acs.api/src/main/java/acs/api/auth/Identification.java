// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a directory says of a name and a secret.
 *
 * @param verdict on the secret
 * @param entry of the person, if the secret is right and the directory was looked up
 * @param fallback with {@link Verdict#UNAVAILABLE}: whether those who are asked next may accept in its stead; they may not
 *     reject
 */
public record Identification(Verdict verdict, Optional<DirectoryEntry> entry, boolean fallback) {
    public Identification {
        requireNonNull(verdict, "verdict");
        requireNonNull(entry, "entry");
    }

    /** The verdict alone. */
    public static Identification of(Verdict verdict) {
        return new Identification(verdict, Optional.empty(), false);
    }

    /** The secret is right, and this is who it is. */
    public static Identification of(DirectoryEntry entry) {
        return new Identification(Verdict.ACCEPT, Optional.of(entry), false);
    }

    /** No answer, and others may accept in its stead. */
    public static Identification unavailableWithFallback() {
        return new Identification(Verdict.UNAVAILABLE, Optional.empty(), true);
    }
}
