// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.auth.DirectoryEntry;
import acs.api.auth.Identification;
import acs.api.auth.Realm;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import acs.api.circulation.PatronSync;
import acs.api.circulation.Pins;
import acs.core.handler.Pin;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a PIN is a patron's: the directories are asked first, then the library itself. */
final class PatronPins {
    private static final Logger LOG = LoggerFactory.getLogger(PatronPins.class);
    /** What the library calls the name that a patron has in directories. */
    private static final String USER_ID = "userid";

    private final Authenticators authenticators;

    PatronPins(Authenticators authenticators) {
        this.authenticators = requireNonNull(authenticators, "authenticators");
    }

    Pin check(Circulation library, Context context, Patron patron, String sent) throws CirculationException {
        char[] secret = sent.toCharArray();
        try {
            String name = patron.attributes().getOrDefault(USER_ID, patron.id());
            Identification answer = ask(context.institution(), name, secret);
            return switch (answer.verdict()) {
                case ACCEPT -> {
                    answer.entry()
                            .filter(DirectoryEntry::updates)
                            .ifPresent(entry -> synchronise(library, context, entry, secret));
                    yield Pin.RIGHT;
                }
                case REJECT -> Pin.WRONG;
                case UNAVAILABLE ->
                    answer.fallback() && askLibrary(library, context, patron, secret) == Pin.RIGHT
                            ? Pin.RIGHT
                            : Pin.UNAVAILABLE;
                case ABSTAIN -> askLibrary(library, context, patron, secret);
            };
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Has a patron created whom the library does not know, if a directory vouches for them and the site wants it so. */
    void introduce(Circulation library, Context context, String name, String sent) throws CirculationException {
        if (!(library instanceof PatronSync)) {
            return;
        }
        char[] secret = sent.toCharArray();
        try {
            ask(context.institution(), name, secret)
                    .entry()
                    .ifPresent(entry -> synchronise(library, context, entry, secret));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** What the directory says of the patron is worth something without it, so that its failure is nobody's. */
    private static void synchronise(Circulation library, Context context, DirectoryEntry entry, char[] secret) {
        if (!(library instanceof PatronSync sync)) {
            return;
        }
        try {
            PatronSync.Change change = sync.synchronise(context, entry, secret);
            LOG.debug(
                    "A patron of institution {} is synchronised: {}",
                    context.institution().id(),
                    change);
        } catch (CirculationException | RuntimeException failure) {
            LOG.warn(
                    "Institution {} could not synchronise a patron with a directory: {}",
                    context.institution().id(),
                    failure.getMessage());
        }
    }

    private Identification ask(Institution institution, String name, char[] secret) throws CirculationException {
        Realm realm = new Realm(Realm.Kind.PATRON, institution.id(), institution.implementation());
        try {
            return authenticators.identify(realm, name, secret);
        } catch (InterruptedException timeIsUp) {
            Thread.currentThread().interrupt();
            throw new CirculationException("asking the directories for a PIN was interrupted", timeIsUp);
        }
    }

    private static Pin askLibrary(Circulation library, Context context, Patron patron, char[] secret)
            throws CirculationException {
        if (!(library instanceof Pins pins)) {
            return Pin.UNAVAILABLE;
        }
        return switch (pins.check(context, patron.id(), secret)) {
            case RIGHT -> Pin.RIGHT;
            case WRONG, NONE -> Pin.WRONG;
        };
    }
}
