// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.Charge;
import acs.api.circulation.FeeType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says what it costs that an item is late: so much for each day after the one it was due on. */
final class Fines {
    private final Desk desk;

    Fines(Desk desk) {
        this.desk = desk;
    }

    Charge of(ItemRow item, LoanRow loan, Instant returned) throws SQLException {
        BigDecimal perDay = desk.reference().itemType(item.typeId()).finePerDay();
        if (perDay.signum() == 0 || !returned.isAfter(loan.back())) {
            return Charge.none();
        }
        long days = ChronoUnit.DAYS.between(
                desk.local(loan.back()).toLocalDate(), desk.local(returned).toLocalDate());
        BigDecimal fine = perDay.multiply(BigDecimal.valueOf(days));
        Optional<BigDecimal> most = desk.limit("MaxFine").filter(limit -> limit.signum() > 0);
        BigDecimal amount = desk.money(most.map(fine::min).orElse(fine));
        return amount.signum() == 0 ? Charge.none() : new Charge(FeeType.OVERDUE, amount);
    }
}
