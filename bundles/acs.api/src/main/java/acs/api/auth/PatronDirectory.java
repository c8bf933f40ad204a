// SPDX-License-Identifier: Apache-2.0
package acs.api.auth;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An authenticator that knows more of people than their secrets; registered as an {@link Authenticator}.
 *
 * <p>Where the implementation of an institution is able to, see {@code PatronSync}, patrons whom a directory vouches for
 * are created and brought up to date by what it says of them.
 */
@ConsumerType
public interface PatronDirectory extends Authenticator {

    /**
     * Whether the secret is that of the name, and whose name it is; otherwise as {@link #authenticate}.
     *
     * @param realm whose names these are
     * @param name as typed or scanned, unchecked
     * @param secret never empty; not to be kept
     */
    Identification identify(Realm realm, String name, char[] secret);

    @Override
    default Verdict authenticate(Realm realm, String name, char[] secret) {
        return identify(realm, name, secret).verdict();
    }
}
