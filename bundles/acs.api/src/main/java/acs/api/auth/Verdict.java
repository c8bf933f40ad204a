// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

/** What an authenticator says of a name and a secret. */
public enum Verdict {
    /** The secret is right. */
    ACCEPT,
    /** The name is known and the secret is wrong: nobody else is asked. */
    REJECT,
    /** The name is not known here: the next one is asked. */
    ABSTAIN,
    /** The directory did not answer. Never shown as a wrong secret. */
    UNAVAILABLE
}
