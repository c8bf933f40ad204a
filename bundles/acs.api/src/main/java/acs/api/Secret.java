// SPDX-License-Identifier: Apache-2.0
package acs.api;

/** A text that must not be seen: its {@link #toString} masks it. Immutable. */
public final class Secret {
    private static final Secret NONE = new Secret("");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** The absence of a secret. */
    public static Secret none() {
        return NONE;
    }

    /** Keeps the text from then on. */
    public static Secret of(String text) {
        return text.isEmpty() ? NONE : new Secret(text);
    }

    /** Whether there is none. */
    public boolean isNone() {
        return text.isEmpty();
    }

    /** The text itself; for comparing, never for showing. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "***";
    }
}
