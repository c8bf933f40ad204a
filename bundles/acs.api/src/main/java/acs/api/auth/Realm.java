// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

/**
 * Whose names are asked about.
 *
 * @param kind terminals that log in, or patrons with a PIN
 * @param institution the id of the institution they belong to
 * @param implementation the name of the implementation that answers for that institution
 */
public record Realm(Kind kind, String institution, String implementation) {

    /** Terminals or people. */
    public enum Kind {
        TERMINAL,
        PATRON
    }
}
