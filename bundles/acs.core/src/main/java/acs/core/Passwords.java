// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Account;
import acs.api.Institution;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether what a terminal sent is the password of its account: against the configuration, in whichever form it is
 * there, or else against the directories. Safe for use by many threads.
 */
final class Passwords {
    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final String BCRYPT = "{bcrypt}";
    /** The algorithm looks at no more bytes than this. */
    private static final int BCRYPT_LIMIT = 72;

    private final KnownInstitutions institutions;
    private final Authenticators authenticators;
    private final RememberedSecrets remembered = new RememberedSecrets();

    Passwords(KnownInstitutions institutions, Authenticators authenticators) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.authenticators = requireNonNull(authenticators, "authenticators");
    }

    /** The verdict, if it takes no time to find it: no hash to compute, no file to read, nobody to ask. */
    Optional<Verdict> checkAtOnce(Account account, String sent) {
        String configured = account.password().reveal();
        if (sent.isEmpty()) {
            return Optional.of(Verdict.REJECT);
        }
        if (configured.isEmpty() || SecretSource.isReference(configured)) {
            return Optional.empty();
        }
        if (configured.startsWith(BCRYPT)) {
            return remembered.isRight(account.id(), configured, sent) ? Optional.of(Verdict.ACCEPT) : Optional.empty();
        }
        return Optional.of(remembered.areSame(configured, sent) ? Verdict.ACCEPT : Verdict.REJECT);
    }

    /** Whether it hashes rather than waits, so that as many at once as there are processors are enough. */
    static boolean isHashed(Account account) {
        return account.password().reveal().startsWith(BCRYPT);
    }

    /** ACCEPT, REJECT, or UNAVAILABLE if nobody could tell; never ABSTAIN. Why is in the log. */
    Verdict check(Account account, String sent) throws InterruptedException {
        if (sent.isEmpty()) {
            return Verdict.REJECT;
        }
        String configured = account.password().reveal();
        if (configured.isEmpty()) {
            return ask(account, sent);
        }
        try {
            return isRight(account, SecretSource.resolve(configured), sent) ? Verdict.ACCEPT : Verdict.REJECT;
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warn("The configured password of account {} cannot be used: {}", account.id(), unusable.getMessage());
            return Verdict.UNAVAILABLE;
        }
    }

    private boolean isRight(Account account, String expected, String sent) {
        if (!expected.startsWith(BCRYPT)) {
            return remembered.areSame(expected, sent);
        }
        if (remembered.isRight(account.id(), expected, sent)) {
            return true;
        }
        byte[] secret = sent.getBytes(StandardCharsets.UTF_8);
        if (secret.length > BCRYPT_LIMIT) {
            return false;
        }
        byte[] hash = expected.substring(BCRYPT.length()).getBytes(StandardCharsets.US_ASCII);
        BCrypt.Result result = BCrypt.verifyer().verify(secret, hash);
        if (!result.validFormat) {
            throw new IllegalArgumentException("it is not a bcrypt hash: " + result.formatErrorMessage);
        }
        if (result.verified) {
            remembered.remember(account.id(), expected, sent);
        }
        return result.verified;
    }

    private Verdict ask(Account account, String sent) throws InterruptedException {
        Optional<Institution> institution = institutions.find(account.institution());
        Realm realm = new Realm(
                Realm.Kind.TERMINAL,
                account.institution(),
                institution.map(Institution::implementation).orElse(""));
        Verdict verdict = authenticators.ask(realm, account.id(), sent.toCharArray());
        if (verdict == Verdict.ABSTAIN) {
            LOG.warn("Account {} has no password in the configuration, and no directory knows it", account.id());
            return Verdict.REJECT;
        }
        if (verdict == Verdict.UNAVAILABLE) {
            LOG.warn("Account {} cannot log in: the directory that knows its password gives no answer", account.id());
        }
        return verdict;
    }
}
