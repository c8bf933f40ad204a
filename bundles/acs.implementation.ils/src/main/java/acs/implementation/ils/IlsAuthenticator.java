// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.auth.Authenticator;
import acs.api.auth.Realm;
import acs.api.auth.Verdict;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Pins.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets terminals log in as a patron of the library who has the permission {@code circulate}; asked after directories.
 *
 * <p>Patrons' PINs are not its business: {@link IlsCirculation} checks them.
 */
@Component(
        service = Authenticator.class,
        property = {"service.ranking:Integer=-1000", Authenticator.REALM + "=TERMINAL"})
public final class IlsAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(IlsAuthenticator.class);
    private static final String IMPLEMENTATION = "ILS";
    private static final String PERMISSION = "circulate";

    private final Store store;

    /** Made when the store is there; the database itself may not be. */
    @Activate
    public IlsAuthenticator(@Reference IlsStore store) {
        this(store.store());
    }

    IlsAuthenticator(Store store) {
        this.store = store;
    }

    @Override
    public Verdict authenticate(Realm realm, String name, char[] secret) {
        if (realm.kind() != Realm.Kind.TERMINAL || !realm.implementation().equals(IMPLEMENTATION)) {
            return Verdict.ABSTAIN;
        }
        try {
            return store.guarded(database -> verdict(database, name, secret));
        } catch (CirculationException failure) {
            LOG.warn("ILS: terminal {} could not be checked: {}", name, failure.getMessage());
            return Verdict.UNAVAILABLE;
        }
    }

    private Verdict verdict(Database database, String name, char[] secret) throws CirculationException {
        Optional<PatronRow> patron = database.read("find terminal", session -> PatronRow.find(session, name));
        if (patron.isEmpty() || !mayCirculate(patron.get())) {
            return Verdict.ABSTAIN;
        }
        Check check = new PinDesk(database, store.pins(), store.settings().pinCost(), store.background())
                .check(name, secret, OptionalInt.empty());
        return check == Check.RIGHT ? Verdict.ACCEPT : Verdict.REJECT;
    }

    private boolean mayCirculate(PatronRow patron) {
        LocalDate today = LocalDate.now(store.settings().zone());
        boolean good = !patron.cardLost()
                && patron.expires().filter(end -> end.isBefore(today)).isEmpty()
                && !patron.terminalBlocked()
                && patron.restricted().isEmpty();
        return good && List.of(patron.permissions().split("[\\s,]+", -1)).contains(PERMISSION);
    }
}
