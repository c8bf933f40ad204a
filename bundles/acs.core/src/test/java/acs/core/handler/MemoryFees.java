// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Charge;
import acs.api.circulation.Context;
import acs.api.circulation.Fee;
import acs.api.circulation.FeeType;
import acs.api.circulation.Fees;
import acs.api.circulation.Outcome;
import acs.api.circulation.Payment;
import acs.api.circulation.Receipt;
import acs.api.circulation.Refusal;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Fees of the small library. */
interface MemoryFees extends Fees {

    Memory memory();

    @Override
    default Outcome<Receipt> pay(Context context, Payment payment) {
        String key = payment.patron() + "/" + payment.transaction() + "/" + payment.amount();
        Receipt booked = memory().receipts.get(key);
        if (booked != null && !payment.transaction().isEmpty()) {
            return Outcome.done(booked);
        }
        List<Fee> open = memory().feesOf(payment.patron()).stream()
                .filter(fee -> payment.fee().isEmpty() || fee.id().equals(payment.fee()))
                .filter(fee -> payment.type() == FeeType.OTHER || fee.type() == payment.type())
                .toList();
        if (open.isEmpty() && !payment.fee().isEmpty()) {
            return Outcome.refused(Refusal.FEE_UNKNOWN);
        }
        BigDecimal total = open.stream().map(Fee::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (payment.amount().compareTo(total) > 0) {
            return Outcome.refused(Refusal.OVERPAYMENT);
        }
        BigDecimal left = payment.amount();
        for (Fee fee : open) {
            BigDecimal part = left.min(fee.outstanding());
            memory().charge(payment.patron(), paid(fee, part));
            left = left.subtract(part);
        }
        Receipt receipt = new Receipt(payment.amount(), memory().owed(payment.patron()), payment.transaction());
        memory().receipts.put(key, receipt);
        return Outcome.done(receipt);
    }

    static Fee fee(String id, Charge charge, String description, ZonedDateTime charged) {
        return new Fee(id, charge.type(), charge.amount(), charge.amount(), description, "", "", charged);
    }

    /** 25 cents for each day that is over. */
    static Charge fine(ZonedDateTime due, ZonedDateTime returned) {
        long days = ChronoUnit.DAYS.between(
                due.toLocalDate(), returned.withZoneSameInstant(due.getZone()).toLocalDate());
        return days <= 0
                ? Charge.none()
                : new Charge(FeeType.OVERDUE, new BigDecimal("0.25").multiply(BigDecimal.valueOf(days)));
    }

    private static Fee paid(Fee fee, BigDecimal part) {
        return new Fee(
                fee.id(),
                fee.type(),
                fee.amount(),
                fee.outstanding().subtract(part),
                fee.description(),
                fee.item(),
                fee.title(),
                fee.charged());
    }
}
