// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

/** The library that transcripts take place in. */
public interface Stage {
    /** A core with the library as it is at the beginning of every transcript. */
    AcsCore.Builder set(Transcript transcript);

    /**
     * Makes happen what a transcript says is {@code given}, e.g. that an item was due yesterday.
     *
     * @throws IllegalArgumentException if nobody knows how
     */
    default void given(String sentence) {
        throw new IllegalArgumentException("given: " + sentence + " (expected: a sentence that the test knows)");
    }
}
