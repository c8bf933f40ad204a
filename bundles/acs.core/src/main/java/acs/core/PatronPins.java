// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.util.Objects.requireNonNull;

import acs.api.Institution;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import acs.api.circulation.Pins;
import acs.core.handler.Pin;
import java.util.Arrays;

/** Finds out whether a PIN is a patron's: the directories are asked first, then the library itself. */
final class PatronPins {
    /** What the library calls the name that a patron has in directories. */
    private static final String USER_ID = "userid";

    private final Authenticators authenticators;

    PatronPins(Authenticators authenticators) {
        this.authenticators = requireNonNull(authenticators, "authenticators");
    }

    Pin check(Circulation library, Context context, Patron patron, String sent) throws CirculationException {
        char[] secret = sent.toCharArray();
        try {
            return switch (ask(context.institution(), patron, secret)) {
                case ACCEPT -> Pin.RIGHT;
                case REJECT -> Pin.WRONG;
                case UNAVAILABLE -> Pin.UNAVAILABLE;
                case ABSTAIN -> askLibrary(library, context, patron, secret);
            };
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private Verdict ask(Institution institution, Patron patron, char[] secret) throws CirculationException {
        Realm realm = new Realm(Realm.Kind.PATRON, institution.id(), institution.implementation());
        try {
            return authenticators.ask(realm, patron.attributes().getOrDefault(USER_ID, patron.id()), secret);
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
