// SPDX-License-Identifier: Apache-2.0
package acs.api.data;

import org.osgi.annotation.versioning.ConsumerType;

/** Wants to know how far a long piece of work is; told some times a second, by the thread that does it. */
@FunctionalInterface
@ConsumerType
public interface Progress {

    /** The steps, in their order. */
    enum Step {
        /** Reads the files and checks every row; counted in bytes. */
        CHECK,
        /** Turns PINs given as plain text into hashes; counted in PINs. */
        HASH,
        /** Writes the rows to the database; counted in rows. */
        LOAD,
        /** Writes the files; counted in rows. */
        SAVE
    }

    /**
     * So much of a step is done.
     *
     * @param step which one; one that has nothing to do is left out
     * @param done 0..total, never less than told before for this step
     * @param total the same for the whole of a step
     */
    void reached(Step step, long done, long total);

    /** Tells nobody. */
    static Progress none() {
        return (step, done, total) -> {};
    }
}
