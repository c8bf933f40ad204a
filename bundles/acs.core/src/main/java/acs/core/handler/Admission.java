// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Refusal;
import acs.sip2.Field;
import acs.sip2.Message;

/** Lets something be done for a patron: who AA names, and as far as AD proves that it is them. */
enum Admission {
    /** A PIN is needed where the account says so; one that was sent must be right everywhere. */
    PROVEN {
        @Override
        Pin ask(Visit visit, Patron patron, String pin) throws CirculationException {
            Pin found = visit.pin(patron, pin);
            return found == Pin.NOT_SENT && !visit.account().rights().pinRequired() ? Pin.RIGHT : found;
        }
    },
    /** Nobody was at the terminal to be asked for a PIN, but a wrong one does not pass. */
    NOT_DISPROVEN {
        @Override
        Pin ask(Visit visit, Patron patron, String pin) throws CirculationException {
            return visit.pin(patron, pin) == Pin.WRONG ? Pin.WRONG : Pin.RIGHT;
        }
    },
    /** The PIN is of interest only where the account says that it is needed. */
    IF_REQUIRED {
        @Override
        Pin ask(Visit visit, Patron patron, String pin) throws CirculationException {
            return visit.account().rights().pinRequired() ? visit.pin(patron, pin) : Pin.RIGHT;
        }
    },
    /** What happened has happened. */
    WITHOUT_PIN {
        @Override
        Pin ask(Visit visit, Patron patron, String pin) {
            return Pin.RIGHT;
        }
    };

    /** What is done for the patron. */
    @FunctionalInterface
    interface Act<T> {
        Outcome<T> by(Patron patron) throws CirculationException;
    }

    /** What came of it, or why it was not done. */
    <T> Outcome<T> admit(Message request, Visit visit, Act<T> act) throws CirculationException {
        Patron patron = visit.findPatron(Sent.id(request, Field.AA)).orElse(null);
        if (patron == null) {
            return Outcome.refused(Refusal.PATRON_UNKNOWN);
        }
        return switch (ask(visit, patron, request.get(Field.AD))) {
            case RIGHT -> act.by(patron);
            case WRONG -> Outcome.refused(Refusal.PIN_WRONG);
            case NOT_SENT -> Outcome.refused(Refusal.PIN_MISSING);
            case UNAVAILABLE -> Outcome.refused(Refusal.UNAVAILABLE);
        };
    }

    abstract Pin ask(Visit visit, Patron patron, String pin) throws CirculationException;
}
