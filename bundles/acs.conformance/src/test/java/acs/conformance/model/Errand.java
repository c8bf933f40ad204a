// SPDX-License-Identifier: Apache-2.0
package acs.conformance.model;

/**
 * A request and what must come of it; both messages without trailer.
 *
 * @param answer how the answer begins
 * @param contains what else is in it
 * @param effect what it changes, in the model
 */
record Errand(String request, String answer, String contains, Runnable effect) {

    /** A question: it changes nothing. */
    static Errand question(String request, String answer, String contains) {
        return new Errand(request, answer, contains, () -> {});
    }
}
