// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Charge;
import acs.sip2.Field;
import acs.sip2.Message;

/** Puts what something costs into an answer: amount, currency and what it is for. Nothing, if it is free. */
final class Charges {
    private Charges() {}

    static void add(Message.Builder answer, Visit visit, Charge charge) {
        if (charge.isNone()) {
            return;
        }
        answer.with(Field.BV, visit.wording().money(charge.amount()))
                .with(Field.BH, visit.institution().currency().getCurrencyCode())
                .with(Field.BT, charge.type().code());
    }
}
