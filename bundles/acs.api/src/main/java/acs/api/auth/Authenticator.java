// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks a name and a secret against a directory of people or terminals.
 *
 * <p>Registered as a service. All authenticators are asked in order of service ranking, until one does not abstain. An
 * authenticator is called by many threads at once; it may block, within a bound of its own.
 */
@ConsumerType
public interface Authenticator {

    /**
     * The service property that names the one {@linkplain Realm.Kind kind} of realm it is to be asked about; without it it
     * is asked about all. An authenticator that lives in the bundle of an implementation must not be asked about patrons:
     * while the two are replaced together, each request in flight would wait for the successor of the one and so keep the
     * other from leaving. Patrons' PINs are then the business of {@code Pins}.
     */
    String REALM = "realm";

    /**
     * Whether the secret is that of the name.
     *
     * @param realm whose names these are
     * @param name as typed or scanned, unchecked: escape it before it becomes part of a query
     * @param secret never empty; the caller erases it after the call, so do not keep it
     * @return the verdict; anything thrown counts as {@link Verdict#UNAVAILABLE}
     */
    Verdict authenticate(Realm realm, String name, char[] secret);
}
