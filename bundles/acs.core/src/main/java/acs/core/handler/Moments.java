// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.SipDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When things happened, as far as a terminal's clock can be believed: not before 1900, and not in the future. */
final class Moments {
    private static final int FIRST_YEAR = 1900;

    private Moments() {}

    /** When an item came back, if the terminal says so believably. */
    static Optional<ZonedDateTime> returned(Message request, Visit visit) {
        return believable(request.get(Fixed.RETURN_DATE), visit).filter(at -> !at.isAfter(visit.now()));
    }

    /**
     * When a stored transaction took place: now, if the terminal does not say or its clock is ahead.
     *
     * @return empty if it says something that is no date, so that the transaction cannot be placed
     */
    static Optional<ZonedDateTime> stored(Message request, Visit visit) {
        SipDate date = request.get(Fixed.TRANSACTION_DATE);
        return date.isBlank()
                ? Optional.of(visit.now())
                : believable(date, visit).map(at -> at.isAfter(visit.now()) ? visit.now() : at);
    }

    /** What the terminal told the patron, off-line, about the end of a loan from that moment on. */
    static Optional<ZonedDateTime> due(Message request, Visit visit, ZonedDateTime from) {
        return believable(request.get(Fixed.NB_DUE_DATE), visit).filter(due -> due.isAfter(from));
    }

    /** A date in a field; empty also when there is none. */
    static Optional<ZonedDateTime> in(Message request, Field field, Visit visit) {
        return SipDate.parse(request.get(field)).in(visit.institution().zone());
    }

    private static Optional<ZonedDateTime> believable(SipDate date, Visit visit) {
        return date.in(visit.institution().zone()).filter(at -> at.getYear() >= FIRST_YEAR);
    }
}
