// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Charge;
import acs.api.circulation.Context;
import acs.api.circulation.FeeType;
import acs.api.circulation.Hold;
import acs.api.circulation.HoldRequest;
import acs.api.circulation.Holds;
import acs.api.circulation.Outcome;
import acs.api.circulation.Patron;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.core.handler.Memory.OpenHold;
import java.util.Optional;
import java.util.Set;

/** Queues of the small library. Every title has one copy, so a hold is always on that. */
interface MemoryHolds extends Holds {
    Set<String> LIBRARIES = Set.of("MAIN", "BR2");

    Memory memory();

    @Override
    default Outcome<Hold> place(Context context, HoldRequest request) {
        Patron patron = memory().patron(
                        memory().card(request.patron()).orElseThrow(),
                        context.at().toLocalDate());
        Optional<String> item = item(request);
        if (item.isEmpty()) {
            return Outcome.refused(Refusal.ITEM_UNKNOWN);
        }
        if (!patron.may(Privilege.HOLD)) {
            return Outcome.refused(patron.owed().signum() > 0 ? Refusal.PATRON_OWES : Refusal.PATRON_BLOCKED);
        }
        if (!request.pickup().isEmpty() && !LIBRARIES.contains(request.pickup())) {
            return Outcome.refused(Refusal.PICKUP_UNKNOWN);
        }
        if (memory().hold(patron.id(), item.get()).isPresent()) {
            return Outcome.refused(Refusal.HOLD_EXISTS);
        }
        Charge charge = new Charge(FeeType.HOLD, memory().holdFee);
        if (!charge.isNone() && !request.feeAccepted()) {
            return Outcome.<Hold>refused(Refusal.FEE_NOT_ACCEPTED).charging(charge);
        }
        OpenHold hold =
                new OpenHold(item.get(), patron.id(), request.pickup().isEmpty() ? patron.library() : request.pickup());
        hold.expires = request.expires();
        memory().holds.add(hold);
        return Outcome.done(memory().hold(hold, charge));
    }

    @Override
    default Outcome<Hold> cancel(Context context, HoldRequest request) {
        Optional<OpenHold> hold = item(request).flatMap(item -> memory().hold(request.patron(), item));
        hold.ifPresent(memory().holds::remove);
        return hold.map(gone -> Outcome.done(memory().hold(gone, Charge.none())))
                .<Outcome<Hold>>map(done -> done)
                .orElseGet(() -> Outcome.refused(Refusal.HOLD_UNKNOWN));
    }

    @Override
    default Outcome<Hold> change(Context context, HoldRequest request) {
        OpenHold hold = item(request)
                .flatMap(item -> memory().hold(request.patron(), item))
                .orElse(null);
        if (hold == null) {
            return Outcome.refused(Refusal.HOLD_UNKNOWN);
        }
        hold.pickup = request.pickup().isEmpty() ? hold.pickup : request.pickup();
        hold.expires = request.expires().or(() -> hold.expires);
        return Outcome.done(memory().hold(hold, Charge.none()));
    }

    private Optional<String> item(HoldRequest request) {
        return memory().copies.values().stream()
                .map(copy -> copy.item)
                .filter(item -> request.item().isEmpty()
                        ? item.title().equals(request.title())
                        : item.id().equals(request.item()))
                .map(item -> item.id())
                .findFirst();
    }
}
